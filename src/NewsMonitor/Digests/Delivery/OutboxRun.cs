using NewsMonitor.Metrics;
using NewsMonitor.Storage;

namespace NewsMonitor.Digests.Delivery;

/// <summary>Sends what is due, row by row: claimed, sent, stored.</summary>
internal sealed class OutboxRun(OutboxStore outbox, DigestStore digests, Courier courier, NewsMonitorMetrics metrics, TimeProvider time, ILogger<OutboxRun> log)
{
    // Longer than any channel's own deadline.
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(10);

    public async Task SendDueAsync(CancellationToken cancel)
    {
        while (outbox.Claim(time.GetUtcNow(), Claim) is { } row)
        {
            cancel.ThrowIfCancellationRequested();
            await SendAsync(row, cancel);
        }
    }

    /// <summary>Tries one row now, parked or waiting; null where there is none, it was delivered, or somebody else is at it.</summary>
    public async Task<OutboxRow?> RetryAsync(long id, CancellationToken cancel)
    {
        OutboxRow? tried = null;
        while (outbox.ClaimAgain(id, time.GetUtcNow(), Claim) is { } row)
        {
            tried = await SendAsync(row, cancel);
            if (tried.State != OutboxState.Pending || tried.PartsSent == row.PartsSent)
                break;
        }

        return tried;
    }

    private async Task<OutboxRow> SendAsync(OutboxRow row, CancellationToken cancel)
    {
        var digest = digests.Named(row.Digest) ?? throw new InvalidOperationException($"The outbox names the digest {row.Digest}, which is not stored.");
        var tried = await courier.DeliverAsync(row, digest, cancel);
        outbox.Save(tried);
        metrics.Delivery(Word(tried.Channel), Word(tried.State));
        log.Log(
            tried.State == OutboxState.Delivered ? LogLevel.Information : LogLevel.Warning,
            "Digest {Digest} to {Channel} {Recipient}: {State} ({Answer})", tried.Digest, tried.Channel, tried.Recipient, tried.State, tried.Answer);
        return tried;
    }

    private static string Word<T>(T value)
        where T : struct, Enum => Enum.GetName(value)!.ToLowerInvariant();
}
