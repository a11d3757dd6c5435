namespace NewsMonitor.Feeds.Discovery;

/// <summary>Tells by their looks which addresses and media types are feeds'.</summary>
internal static class FeedAddress
{
    /// <summary>Whether a media type is one of feeds alone.</summary>
    public static bool IsFeedType(ReadOnlySpan<char> type) => Bare(type) is
        "application/rss+xml" or "application/atom+xml" or "application/rdf+xml" or "application/feed+json" or "application/x-rss+xml" or "application/x.atom+xml"
        or "text/rss+xml" or "text/rss" or "text/atom+xml" or "application/rss" or "application/atom" or "text/rdf+xml";

    /// <summary>Whether a media type is one that feeds share with other documents.</summary>
    public static bool MayBeFeedType(ReadOnlySpan<char> type) => Bare(type) is "application/xml" or "text/xml" or "application/json" or "text/json";

    /// <summary>
    /// Whether an address is likely a feed's: its last part is called so (<c>/feed/</c>, <c>/rss.xml</c>, <c>/index.rdf</c>), its query asks for it
    /// (<c>?feed=rss2</c>, <c>?format=feed</c>), or its host is one of feeds.
    /// </summary>
    public static bool LooksLikeFeed(string? address)
    {
        if (string.IsNullOrWhiteSpace(address))
            return false;
        if (address.StartsWith("feed:", StringComparison.OrdinalIgnoreCase))
            return true;
        var rest = address.AsSpan().Trim();
        var fragment = rest.IndexOf('#');
        rest = fragment < 0 ? rest : rest[..fragment];
        var question = rest.IndexOf('?');
        var query = question < 0 ? [] : rest[(question + 1)..];
        rest = (question < 0 ? rest : rest[..question]).TrimEnd('/');
        return HostIsOfFeeds(rest) || PartIsFeed(rest[(rest.LastIndexOf('/') + 1)..]) || QueryAsks(query);
    }

    /// <summary>The address behind the <c>feed</c> scheme, where one is written.</summary>
    public static string WithoutFeedScheme(string address)
    {
        if (!address.StartsWith("feed:", StringComparison.OrdinalIgnoreCase))
            return address;
        var rest = address["feed:".Length..];
        return rest.StartsWith("//", StringComparison.Ordinal) ? "http:" + rest : rest;
    }

    private static string Bare(ReadOnlySpan<char> type)
    {
        var end = type.IndexOf(';');
        return (end < 0 ? type : type[..end]).Trim().ToString().ToLowerInvariant();
    }

    private static bool HostIsOfFeeds(ReadOnlySpan<char> address)
    {
        var start = address.IndexOf("//", StringComparison.Ordinal);
        if (start < 0)
            return false;
        var host = address[(start + 2)..];
        var slash = host.IndexOf('/');
        return slash > 0 && (host.StartsWith("feeds.", StringComparison.OrdinalIgnoreCase) || host.StartsWith("rss.", StringComparison.OrdinalIgnoreCase));
    }

    private static bool PartIsFeed(ReadOnlySpan<char> part)
    {
        if (IsFeedWord(part))
            return true;
        var dot = part.LastIndexOf('.');
        if (dot <= 0)
            return false;
        return part[(dot + 1)..].ToString().ToLowerInvariant() switch
        {
            "rss" or "atom" or "rdf" => true,
            "xml" or "json" or "php" or "aspx" or "asp" or "jsp" or "do" => HasFeedWord(part[..dot]),
            _ => false,
        };
    }

    private static bool QueryAsks(ReadOnlySpan<char> query)
    {
        foreach (var range in query.Split('&'))
        {
            var pair = query[range];
            var equals = pair.IndexOf('=');
            if (equals > 0 && IsFeedWord(pair[(equals + 1)..]))
                return true;
        }

        return false;
    }

    // rss-world and news_feed as well, but not feedback.
    private static bool HasFeedWord(ReadOnlySpan<char> name)
    {
        foreach (var range in name.SplitAny("-_."))
        {
            if (IsFeedWord(name[range]))
                return true;
        }

        return false;
    }

    private static bool IsFeedWord(ReadOnlySpan<char> word) => word.Length <= 8 && word.ToString().ToLowerInvariant() is
        "rss" or "rss2" or "rss1" or "rss20" or "rss10" or "rss091" or "rss092" or "atom" or "atom1" or "atom10" or "feed" or "feeds" or "rssfeed" or "rssfeeds" or "rdf" or "xmlfeed";
}
