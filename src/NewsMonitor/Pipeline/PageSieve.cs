using NewsMonitor.Articles.Skimming;
using NewsMonitor.Configuration;
using NewsMonitor.Detection;
using NewsMonitor.Storage;

namespace NewsMonitor.Pipeline;

/// <summary>Tells from a page's characters whether reading it can come to anything: most of the world's news names nobody of any topic.</summary>
internal sealed class PageSieve(Detector detector, StorageSettings storage)
{
    /// <summary>A page that says less may be a consent wall or a challenge, and which of them is told only by reading it; it is soon read.</summary>
    private const int ShortPage = 2000;

    /// <summary>Whether a page, or what its feed said of it, names a party or a territory of any topic, or must be read for another reason.</summary>
    public bool Passes(PendingItem item, string html) =>
        storage.KeepAll
        || string.IsNullOrEmpty(item.Title)
        || PageSkim.Passes(item.Title, detector.NamesActor)
        || (item.Summary is { } summary && PageSkim.Passes(summary, detector.NamesActor))
        || PageSkim.Passes(html, text => text.Length < ShortPage || detector.NamesActor(text));
}
