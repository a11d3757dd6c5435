namespace NewsMonitor.Feeds.Markup;

/// <summary>The vocabularies that a feed may use.</summary>
internal enum FeedNamespace
{
    /// <summary>The words of the format itself: no namespace, one of RSS, or that of the document's root.</summary>
    Own,

    Atom,
    Content,
    DublinCore,
    DublinTerms,
    Media,
    ITunes,
    Syndication,
    FeedBurner,
    Rdf,
    Xhtml,
    News,
    SitemapImage,

    /// <summary>Known to nobody here.</summary>
    Other,
}

/// <summary>Which namespace an address or a customary prefix means.</summary>
internal static class FeedNamespaces
{
    /// <summary>By address, whatever its case, its scheme or a slash at its end.</summary>
    public static FeedNamespace ByAddress(ReadOnlySpan<char> address)
    {
        address = address.Trim().TrimEnd("/#");
        if (address.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            address = address[8..];
        else if (address.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
            address = address[7..];
        Span<char> lower = stackalloc char[80];
        if (address.Length > lower.Length)
            return FeedNamespace.Other;
        address.ToLowerInvariant(lower);
        return lower[..address.Length] switch
        {
            "" => FeedNamespace.Own,
            "purl.org/rss/1.0" or "my.netscape.com/rdf/simple/0.9" or "channel.netscape.com/rdf/simple/0.9" or "purl.org/net/rss1.1" or "my.netscape.com/publish/formats/rss-0.91.dtd" => FeedNamespace.Own,
            "backend.userland.com/rss" or "backend.userland.com/rss2" or "backend.userland.com/rss091" or "blogs.law.harvard.edu/tech/rss" or "cyber.law.harvard.edu/rss/rss.html" or "www.rssboard.org/rss-specification" => FeedNamespace.Own,
            "www.w3.org/2005/atom" or "purl.org/atom/ns" or "purl.org/echo" or "purl.org/pie" => FeedNamespace.Atom,
            "purl.org/rss/1.0/modules/content" => FeedNamespace.Content,
            "purl.org/dc/elements/1.1" or "purl.org/dc/elements/1.0" => FeedNamespace.DublinCore,
            "purl.org/dc/terms" => FeedNamespace.DublinTerms,
            "search.yahoo.com/mrss" or "search.yahoo.com/mrss/default" or "video.search.yahoo.com/mrss" or "tools.search.yahoo.com/mrss" => FeedNamespace.Media,
            "www.itunes.com/dtds/podcast-1.0.dtd" => FeedNamespace.ITunes,
            "purl.org/rss/1.0/modules/syndication" => FeedNamespace.Syndication,
            "rssnamespace.org/feedburner/ext/1.0" => FeedNamespace.FeedBurner,
            "www.w3.org/1999/02/22-rdf-syntax-ns" => FeedNamespace.Rdf,
            "www.w3.org/1999/xhtml" => FeedNamespace.Xhtml,
            "www.google.com/schemas/sitemap-news/0.9" => FeedNamespace.News,
            "www.google.com/schemas/sitemap-image/1.1" => FeedNamespace.SitemapImage,
            _ => FeedNamespace.Other,
        };
    }

    /// <summary>By the prefix that everybody uses, for documents that forget to declare it.</summary>
    public static FeedNamespace ByPrefix(ReadOnlySpan<char> prefix) => prefix switch
    {
        "rss" => FeedNamespace.Own,
        "atom" or "atom10" or "a10" or "atom03" => FeedNamespace.Atom,
        "content" => FeedNamespace.Content,
        "dc" => FeedNamespace.DublinCore,
        "dcterms" or "dct" => FeedNamespace.DublinTerms,
        "media" => FeedNamespace.Media,
        "itunes" => FeedNamespace.ITunes,
        "sy" or "syn" => FeedNamespace.Syndication,
        "feedburner" => FeedNamespace.FeedBurner,
        "rdf" or "RDF" => FeedNamespace.Rdf,
        "xhtml" => FeedNamespace.Xhtml,
        "news" => FeedNamespace.News,
        "image" => FeedNamespace.SitemapImage,
        _ => FeedNamespace.Other,
    };
}
