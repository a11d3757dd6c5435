using NewsMonitor.Display;

namespace NewsMonitor.Digests.Delivery;

/// <summary>Takes a row of the outbox to its channel and says what became of the row.</summary>
internal sealed class Courier(IReadOnlyDictionary<ChannelKind, IDeliveryChannel> channels, TimeProvider time)
{
    // A day and a half in all: longer than most mail servers are down, shorter than a digest stays news.
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(2),
        TimeSpan.FromHours(4), TimeSpan.FromHours(8), TimeSpan.FromHours(8), TimeSpan.FromHours(12),
    ];

    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(24);

    /// <summary>Tries once. The result is the same row with its new state, to be stored at once: until then a restart tries again.</summary>
    public async Task<OutboxRow> DeliverAsync(OutboxRow row, Digest digest, CancellationToken cancel)
    {
        var outcome = channels.TryGetValue(row.Channel, out var channel)
            ? await channel.DeliverPartAsync(digest, row.Recipient, row.PartsSent, cancel)
            : new DeliveryOutcome.FailedForGood("the channel is not configured any more");
        var now = time.GetUtcNow();
        var tried = row with { Attempts = row.Attempts + 1, LastAttempt = now };
        return outcome switch
        {
            DeliveryOutcome.Delivered delivered => tried with { State = OutboxState.Delivered, NextAttempt = null, Answer = Said(delivered.Answer) },
            DeliveryOutcome.PartDelivered part => tried with { PartsSent = row.PartsSent + 1, Attempts = 0, NextAttempt = now, Answer = Said(part.Answer) },
            DeliveryOutcome.Undecided undecided when row.Attempts < Waits.Length => tried with
            {
                NextAttempt = now + Wait(row.Attempts, undecided.RetryAfter),
                Answer = Said(undecided.Reason),
            },
            DeliveryOutcome.Undecided undecided => Parked(tried, undecided.Reason),
            DeliveryOutcome.FailedForGood failed => Parked(tried, failed.Reason),
            _ => throw new InvalidOperationException($"unknown outcome {outcome.GetType().Name}"),
        };
    }

    private static OutboxRow Parked(OutboxRow row, string reason) => row with { State = OutboxState.Parked, NextAttempt = null, Answer = Said(reason) };

    private static TimeSpan Wait(int attempts, TimeSpan? asked)
    {
        var wait = asked > Waits[attempts] ? asked.Value : Waits[attempts];
        return wait < LongestWait ? wait : LongestWait;
    }

    private static string Said(string answer) => SafeText.Line(answer, width: 300);
}
