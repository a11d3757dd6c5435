using NewsMonitor.Storage;

namespace NewsMonitor.Digests.Delivery;

/// <summary>
/// Delivers a digest to one channel or recipient, to see whether it works. What the outbox owes that recipient is paid by it and recorded; nobody
/// else's row is touched.
/// </summary>
internal sealed class DeliveryTrial(DeliveryChannels channels, OutboxStore outbox, OutboxRun run, TimeProvider time)
{
    /// <summary>A row for each recipient, with what it answered.</summary>
    /// <param name="digest">The digest, frozen or not.</param>
    /// <param name="target">What is tried, see <see cref="TrialTarget"/>.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<IReadOnlyList<OutboxRow>> SendAsync(Digest digest, DeliveryOptions target, CancellationToken cancel)
    {
        var owed = outbox.Of(digest.Name).Where(row => row.State != OutboxState.Delivered).ToList();
        var courier = new Courier(channels.Open(target), time);
        var tried = new List<OutboxRow>();
        foreach (var row in OutboxPlan.For(digest.Name, target, time.GetUtcNow()))
        {
            // A second copy beside the one that is still on its way would be one too many.
            var known = owed.Find(other => other.Channel == row.Channel && other.Recipient.Equals(row.Recipient, StringComparison.OrdinalIgnoreCase));
            tried.Add(known is not null ? await run.RetryAsync(known.Id, cancel) ?? known : await DeliverAsync(courier, row, digest, cancel));
        }

        return tried;
    }

    private static async Task<OutboxRow> DeliverAsync(Courier courier, OutboxRow row, Digest digest, CancellationToken cancel)
    {
        while (true)
        {
            var tried = await courier.DeliverAsync(row, digest, cancel);
            if (tried.State != OutboxState.Pending || tried.PartsSent == row.PartsSent)
                return tried;
            row = tried;
        }
    }
}
