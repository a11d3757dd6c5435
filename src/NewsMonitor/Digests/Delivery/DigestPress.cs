using System.Data;
using NewsMonitor.Configuration;
using NewsMonitor.Metrics;
using NewsMonitor.Storage;

namespace NewsMonitor.Digests.Delivery;

/// <summary>Makes the digest of what has come since the last one: to look at, or frozen with a row in the outbox for everybody it goes to.</summary>
internal sealed class DigestPress(Database database, DigestStore digests, DigestSource source, DigestSettings settings, NewsMonitorMetrics metrics, TimeProvider time, ILogger<DigestPress> log)
{
    // Half a day less than seven, so that neither a late freeze nor a change of the clocks makes it eight.
    private static readonly TimeSpan AlmostAWeek = TimeSpan.FromDays(6.5);

    /// <summary>The digest as it would be frozen now; nothing is changed.</summary>
    public Digest Preview() => DigestComposer.Compose(database.Read(connection => DigestStore.Gather(connection, source, time.GetUtcNow()).Material));

    /// <summary>Freezes it: content, watermark and outbox in one transaction, so that nothing is told twice and nothing is lost in between.</summary>
    public Digest Freeze() => Freeze(slot: null, _ => true)!;

    /// <summary>Freezes the first digest of all; null where another process was sooner.</summary>
    public Digest? FreezeFirst() => Freeze(slot: null, connection => !DigestStore.Any(connection));

    /// <summary>Freezes the digest of a slot of the schedule; null where the slot has nothing to ask for any more.</summary>
    public Digest? FreezeDue(DigestSlot slot) => digests.IsDue(slot, time.GetUtcNow()) ? Freeze(slot, connection => DigestStore.IsDue(connection, slot, time.GetUtcNow())) : null;

    private Digest? Freeze(DigestSlot? slot, Func<IDbConnection, bool> isWanted)
    {
        var digest = database.Write(connection =>
        {
            // Asked within the transaction: of two processes that both found it wanted, one comes second.
            if (!isWanted(connection))
                return null;
            var now = time.GetUtcNow();
            var (material, told) = DigestStore.Gather(connection, source, now, slot);
            var composed = DigestComposer.Compose(material);
            DigestStore.Freeze(connection, composed, DigestSubject.Of(composed), told, slot, OutboxPlan.For(composed.Name, Recipients(connection, composed, slot, now), now));
            return composed;
        });
        if (digest is null)
            return null;
        metrics.DigestFrozen();
        log.LogInformation("Froze digest {Digest}: {New} new, {Updated} updated, {Repeated} repeated", digest.Name, digest.Counts.New, digest.Counts.Updated, digest.Counts.Repeated);
        return digest;
    }

    private DeliveryOptions Recipients(IDbConnection connection, Digest composed, DigestSlot? slot, DateTimeOffset now)
    {
        // Who sends one by hand wants it sent.
        var goesOut = slot is null || composed.Counts.Any() || settings.Empty switch
        {
            EmptyPolicy.Skip => false,
            EmptyPolicy.Weekly => !OutboxStore.WentOutSince(connection, now - AlmostAWeek),
            _ => true,
        };
        return goesOut ? settings.Delivery : new DeliveryOptions(settings.Delivery.Folder, [], null, []);
    }
}
