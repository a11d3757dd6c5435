using NewsMonitor.Configuration;
using NewsMonitor.Metrics;
using NewsMonitor.Storage;

namespace NewsMonitor.Digests.Delivery;

/// <summary>Makes the digest of what has come since the last one: to look at, or frozen with a row in the outbox for everybody it goes to.</summary>
internal sealed class DigestPress(Database database, DigestSource source, DigestSettings settings, NewsMonitorMetrics metrics, TimeProvider time, ILogger<DigestPress> log)
{
    /// <summary>The digest as it would be frozen now; nothing is changed.</summary>
    public Digest Preview() => DigestComposer.Compose(database.Read(connection => DigestStore.Gather(connection, source, time.GetUtcNow()).Material));

    /// <summary>Freezes it: content, watermark and outbox in one transaction, so that nothing is told twice and nothing is lost in between.</summary>
    public Digest Freeze()
    {
        var digest = database.Write(connection =>
        {
            var now = time.GetUtcNow();
            var (material, told) = DigestStore.Gather(connection, source, now);
            var composed = DigestComposer.Compose(material);
            DigestStore.Freeze(connection, composed, DigestSubject.Of(composed), told, OutboxPlan.For(composed.Name, settings.Delivery, now));
            return composed;
        });
        metrics.DigestFrozen();
        log.LogInformation("Froze digest {Digest}: {New} new, {Updated} updated, {Repeated} repeated", digest.Name, digest.Counts.New, digest.Counts.Updated, digest.Counts.Repeated);
        return digest;
    }
}
