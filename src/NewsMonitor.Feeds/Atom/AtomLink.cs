using NewsMonitor.Feeds.Reading;

namespace NewsMonitor.Feeds.Atom;

/// <summary>The link element of Atom (RFC 4287, section 4.2.7), which other formats borrow.</summary>
internal static class AtomLink
{
    private const string Registry = "http://www.iana.org/assignments/relation/";

    /// <summary>Takes a link for the entry that is open, or for the feed where none is.</summary>
    /// <param name="feed">The feed.</param>
    /// <param name="item">The open entry, or null.</param>
    /// <param name="element">The link element.</param>
    /// <param name="rank">The rank of an alternate link in this format.</param>
    public static void Take(FeedDraft feed, ItemDraft? item, in Element element, int rank)
    {
        var relation = element.Raw("rel");
        if (relation.StartsWith(Registry, StringComparison.OrdinalIgnoreCase))
            relation = relation[Registry.Length..];
        var isPage = IsPage(element.Raw("type"));
        if (relation.IsEmpty || relation.Equals("alternate", StringComparison.OrdinalIgnoreCase))
        {
            var address = element.Address("href");
            if (address is null && !element.Raw("href").IsEmpty)
                feed.Faults.Add(FeedFaultKind.UnusableLink, element.Raw("href"));
            (item?.Link ?? feed.Link).Offer(address, isPage ? rank : rank + 1);
        }
        else if (item is not null && relation.Equals("enclosure", StringComparison.OrdinalIgnoreCase))
        {
            MediaElements.Attach(item, element, "href", "length");
        }
        else if (item is not null && isPage && relation.Equals("replies", StringComparison.OrdinalIgnoreCase))
        {
            item.Comments ??= element.Address("href");
        }
    }

    private static bool IsPage(ReadOnlySpan<char> type) =>
        type.IsEmpty || type.Contains("html", StringComparison.OrdinalIgnoreCase) || type.Equals("text/plain", StringComparison.OrdinalIgnoreCase);
}
