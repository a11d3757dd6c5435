using System.Globalization;
using NewsMonitor.Feeds;
using NewsMonitor.Text.Charsets;
using NewsMonitor.Text.Dates;
using Theirs = CodeHollow.FeedReader;

namespace NewsMonitor.Subscriptions;

/// <summary>
/// CodeHollow.FeedReader as a parser and no more: it is given our decoded text, fetches nothing, and its dates are read by us, because its own reading of them
/// depends on the culture and takes every zone it does not know for UTC.
/// </summary>
internal static partial class FeedParsers
{
    static partial void AddOthers(Dictionary<string, FeedParser> parsers) => parsers["codehollow"] = ReadByCodeHollow;

    private static FeedReading ReadByCodeHollow(ReadOnlySpan<byte> body, FeedHeaders headers, Uri? url)
    {
        var text = CharsetDecoder.Decode(body, headers.ContentType, MarkupKind.Xml).Text;
        try
        {
            return new FeedReading.Parsed(FeedOf(Theirs.FeedReader.ReadFromString(XmlText.Of(text.TrimStart())), url));
        }
        catch (Exception trouble) when (trouble is not OutOfMemoryException)
        {
            // It throws what its XML, its dates and its own checks throw. Where our parser sees no feed either, it says why in better words.
            return FeedReader.Read(body, headers, url) is FeedReading.NotAFeed none
                ? none
                : new FeedReading.NotAFeed(NotAFeedReason.Broken, $"CodeHollow.FeedReader cannot read it: {trouble.Message}");
        }
    }

    private static Feed FeedOf(Theirs.Feed feed, Uri? url) => new(
        Format(feed.Type.ToString()),
        feed.Title,
        Absolute(feed.Link, url),
        Description: null,
        Language: null,
        Updated: null,
        new Feeds.FeedRhythm(null, null, new HashSet<int>(), new HashSet<DayOfWeek>()),
        [.. feed.Items.Select(item => ItemOf(item, url))],
        Faults: []);

    private static FeedItem ItemOf(Theirs.FeedItem item, Uri? url) => new()
    {
        Id = NotEmpty(item.Id),
        Title = NotEmpty(item.Title),
        Link = Absolute(item.Link, url),
        Published = Date(item),
        Summary = NotEmpty(item.Description) is { } summary ? new FeedText(summary, IsHtml: true) : null,
        Content = NotEmpty(item.Content) is { } content ? new FeedText(content, IsHtml: true) : null,
        BaseAddress = url?.AbsoluteUri,
        Authors = NotEmpty(item.Author) is { } author ? [new FeedPerson(author)] : [],
    };

    // Its own date is worth something only where ours cannot be had, and then no more than the day.
    private static PublicationTime? Date(Theirs.FeedItem item) =>
        FeedDate.Read(item.PublishingDateString) ?? (item.PublishingDate is { } day ? PublicationTime.OnDay(DateOnly.FromDateTime(day)) : null);

    // Atom, Rss_0_91, Rss_1_0, Rss_2_0, MediaRss and the like.
    private static FeedFormat Format(string type)
    {
        if (type.StartsWith("Atom", StringComparison.OrdinalIgnoreCase))
            return new FeedFormat(FeedFamily.Atom, null);
        var version = string.Join('.', type.Split('_').Where(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out _)));
        return new FeedFormat(version == "1.0" ? FeedFamily.Rdf : FeedFamily.Rss, version.Length == 0 ? null : version);
    }

    private static string? Absolute(string? link, Uri? url) =>
        NotEmpty(link) is not { } written ? null
        : url is not null && Uri.TryCreate(url, written, out var address) && address.Scheme is "http" or "https" ? address.AbsoluteUri
        : url is null ? written
        : null;

    private static string? NotEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
