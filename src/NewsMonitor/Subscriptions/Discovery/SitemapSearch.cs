using System.Text;
using NewsMonitor.Feeds;
using NewsMonitor.Feeds.Sitemaps;
using NewsMonitor.Fetching;

namespace NewsMonitor.Subscriptions.Discovery;

/// <summary>Looks for a news sitemap, for sites that publish no feed: those named in robots.txt, else where they usually lie, and in the indexes met on the way.</summary>
internal sealed class SitemapSearch(Visit visit)
{
    private const int MostIndexes = 3;
    private const int MostOfAnIndex = 5;
    private const int MostOfRobots = 8;

    private static readonly string[] UsualPaths = ["/sitemap-news.xml", "/news-sitemap.xml", "/sitemap_news.xml", "/news_sitemap.xml", "/googlenews.xml", "/sitemap/news.xml", "/sitemap.xml"];

    private readonly LinkedList<string> _ahead = new();
    private int _indexes;

    /// <summary>The first news sitemap found, alone; empty where there is none.</summary>
    /// <param name="start">The page the search began at, or an index of sitemaps.</param>
    /// <param name="cancel">Stops the search.</param>
    public async Task<List<FoundFeed>> RunAsync(FetchOutcome.Fetched start, CancellationToken cancel)
    {
        if (!OpenIndex(start))
        {
            var robots = await visit.RobotsAsync(cancel) is { } file ? RobotsSitemaps.In(Encoding.UTF8.GetString(file.Span)) : [];
            foreach (var address in robots.OrderByDescending(SpeaksOfNews).Take(MostOfRobots).Concat(UsualPaths))
                _ahead.AddLast(address);
        }

        while (_ahead.First is { Value: var address })
        {
            _ahead.RemoveFirst();
            if (await visit.AskAsync(address, cancel) is not { } answer)
                continue;
            if (answer.Reading is FeedReading.Parsed { Feed: { Format.Family: FeedFamily.Sitemap } feed })
                return [new FoundFeed(answer.Document.Answer.Address, feed, null, FoundBy.Sitemap)];
            OpenIndex(answer.Document);
        }

        return [];
    }

    // What an index lists is looked at before all else. Sitemaps of other pages are long, so only those are asked for that speak of news, or that an index of
    // news lists.
    private bool OpenIndex(FetchOutcome.Fetched document)
    {
        if (_indexes == MostIndexes)
            return false;
        var listed = SitemapIndex.Read(document.Body.Span, new FeedHeaders(document.Answer.ContentType), document.Answer.Address.Uri);
        if (listed.Count == 0)
            return false;
        _indexes++;
        var allNews = SpeaksOfNews(document.Answer.Address.Uri.AbsolutePath);
        foreach (var address in listed.Where(address => allNews || SpeaksOfNews(address)).Take(MostOfAnIndex).Reverse())
            _ahead.AddFirst(address);
        return true;
    }

    private static bool SpeaksOfNews(string address)
    {
        var path = Uri.TryCreate(address, UriKind.Absolute, out var uri) && !uri.IsFile ? uri.PathAndQuery : address;
        return path.Contains("news", StringComparison.OrdinalIgnoreCase);
    }
}
