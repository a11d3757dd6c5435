using NewsMonitor.Text.Dates;

namespace NewsMonitor.Feeds;

/// <summary>A feed as its publisher wrote it, in whichever format.</summary>
/// <param name="Format">What it is.</param>
/// <param name="Title">Plain text; null where the feed has none.</param>
/// <param name="Link">The site that the feed belongs to, an absolute http or https address where that could be made out.</param>
/// <param name="Description">Plain text.</param>
/// <param name="Language">The language tag as written, such as <c>en-us</c>.</param>
/// <param name="Updated">When the feed says it last changed.</param>
/// <param name="Rhythm">How often the publisher wishes to be asked.</param>
/// <param name="Items">In the order of the document.</param>
/// <param name="Faults">What was wrong and tolerated, each kind once.</param>
public sealed record Feed(
    FeedFormat Format,
    string? Title,
    string? Link,
    string? Description,
    string? Language,
    PublicationTime? Updated,
    FeedRhythm Rhythm,
    IReadOnlyList<FeedItem> Items,
    IReadOnlyList<FeedFault> Faults);

/// <summary>The formats that news travels in.</summary>
public enum FeedFamily
{
    Rss,
    Rdf,
    Atom,
    Cdf,
    JsonFeed,
    Sitemap,
}

/// <summary>A format and the version that the document claims, such as <c>2.0</c>, if any.</summary>
public readonly record struct FeedFormat(FeedFamily Family, string? Version)
{
    /// <summary>As people write it: <c>RSS 2.0</c>, <c>sitemap</c>.</summary>
    public override string ToString()
    {
        var name = Family switch
        {
            FeedFamily.Rss => "RSS",
            FeedFamily.Rdf => "RSS (RDF)",
            FeedFamily.Atom => "Atom",
            FeedFamily.Cdf => "CDF",
            FeedFamily.Sitemap => "sitemap",
            _ => "JSON Feed",
        };
        return Version is null ? name : name + " " + Version;
    }
}

/// <summary>A publisher's wishes about polling.</summary>
/// <param name="Ttl">How long the feed may be kept (RSS <c>ttl</c>, in whole minutes).</param>
/// <param name="UpdateInterval">How often it changes (<c>sy:updatePeriod</c> divided by <c>sy:updateFrequency</c>).</param>
/// <param name="SkipHours">Hours of the day, 0 to 23 in UTC, in which nothing is published.</param>
/// <param name="SkipDays">Days of the week on which nothing is published.</param>
public sealed record FeedRhythm(
    TimeSpan? Ttl,
    TimeSpan? UpdateInterval,
    IReadOnlySet<int> SkipHours,
    IReadOnlySet<DayOfWeek> SkipDays);
