using System.Globalization;
using NewsMonitor.Feeds;
using NewsMonitor.Fetching;

namespace NewsMonitor.Subscriptions.Checking;

/// <summary>What a publisher could do better, in sentences: first what the document has wrong, then what the items lack, then how they are delivered.</summary>
internal static class FeedFaults
{
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromHours(1);

    public static IEnumerable<string> Of(FeedDelivery delivery, FeedContents contents, Feed feed, DateTimeOffset now) =>
        OfDocument(feed).Concat(OfItems(contents, feed, now)).Concat(OfDelivery(delivery));

    private static IEnumerable<string> OfDocument(Feed feed)
    {
        foreach (var fault in feed.Faults)
            yield return OneLine.Of(fault.Sentence);
        if (string.IsNullOrWhiteSpace(feed.Title))
            yield return "The feed has no title.";
    }

    private static IEnumerable<string> OfItems(FeedContents contents, Feed feed, DateTimeOffset now)
    {
        var items = contents.Items;
        if (items.All == 0)
            yield return "The feed has no items.";
        if (items.Dated < items.All)
            yield return Said($"{items.All - items.Dated} of {items.All} items have no date that can be read.");
        if (items.DaysAlone > 0)
            yield return Said($"{items.DaysAlone} dates name a day without a time whose zone is known.");
        if (items.Newest - now > ClockTolerance)
            yield return Said($"The newest item is dated in the future: {items.Newest:yyyy-MM-dd'T'HH:mm:sszzz}.");
        if (items.All > 2 && items.Dated == items.All && items.Newest == items.Oldest && items.Newest is not null)
            yield return "All items have the same date, so that none says when it was published.";
        if (feed.Items.Count(item => string.IsNullOrWhiteSpace(item.Id)) is > 0 and var nameless && feed.Format.Family != FeedFamily.Sitemap)
            yield return Said($"{nameless} of {items.All} items have no identifier (guid or id).");
        if (Repeated(feed.Items.Select(item => item.Id)) is { } id)
            yield return $"Several items share the identifier {OneLine.Of(id)}.";
        if (Repeated(feed.Items.Select(item => item.Link)) is { } link)
            yield return $"Several items share the link {OneLine.Of(link)}.";
        if (feed.Items.Count(item => string.IsNullOrWhiteSpace(item.Title)) is > 0 and var untitled)
            yield return Said($"{untitled} of {items.All} items have no title.");
        if (WrongLanguage(contents) is { } language)
            yield return language;
    }

    private static IEnumerable<string> OfDelivery(FeedDelivery delivery)
    {
        if (delivery.ContentType is null)
            yield return "The server does not say what it sends: there is no Content-Type.";
        else if (delivery.ContentType.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) || delivery.ContentType.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase))
            yield return $"The feed is sent as {delivery.ContentType}, which readers may take for something else; application/rss+xml, application/atom+xml, application/feed+json or application/xml say what it is.";
        if (delivery.ETag is null && delivery.LastModified is null)
            yield return "The server gives neither ETag nor Last-Modified, so that every poll costs the whole body.";
        if (delivery.Conditional == ConditionalAnswer.Ignored)
            yield return $"The server gives {Validators(delivery)} but sent the same again in full to a request that named it; 304 would be the answer.";
        if (delivery.Move == FeedMove.ForGood)
            yield return $"The address has moved for good to {delivery.Address}: links to the feed should name that one.";
    }

    /// <summary>The validators that were given, in words.</summary>
    public static string Validators(FeedDelivery delivery) => (delivery.ETag, delivery.LastModified) switch
    {
        (null, null) => "none",
        (not null, null) => "an ETag",
        (null, not null) => "a Last-Modified date",
        _ => "an ETag and a Last-Modified date",
    };

    private static string? Repeated(IEnumerable<string?> values) =>
        values.Where(value => !string.IsNullOrEmpty(value)).GroupBy(value => value, StringComparer.Ordinal).FirstOrDefault(group => group.Skip(1).Any())?.Key;

    private static string? WrongLanguage(FeedContents contents)
    {
        if (contents.Declared is not [var declared] || contents.Identified is not [var (language, titles), ..] || titles * 2 <= contents.Items.All)
            return null;
        return declared.StartsWith(language, StringComparison.OrdinalIgnoreCase) ? null : Said($"The declared language is {declared}, but {titles} of {contents.Items.All} titles read as {language}.");
    }

    private static string Said(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
