using NewsMonitor.Feeds.Markup;
using NewsMonitor.Feeds.Reading;

namespace NewsMonitor.Feeds.Atom;

/// <summary>Atom 1.0 (RFC 4287) and the draft 0.3 that is still about.</summary>
internal sealed class AtomReader : EntryReader
{
    private bool inAuthor;
    private bool inSource;

    public AtomReader(FeedDraft feed, string? version)
        : base(feed)
    {
        feed.Format = new FeedFormat(FeedFamily.Atom, version ?? "1.0");
    }

    public override bool IsEntry(FeedNamespace space, ReadOnlySpan<char> name) =>
        space == FeedNamespace.Own && name.Equals("entry", StringComparison.OrdinalIgnoreCase);

    // None of these is an element of HTML, so that inside a text it means that the text was left open.
    public override bool Interrupts(FeedNamespace space, ReadOnlySpan<char> name, Treatment reading) =>
        reading is Treatment.Value or Treatment.Html && space == FeedNamespace.Own && name is "updated" or "published" or "id" or "content" or "author";

    public override Treatment Start(in Element element)
    {
        if (element.Namespace != FeedNamespace.Own)
            return inSource ? Treatment.Skip : StartExtension(element);
        if (inAuthor)
            return StartPerson(element);
        if (inSource)
            return StartSource(element);
        Span<char> name = stackalloc char[16];
        if (element.Name.Length > name.Length)
            return Treatment.Skip;
        element.Name.ToLowerInvariant(name);
        return name[..element.Name.Length] switch
        {
            "feed" => StartFeed(element),
            "entry" => StartEntry(element),
            "title" => Text(Field.Title, 0, element),
            "link" => Link(element),
            "id" when Item is not null => Expect(Field.Id, 0, element),
            "guid" when Item is not null => Expect(Field.Id, 1, element),
            "published" => Expect(Field.Published, 0, element),
            "issued" => Expect(Field.Published, 1, element),
            "created" => Expect(Field.Published, 3, element),
            "pubdate" => Expect(Field.Published, 2, element),
            "updated" => Expect(Field.Updated, 0, element),
            "modified" => Expect(Field.Updated, 1, element),
            "subtitle" or "tagline" => Text(Field.Summary, 0, element),
            "summary" or "description" => Text(Field.Summary, 0, element),
            "content" => Text(Field.Content, 0, element),
            "author" => Person(),
            "category" => Category(element),
            "source" when Item is not null => Source(),
            "language" => Expect(Field.Language, 1, element),
            _ => Treatment.Skip,
        };
    }

    public override void End(ReadOnlySpan<char> name)
    {
        if (name.Equals("entry", StringComparison.OrdinalIgnoreCase))
        {
            Item?.LinkByIdentifier();
            CloseItem();
        }
        inAuthor &= !name.Equals("author", StringComparison.OrdinalIgnoreCase);
        inSource &= !name.Equals("source", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>An identifier is an IRI and may be relative; a bare number or word is not meant as one.</summary>
    protected override string Identifier(string written, string? baseAddress) =>
        written.Contains('/', StringComparison.Ordinal) && !Links.HasScheme(written) ? Links.Resolve(written, baseAddress) ?? written : written;

    private Treatment StartFeed(in Element element)
    {
        Feed.Language.Offer(element.Language, 0);
        return Treatment.Descend;
    }

    private Treatment StartEntry(in Element element)
    {
        inAuthor = inSource = false;
        OpenItem(element);
        return Treatment.Descend;
    }

    private Treatment StartExtension(in Element element)
    {
        if (element.Namespace == FeedNamespace.Media && Item is { } item)
        {
            if (element.Is("group"))
                return Treatment.Descend;
            if (element.Is("thumbnail"))
                MediaElements.Picture(item, element, "url");
            else if (element.Is("content"))
                MediaElements.Attach(item, element, "url", "fileSize");
            if (element.Is("thumbnail") || element.Is("content"))
                return Treatment.Empty;
        }
        return ExtensionElements.Find(element.Namespace, element.Name) is { } known ? Expect(known.Field, known.Rank + 1, element, known.Treatment) : Treatment.Skip;
    }

    /// <summary>A text construct (section 3.1): plain, HTML or markup by its type; in 0.3 by its mode as well.</summary>
    private Treatment Text(Field field, int rank, in Element element)
    {
        var type = element.Raw("type");
        var mode = element.Raw("mode");
        var isText = type.IsEmpty || Is(type, "text");
        var isEscaped = Is(mode, "escaped");
        var html = type.Contains("html", StringComparison.OrdinalIgnoreCase);
        if (Is(mode, "base64"))
            return ExpectBase64(field, rank, element, html);
        if (Is(type, "xhtml") || Is(type, "application/xhtml+xml") && !isEscaped || html && Is(mode, "xml"))
            return Expect(field, rank, element, Treatment.Markup);
        if (html || isEscaped && isText)
            return Expect(field, rank, element, Treatment.Html);
        if (field == Field.Content && type.EndsWith("xml", StringComparison.OrdinalIgnoreCase))
            return Expect(field, rank, element, Treatment.Markup);
        if (!isText && type.Contains('/') && !type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) && mode.IsEmpty)
            return field == Field.Content ? Treatment.Skip : ExpectBase64(field, rank, element, html: false);
        return PlainContent(field, rank, element);
    }

    /// <summary>Long texts declared as plain are HTML more often than not, so that only short fields are taken at their word.</summary>
    private Treatment PlainContent(Field field, int rank, in Element element) =>
        Expect(field, rank, element, field == Field.Title ? Treatment.Value : Treatment.Html);

    private static bool Is(ReadOnlySpan<char> value, string word) => value.Equals(word, StringComparison.OrdinalIgnoreCase);

    private Treatment Link(in Element element)
    {
        if (element.Raw("href").IsEmpty)
            return Expect(Field.Link, 3, element);
        AtomLink.Take(Feed, Item, element, 0);
        return Treatment.Empty;
    }

    private Treatment Person()
    {
        inAuthor = Item is not null;
        return inAuthor ? Treatment.Descend : Treatment.Skip;
    }

    private Treatment StartPerson(in Element element) =>
        element.Is("name") ? Expect(Field.Author, 0, element)
        : element.Is("email") ? Expect(Field.AuthorEmail, 0, element)
        : element.Is("uri") || element.Is("url") ? Expect(Field.AuthorLink, 0, element)
        : Treatment.Skip;

    private Treatment Source()
    {
        inSource = true;
        return Treatment.Descend;
    }

    private Treatment StartSource(in Element element)
    {
        if (element.Is("title"))
            return Expect(Field.SourceTitle, 0, element);
        if (element.Is("link") && Item is { } item && !element.Has("rel", "self") && element.Attribute("href") is { } address)
            item.Source = new FeedSource(item.Source?.Title, item.Source?.Link ?? Links.Resolve(address, element.BaseAddress));
        return Treatment.Skip;
    }

    private Treatment Category(in Element element)
    {
        if ((element.Attribute("label") ?? element.Attribute("term")) is not { } name)
            return Expect(Field.Category, 0, element);
        Item?.Category(PlainText.FromText(name));
        return Treatment.Skip;
    }
}
