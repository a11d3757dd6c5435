using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using NewsMonitor.Configuration;
using NewsMonitor.Detection;
using NewsMonitor.Matches;
using NewsMonitor.Metrics;
using NewsMonitor.Storage;
using NewsMonitor.Stories;
using NewsMonitor.Text;

namespace NewsMonitor.Pipeline;

/// <summary>The one way in, for polled and for seeded articles: an article is scanned, and all that belongs to it is saved in one transaction.</summary>
internal sealed class Intake(Database database, Detector detector, ReportReader reader, TopicSet topics, StorageSettings storage, NewsMonitorMetrics metrics, TimeProvider time) : IDisposable
{
    // Detection is work for a core; more of it at once than there are cores only costs memory.
    private readonly SemaphoreSlim cores = new(Environment.ProcessorCount);
    private readonly ProfileShelf shelf = new();

    /// <summary>Takes an article in and finishes the item it came by.</summary>
    public async Task<Taken> TakeAsync(ReadArticle article, PendingItem? item, string? reason, CancellationToken cancel)
    {
        var (scanned, told, now) = await ScanAsync(article, cancel);
        var taken = database.Write(connection =>
        {
            var (id, saving) = ArticleStore.Save(connection, scanned, told, shelf, item?.FeedUrl, now);
            if (item is not null)
                ItemStore.Done(connection, item.Id, id, reason, now);
            return new Taken(id, saving, scanned.Findings.Length > 0);
        });
        Count(taken, scanned);
        return taken;
    }

    /// <summary>Takes in what the page of a known article says now, and stores what comes of its revisit.</summary>
    /// <returns>Whether the article is another now.</returns>
    public async Task<bool> TakeAgainAsync(long articleId, ReadArticle article, Func<bool, RevisitPlan> plan, CancellationToken cancel)
    {
        var (scanned, told, now) = await ScanAsync(article, cancel);
        return database.Write(connection =>
        {
            var revised = ArticleStore.Revise(connection, articleId, scanned, told, shelf, now);
            RevisitStore.Save(connection, articleId, plan(revised), now);
            return revised;
        });
    }

    /// <summary>Finishes an item whose article is known already: one more sighting, and nothing is fetched.</summary>
    /// <returns>Whether it was known.</returns>
    public bool SeenAgain(PendingItem item)
    {
        if (database.Read(connection => ArticleStore.Find(connection, item.CanonicalKey)) is not { } known)
            return false;
        var now = time.GetUtcNow();
        database.Write(connection =>
        {
            ArticleStore.Sight(connection, known, item.FeedUrl, item.Url, now);
            ItemStore.Done(connection, item.Id, known, null, now);
        });
        return true;
    }

    public void Dispose() => cores.Dispose();

    private Report AsReport(ReadArticle article, ScannedArticle scanned) => new(
        0, article.CanonicalUrl, article.Outlet, article.Title, article.Text, article.Language, article.Published?.Instant ?? time.GetUtcNow(), scanned.Findings, article.Agency);

    private void Count(Taken taken, ScannedArticle scanned)
    {
        if (taken.Saving != Saving.New)
            return;
        metrics.ArticleSaved();
        foreach (var topic in scanned.Findings.Select(finding => finding.Topic).Distinct(StringComparer.Ordinal))
            metrics.Matched(topic);
    }

    private async Task<(ScannedArticle Scanned, ReportReading? Told, DateTimeOffset Now)> ScanAsync(ReadArticle article, CancellationToken cancel)
    {
        // From here on nobody has to fear what a publisher may write.
        article = article with { Title = WellFormedText.Of(article.Title), Text = WellFormedText.Of(article.Text) };
        await cores.WaitAsync(cancel);
        try
        {
            var scanned = Scan(article);
            return (scanned, scanned.Findings.Length == 0 ? null : reader.Read(AsReport(article, scanned)), time.GetUtcNow());
        }
        finally
        {
            cores.Release();
        }
    }

    private ScannedArticle Scan(ReadArticle article)
    {
        var document = new Document(article.Title, article.Text, article.Language);
        var named = detector.NamesActor(article.Title) || detector.NamesActor(article.Text);
        var explained = named ? detector.DetectExplained(document) : null;
        return new ScannedArticle(
            article.CanonicalKey,
            article.CanonicalUrl,
            article.Url,
            article.Title,
            article.Text,
            storage.KeepAll || named,
            article.Source,
            article.Note,
            article.Authors,
            article.Published,
            article.Modified,
            article.Language,
            article.Outlet,
            article.ContentHash,
            Sha256($"{article.Title}\n{article.Text}"),
            topics.Version,
            explained?.Detection.Findings ?? [],
            explained is null ? [] : [.. explained.Reasons.Select(FiredWords.Of)],
            explained is null ? null : DecisionJson.Of(explained),
            article.Page);
    }

    /// <summary>SHA-256 of a text's UTF-8, in lower-case hexadecimal.</summary>
    public static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>What taking an article in came to.</summary>
internal sealed record Taken(long ArticleId, Saving Saving, bool HasFindings);
