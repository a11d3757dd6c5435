using NewsMonitor.Feeds.Atom;
using NewsMonitor.Feeds.Cdf;
using NewsMonitor.Feeds.Markup;
using NewsMonitor.Feeds.Rdf;
using NewsMonitor.Feeds.Rss;
using NewsMonitor.Feeds.Sitemaps;

namespace NewsMonitor.Feeds.Reading;

/// <summary>
/// Looks for the element that a feed begins with. Warnings of a script before it are passed over; an html element settles that the
/// document is a page.
/// </summary>
internal sealed class RootSearch
{
    private const int MostStrangers = 500;

    /// <summary>Whether text stood before the root.</summary>
    public bool SawText { get; set; }

    /// <summary>How many elements were passed over.</summary>
    public int Strangers { get; private set; }

    /// <summary>Whether the document is a page.</summary>
    public bool IsPage { get; private set; }

    /// <summary>Whether the search is over without a feed.</summary>
    public bool IsOver => IsPage || Strangers > MostStrangers;

    /// <summary>The first element of the document.</summary>
    public string? First { get; private set; }

    /// <summary>Whether the element begins a feed, and which reader knows it.</summary>
    public bool TryFind(ReadOnlySpan<char> name, ReadOnlySpan<char> attributes, FeedDraft feed, out FormatReader? reader)
    {
        var element = new Element(FeedNamespace.Own, name[(name.IndexOf(':') + 1)..], attributes, null, null);
        reader = null;
        if (element.Is("rss"))
            reader = new RssReader(feed, new FeedFormat(FeedFamily.Rss, element.Attribute("version")));
        else if (element.Is("RDF"))
            reader = new RdfReader(feed);
        else if (element.Is("feed"))
            reader = new AtomReader(feed, element.Attribute("version"));
        else if (element.Is("channel"))
            reader = new CdfReader(feed, element);
        else if (element.Is("urlset"))
            reader = new SitemapReader(feed);
        else if (element.Is("entry") && element.Attribute("xmlns") is { } space && FeedNamespaces.ByAddress(space) == FeedNamespace.Atom)
            reader = new AtomReader(feed, null);
        if (reader is not null)
            return true;
        First ??= element.Name.ToString();
        Strangers++;
        // An OPML list has a head and a body as well, but it does not begin with them.
        IsPage = element.Is("html") || Strangers == 1 && (element.Is("head") || element.Is("body"));
        return false;
    }
}
