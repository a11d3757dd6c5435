using NewsMonitor.Feeds;
using NewsMonitor.Fetching;

namespace NewsMonitor.Subscriptions.Discovery;

/// <summary>A feed that a site was found to have, and that was read.</summary>
/// <param name="Address">Where it answers.</param>
/// <param name="Feed">What it holds.</param>
/// <param name="Called">What the page calls it; null where it says nothing.</param>
/// <param name="By">How it was found.</param>
internal sealed record FoundFeed(WebAddress Address, Feed Feed, string? Called, FoundBy By)
{
    /// <summary>Its own title, else what the page calls it, else null; on one line.</summary>
    public string? Title => string.IsNullOrWhiteSpace(Feed.Title ?? Called) ? null : OneLine.Of(Feed.Title ?? Called);
}

/// <summary>How a feed was found, the surest first.</summary>
internal enum FoundBy
{
    /// <summary>A link element of the page names it.</summary>
    Declared,

    /// <summary>A link on the page leads to it.</summary>
    Link,

    /// <summary>It lies where feeds usually lie.</summary>
    UsualPath,

    /// <summary>It is a news sitemap that robots.txt names or that lies where sitemaps usually lie.</summary>
    Sitemap,
}
