using System.Globalization;
using NewsMonitor.Fetching;

namespace NewsMonitor.Subscriptions.Checking;

/// <summary>A report in lines, ready to be sent to the publisher.</summary>
internal static class FeedReportLines
{
    /// <summary>The lines: a word and what there is to say under it.</summary>
    public static IEnumerable<string> Of(FeedReport report)
    {
        yield return $"address: {report.Asked}";
        foreach (var line in report.Delivery is { } delivery ? Of(delivery) : [])
            yield return line;
        foreach (var line in report.Contents is { } contents ? Of(contents, report.Delivery!) : [])
            yield return line;
        if (report.Failure is { } failure)
            yield return $"{(report.Contents is not null ? "not whole" : report.Delivery is not null ? "not a feed" : "failed")}: {OneLine.Of(failure)}";
        foreach (var fault in report.Faults)
            yield return $"fault: {fault}";
        foreach (var found in report.Offered)
            yield return Said($"feed: {found.Address}  {found.Feed.Format}, {found.Feed.Items.Count} items{(found.Title is { } title ? $", {title}" : "")}");
    }

    private static IEnumerable<string> Of(FeedDelivery delivery)
    {
        if (delivery.Move != FeedMove.None)
            yield return $"redirects: {(delivery.Move == FeedMove.ForGood ? "for good" : "for now")} to {delivery.Address}";
        yield return Said($"type: {delivery.ContentType ?? "not said"}, {delivery.Bytes} bytes");
        yield return $"encoding: {delivery.Charset}, {delivery.CharsetSource}";
    }

    private static IEnumerable<string> Of(FeedContents contents, FeedDelivery delivery)
    {
        yield return $"format: {contents.Format}";
        yield return $"title: {contents.Title ?? "none"}";
        if (contents.Link is { } link)
            yield return $"site: {OneLine.Of(link)}";
        yield return Said($"items: {contents.Items.All}, {contents.Items.Dated} of them dated{Range(contents.Items)}");
        if (contents.Items.Offsets.Length > 0)
            yield return $"zones: {string.Join(", ", contents.Items.Offsets)}";
        yield return $"language: {(contents.Declared.IsEmpty ? "none declared" : $"{string.Join(", ", contents.Declared)} declared")}, {Identified(contents)}";
        yield return $"validators: {FeedFaults.Validators(delivery)}{Conditional(delivery.Conditional)}";
        yield return $"caching: {Caching(contents.Rhythm, delivery.FreshFor)}";
        yield return $"interval: polled again after {Span(contents.Interval)}";
    }

    private static string Range(ItemCounts items) =>
        items.Newest is not null ? Said($", from {items.Oldest:yyyy-MM-dd HH:mm zzz} to {items.Newest:yyyy-MM-dd HH:mm zzz}") : "";

    private static string Identified(FeedContents contents) => contents.Identified.IsEmpty
        ? "none identified"
        : string.Join(", ", contents.Identified.Select(pair => Said($"{pair.Key} in {pair.Value} titles")));

    private static string Conditional(ConditionalAnswer answer) => answer switch
    {
        ConditionalAnswer.NotModified => "; a conditional request was answered with 304",
        ConditionalAnswer.Ignored => "; a conditional request was answered in full",
        ConditionalAnswer.Unknown => "; a conditional request gave something else or nothing",
        _ => "",
    };

    private static string Caching(Feeds.FeedRhythm rhythm, TimeSpan? freshFor)
    {
        List<string> wishes = [];
        if (freshFor is { } fresh)
            wishes.Add($"the server calls it fresh for {Span(fresh)}");
        if (rhythm.Ttl is { } ttl)
            wishes.Add($"ttl {Span(ttl)}");
        if (rhythm.UpdateInterval is { } update)
            wishes.Add($"sy:updatePeriod and sy:updateFrequency {Span(update)}");
        if (rhythm.SkipHours.Count > 0)
            wishes.Add($"skipHours {string.Join(' ', rhythm.SkipHours.Order().Select(hour => hour.ToString(CultureInfo.InvariantCulture)))}");
        if (rhythm.SkipDays.Count > 0)
            wishes.Add($"skipDays {string.Join(' ', rhythm.SkipDays.Order())}");
        return wishes.Count == 0 ? "nothing said" : string.Join("; ", wishes);
    }

    private static string Span(TimeSpan span) => span.ToString("c", CultureInfo.InvariantCulture).Split('.') is [var whole, ..] && span < TimeSpan.FromDays(1) ? whole : Said($"{span.TotalDays:0.#} days");

    private static string Said(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
