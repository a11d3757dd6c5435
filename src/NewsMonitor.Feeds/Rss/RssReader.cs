using NewsMonitor.Feeds.Atom;
using NewsMonitor.Feeds.Markup;
using NewsMonitor.Feeds.Reading;

namespace NewsMonitor.Feeds.Rss;

/// <summary>RSS 0.91 to 2.0 with the modules in use.</summary>
internal class RssReader : EntryReader
{
    private bool inAuthor;
    private bool isPermaLink;
    private bool readsId;
    private string? idBase;

    public RssReader(FeedDraft feed, FeedFormat format)
        : base(feed)
    {
        feed.Format = format;
    }

    public override bool IsEntry(FeedNamespace space, ReadOnlySpan<char> name) =>
        space == FeedNamespace.Own && name.Equals("item", StringComparison.OrdinalIgnoreCase);

    // A description may contain any element of HTML, a title or an address none that is also one of an entry.
    public override bool Interrupts(FeedNamespace space, ReadOnlySpan<char> name, Treatment reading)
    {
        if (space != FeedNamespace.Own || reading is Treatment.Skip or Treatment.Markup)
            return false;
        if (name is "pubDate" or "guid" or "enclosure" or "category" or "author" or "comments")
            return true;
        if (name is "title" && Item is { Title.Value: null })
            return true;
        return (reading == Treatment.Value || ReadsTitle) && name is "link" or "description";
    }

    public override Treatment Start(in Element element)
    {
        if (inAuthor)
            return element.Is("name") ? Expect(Field.Author, 0, element) : Treatment.Skip;
        if (element.Namespace == FeedNamespace.Atom)
            return StartAtom(element);
        if (element.Namespace != FeedNamespace.Own)
            return StartExtension(element);
        Span<char> name = stackalloc char[16];
        if (element.Name.Length > name.Length)
            return Treatment.Skip;
        element.Name.ToLowerInvariant(name);
        name = name[..element.Name.Length];
        return Item is { } item ? StartInItem(item, name, element) : StartInChannel(name, element);
    }

    public override void End(ReadOnlySpan<char> name)
    {
        inAuthor = false;
        if (name.Equals("item", StringComparison.OrdinalIgnoreCase))
            CloseItem();
    }

    /// <summary>An entry begins.</summary>
    protected virtual Treatment StartItem(in Element element)
    {
        inAuthor = false;
        OpenItem(element);
        return Treatment.Descend;
    }

    /// <summary>An element between entries.</summary>
    protected virtual Treatment StartInChannel(ReadOnlySpan<char> name, in Element element)
    {
        switch (name)
        {
            case "rss" or "channel" or "rdf":
                Feed.Language.Offer(element.Language, 2);
                return Treatment.Descend;
            case "skiphours" or "skipdays":
                return Treatment.Descend;
            case "item":
                return StartItem(element);
            case "title":
                return Expect(Field.Title, 0, element, Treatment.Html);
            case "link" when element.Attribute("href") is not null:
                return ExpectOr(Field.Link, 1, element, "href");
            case "link":
                return Expect(Field.Link, 0, element);
            case "description" or "tagline" or "subtitle":
                return Expect(Field.Summary, 0, element, Treatment.Html);
            case "language":
                return Expect(Field.Language, 0, element);
            case "lastbuilddate" or "updated":
                return Expect(Field.Updated, 0, element);
            case "pubdate":
                return Expect(Field.Published, 0, element);
            case "ttl":
                return Expect(Field.Ttl, 0, element);
            case "hour":
                return Expect(Field.SkipHour, 0, element);
            case "day":
                return Expect(Field.SkipDay, 0, element);
            default:
                return Treatment.Skip;
        }
    }

    /// <summary>An element inside an entry.</summary>
    protected virtual Treatment StartInItem(ItemDraft item, ReadOnlySpan<char> name, in Element element)
    {
        switch (name)
        {
            case "item":
                return StartItem(element);
            case "title":
                return Expect(Field.Title, 0, element, Treatment.Html);
            case "link" when element.Attribute("href") is not null:
                return ExpectOr(Field.Link, 1, element, "href");
            case "link":
                return Expect(Field.Link, 0, element);
            case "guid" or "id":
                isPermaLink = !(element.Has("isPermaLink", "false") || element.Has("isPermaLink", "0") || element.Has("isPermaLink", "no"));
                return ExpectId(element);
            case "description":
                return Expect(Field.Summary, 0, element, Treatment.Html);
            case "summary" or "abstract":
                return Expect(Field.Summary, 2, element, Treatment.Html);
            case "content" or "body" or "encoded" or "fulltext":
                return Expect(Field.Content, 3, element, Treatment.Html);
            case "pubdate":
                return Expect(Field.Published, 0, element);
            case "published" or "issued" or "date":
                return Expect(Field.Published, 2, element);
            case "updated" or "modified" or "lastbuilddate":
                return Expect(Field.Updated, 2, element);
            case "author":
                return Expect(Field.Author, 0, element);
            case "category":
                return Expect(Field.Category, 0, element);
            case "comments":
                return Expect(Field.Comments, 0, element);
            case "language":
                return Expect(Field.Language, 0, element);
            case "enclosure":
                MediaElements.Attach(item, element, "url", "length");
                return Treatment.Empty;
            case "source":
                item.Source = new FeedSource(null, element.Attribute("url") is { } address ? Links.Resolve(address, element.BaseAddress) : null);
                return Expect(Field.SourceTitle, 0, element);
            default:
                return Treatment.Skip;
        }
    }

    private Treatment ExpectId(in Element element)
    {
        readsId = true;
        idBase = element.BaseAddress;
        return Expect(Field.Id, 0, element);
    }

    public override void Value(ReadOnlySpan<char> content)
    {
        base.Value(content);
        // An identifier is the entry's address unless it says that it is not; one that does not look like an address never is.
        if (readsId && isPermaLink && Item is { } item && Links.IsAbsolute(content.Trim()))
            item.Link.Offer(Links.Resolve(content, idBase), 5);
        readsId = false;
    }

    private Treatment StartAtom(in Element element)
    {
        if (element.Is("link"))
        {
            AtomLink.Take(Feed, Item, element, 2);
            return Treatment.Empty;
        }
        if (Item is null)
            return element.Is("updated") ? Expect(Field.Updated, 1, element) : Treatment.Skip;
        if (element.Is("author"))
        {
            inAuthor = true;
            return Treatment.Descend;
        }
        return element.Is("published") ? Expect(Field.Published, 1, element)
            : element.Is("updated") ? Expect(Field.Updated, 0, element)
            : element.Is("title") ? Expect(Field.Title, 2, element, Treatment.Html)
            : element.Is("id") ? Expect(Field.Id, 2, element)
            : element.Is("summary") ? Expect(Field.Summary, 2, element, Treatment.Html)
            : element.Is("content") ? Expect(Field.Content, 1, element, element.Has("type", "xhtml") ? Treatment.Markup : Treatment.Html)
            : Treatment.Skip;
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
        return ExtensionElements.Find(element.Namespace, element.Name) is { } known ? Expect(known.Field, known.Rank, element, known.Treatment) : Treatment.Skip;
    }
}
