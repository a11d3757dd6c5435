namespace NewsMonitor.Feeds.Reading;

/// <summary>Says what a document is that is no feed.</summary>
internal static class Refusal
{
    /// <summary>The reason, from the elements that were met and from how the document begins.</summary>
    public static FeedReading.NotAFeed Of(RootSearch root, ReadOnlySpan<char> start)
    {
        if (root.IsPage || start.StartsWith("<!DOCTYPE html", StringComparison.OrdinalIgnoreCase) || IsHtml(root.First))
            return new FeedReading.NotAFeed(NotAFeedReason.HtmlPage, "The body is an HTML page.");
        if (root.First is "sitemapindex")
            return new FeedReading.NotAFeed(NotAFeedReason.SomethingElse, "The body is an index of sitemaps; a news sitemap that it lists may be a source.");
        if (root.First is { } element)
            return new FeedReading.NotAFeed(NotAFeedReason.SomethingElse, $"The body is XML that begins with <{element}>, which is no feed.");
        return start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase)
            ? new FeedReading.NotAFeed(NotAFeedReason.Broken, "The body is an XML declaration and nothing that follows it.")
            : new FeedReading.NotAFeed(NotAFeedReason.SomethingElse, "The body is neither XML nor JSON.");
    }

    /// <summary>Of a sitemap that lists pages without saying when and under which title they were published.</summary>
    public static FeedReading.NotAFeed OtherSitemap { get; } =
        new(NotAFeedReason.SomethingElse, "The body is a sitemap, but none of news: its entries have no news:news with a title and a date.");

    private static bool IsHtml(string? element) => element?.ToLowerInvariant() is "title" or "meta" or "link" or "script" or "style" or "div" or "p" or "h1" or "table" or "center" or "form" or "a" or "br" or "b" or "pre";
}
