using NewsMonitor.Feeds;
using NewsMonitor.Feeds.Discovery;
using NewsMonitor.Fetching;

namespace NewsMonitor.Subscriptions.Discovery;

/// <summary>
/// Finds the feeds of a site from one of its pages: those the page declares or links to, else what lies where feeds usually lie, else its news sitemaps. Every
/// candidate is judged by reading it; robots.txt is followed, and the number of requests is bounded.
/// </summary>
internal sealed class FeedDiscovery(Fetcher fetcher, FeedParser parse)
{
    /// <summary>The most documents that one search asks for, robots.txt of the hosts apart.</summary>
    public const int MostRequests = 40;

    private const int MostLinks = 12;

    private static readonly string[] UsualPaths =
        ["/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feeds", "/index.rdf", "/feed.json", "/feeds/all.atom.xml", "/feeds/posts/default"];

    /// <summary>The feeds found, the one to be chosen first; empty where there is none.</summary>
    /// <param name="page">The page, or the index of sitemaps, as fetched.</param>
    /// <param name="progress">Told of every document before it is asked for.</param>
    /// <param name="cancel">Stops the search.</param>
    public async Task<IReadOnlyList<FoundFeed>> SearchAsync(FetchOutcome.Fetched page, IProgress<WebAddress> progress, CancellationToken cancel)
    {
        var visit = new Visit(fetcher, parse, progress, MostRequests, page.Answer.Address);
        var found = await LinkedAsync(page, visit, cancel);
        if (found.Count == 0)
            found = await UsualAsync(page.Answer.Address, visit, cancel);
        if (found.Count == 0)
            found = await new SitemapSearch(visit).RunAsync(page, cancel);
        return FeedChoice.BestFirst(found, page.Answer.Address);
    }

    /// <summary>The feeds that the page names, and those named by pages that it links to as if they were feeds: many sites have a page of their feeds.</summary>
    private static async Task<List<FoundFeed>> LinkedAsync(FetchOutcome.Fetched page, Visit visit, CancellationToken cancel)
    {
        var (found, pages) = await AskAsync(Links(page), visit, cancel);
        foreach (var list in found.Count > 0 ? [] : pages)
            found.AddRange((await AskAsync(Links(list), visit, cancel)).Found);
        return [.. found.Where(feed => FeedChoice.IsOfSite(feed, page.Answer.Address)).DistinctBy(feed => feed.Address)];
    }

    private static IReadOnlyList<FeedLink> Links(FetchOutcome.Fetched page) =>
        FeedLinks.In(page.Body.Span, page.Answer.ContentType, page.Answer.Address.Uri);

    private static async Task<(List<FoundFeed> Found, List<FetchOutcome.Fetched> Pages)> AskAsync(IReadOnlyList<FeedLink> links, Visit visit, CancellationToken cancel)
    {
        // They all wait for their host's turn; asking at once only spares the wait where there are several hosts.
        var answers = await Task.WhenAll(links.Take(MostLinks).Select(async link => (Link: link, Answer: await visit.AskAsync(link.Address, cancel))));
        List<FoundFeed> found = [];
        List<FetchOutcome.Fetched> pages = [];
        foreach (var (link, answer) in answers)
        {
            if (answer?.Reading is FeedReading.Parsed parsed)
                found.Add(new FoundFeed(answer.Document.Answer.Address, parsed.Feed, link.Title, link.Kind == FeedLinkKind.Declared ? FoundBy.Declared : FoundBy.Link));
            else if (answer?.Reading is FeedReading.NotAFeed { Reason: NotAFeedReason.HtmlPage } && link.Kind == FeedLinkKind.Anchor)
                pages.Add(answer.Document);
        }

        return (found, pages);
    }

    /// <summary>The first feed that lies where feeds usually lie: the others are mostly the same under other names.</summary>
    private static async Task<List<FoundFeed>> UsualAsync(WebAddress page, Visit visit, CancellationToken cancel)
    {
        var below = page.Uri.AbsolutePath.TrimEnd('/') is { Length: > 0 } folder && !Path.HasExtension(folder) ? [folder + "/feed"] : Array.Empty<string>();
        foreach (var path in below.Concat(UsualPaths))
        {
            if (await visit.AskAsync(path, cancel) is { Reading: FeedReading.Parsed parsed } answer)
                return [new FoundFeed(answer.Document.Answer.Address, parsed.Feed, null, FoundBy.UsualPath)];
        }

        return [];
    }
}
