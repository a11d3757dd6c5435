using NewsMonitor.Feeds.Markup;

namespace NewsMonitor.Feeds.Reading;

/// <summary>The words that other vocabularies lend to every format. Their ranks begin behind the format's own words.</summary>
internal static class ExtensionElements
{
    /// <summary>Which field an element fills, how much it is believed, and how it is read; null for one that says nothing here.</summary>
    public static (Field Field, int Rank, Treatment Treatment)? Find(FeedNamespace space, ReadOnlySpan<char> name)
    {
        Span<char> lower = stackalloc char[32];
        if (name.Length > lower.Length)
            return null;
        name.ToLowerInvariant(lower);
        return FindLower(space, lower[..name.Length]);
    }

    private static (Field, int, Treatment)? FindLower(FeedNamespace space, scoped ReadOnlySpan<char> name) => space switch
    {
        FeedNamespace.DublinCore => DublinCore(name),
        FeedNamespace.DublinTerms => DublinTerms(name),
        FeedNamespace.Content when name is "encoded" => (Field.Content, 0, Treatment.Html),
        FeedNamespace.Xhtml when name is "body" or "div" => (Field.Content, 2, Treatment.Markup),
        FeedNamespace.Media => Media(name),
        FeedNamespace.ITunes => ITunes(name),
        FeedNamespace.Syndication => Syndication(name),
        FeedNamespace.FeedBurner when name is "origlink" => (Field.OriginalLink, 0, Treatment.Value),
        _ => null,
    };

    private static (Field, int, Treatment)? DublinCore(ReadOnlySpan<char> name) => name switch
    {
        "title" => (Field.Title, 2, Treatment.Html),
        "date" => (Field.Date, 2, Treatment.Value),
        "creator" or "author" => (Field.Author, 1, Treatment.Value),
        "subject" => (Field.Category, 1, Treatment.Value),
        "description" => (Field.Summary, 3, Treatment.Html),
        "language" => (Field.Language, 1, Treatment.Value),
        _ => null,
    };

    private static (Field, int, Treatment)? DublinTerms(ReadOnlySpan<char> name) => name switch
    {
        "issued" => (Field.Published, 1, Treatment.Value),
        "created" => (Field.Published, 3, Treatment.Value),
        "date" or "available" => (Field.Published, 4, Treatment.Value),
        "modified" => (Field.Updated, 1, Treatment.Value),
        "title" => (Field.Title, 3, Treatment.Html),
        _ => null,
    };

    private static (Field, int, Treatment)? Media(ReadOnlySpan<char> name) => name switch
    {
        "title" => (Field.Title, 4, Treatment.Html),
        "description" => (Field.Summary, 4, Treatment.Html),
        _ => null,
    };

    private static (Field, int, Treatment)? ITunes(ReadOnlySpan<char> name) => name switch
    {
        "title" => (Field.Title, 5, Treatment.Html),
        "author" => (Field.Author, 2, Treatment.Value),
        "summary" => (Field.Summary, 5, Treatment.Html),
        "subtitle" => (Field.Summary, 6, Treatment.Html),
        _ => null,
    };

    private static (Field, int, Treatment)? Syndication(ReadOnlySpan<char> name) => name switch
    {
        "updateperiod" => (Field.UpdatePeriod, 0, Treatment.Value),
        "updatefrequency" => (Field.UpdateFrequency, 0, Treatment.Value),
        _ => null,
    };
}
