using NewsMonitor.Configuration;
using NewsMonitor.Storage;

namespace NewsMonitor.Pipeline;

/// <summary>Drops the text of articles without findings when it has been kept long enough; matches are kept for ever.</summary>
internal sealed class Retention(ArticleArchive archive, StorageSettings storage, TimeProvider time, ILogger<Retention> log)
{
    public void Run()
    {
        var dropped = archive.DropTextBefore(time.GetUtcNow() - TimeSpan.FromDays(storage.RetentionDays));
        if (dropped > 0)
            log.LogInformation("Dropped the text of {Articles} articles older than {Days} days", dropped, storage.RetentionDays);
    }
}
