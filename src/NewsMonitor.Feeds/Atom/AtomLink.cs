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
        if (element.Attribute("href") is not { } address)
            return;
        var relation = element.Attribute("rel")?.Trim() ?? "";
        if (relation.StartsWith(Registry, StringComparison.OrdinalIgnoreCase))
            relation = relation[Registry.Length..];
        switch (relation.ToLowerInvariant())
        {
            case "" or "alternate":
                (item?.Link ?? feed.Link).Offer(feed.Address(address, element.BaseAddress), IsPage(element.Attribute("type")) ? rank : rank + 1);
                break;
            case "enclosure" when item is not null:
                MediaElements.Attach(item, element, "href", "length");
                break;
            case "replies" when item is not null && IsPage(element.Attribute("type")):
                item.Comments ??= Links.Resolve(address, element.BaseAddress);
                break;
        }
    }

    private static bool IsPage(string? type) =>
        type is null || type.Contains("html", StringComparison.OrdinalIgnoreCase) || type.Equals("text/plain", StringComparison.OrdinalIgnoreCase);
}
