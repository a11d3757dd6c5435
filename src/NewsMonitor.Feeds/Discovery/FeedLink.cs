namespace NewsMonitor.Feeds.Discovery;

/// <summary>An address on a page that may be a feed's; whether it is one only reading it tells.</summary>
/// <param name="Address">Absolute, http or https.</param>
/// <param name="Title">What the page calls it, plain text; null where it says nothing.</param>
/// <param name="Kind">How the page names it.</param>
public sealed record FeedLink(string Address, string? Title, FeedLinkKind Kind);

/// <summary>How a page names a feed, the surest first.</summary>
public enum FeedLinkKind
{
    /// <summary>By a link element for programs: <c>&lt;link rel="alternate" type="application/rss+xml"&gt;</c>.</summary>
    Declared,

    /// <summary>By a link for readers whose address looks like a feed's.</summary>
    Anchor,
}
