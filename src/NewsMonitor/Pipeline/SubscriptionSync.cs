using NewsMonitor.Configuration;
using NewsMonitor.Storage;
using NewsMonitor.Subscriptions;

namespace NewsMonitor.Pipeline;

/// <summary>Keeps the feeds of the OPML file in step with the database; feeds a user added by hand are left alone.</summary>
internal sealed class SubscriptionSync(FeedStore feeds, FeedsSettings settings, TimeProvider time, ILogger<SubscriptionSync> log)
{
    public void Run()
    {
        if (settings.Opml is not { } path)
            return;
        using var file = File.OpenRead(path);
        var document = Opml.Read(file);
        foreach (var problem in document.Problems)
            log.LogWarning("{File} line {Line}: {Subject} {Reason}", path, problem.Line, problem.Subject, problem.Reason);

        // A file that cannot be read says nothing about what to unsubscribe.
        if (document.Entries.IsEmpty && !document.Problems.IsEmpty)
            return;
        var changed = feeds.Add(document.Entries, FeedOrigin.Opml, time.GetUtcNow());
        var removed = feeds.RemoveUnnamed(document.Entries.Select(entry => entry.Url));
        if (changed + removed > 0)
            log.LogInformation("{File}: {Changed} feeds added or changed, {Removed} removed", path, changed, removed);
    }
}
