using NewsMonitor.Feeds.Reading;
using NewsMonitor.Feeds.Rss;

namespace NewsMonitor.Feeds.Cdf;

/// <summary>Microsoft's Channel Definition Format, and RSS whose outermost element is missing: both begin with a channel.</summary>
internal sealed class CdfReader(FeedDraft feed, in Element root) : RssReader(feed, Format(root))
{
    protected override Treatment StartItem(in Element element)
    {
        var treatment = base.StartItem(element);
        if (element.Attribute("href") is { } address)
            Item?.Link.Offer(Feed.Address(address, element.BaseAddress), 1);
        if (element.Attribute("lastmod") is { } modified)
            Item?.Updated.Offer(Feed.Date(modified), 3);
        return treatment;
    }

    protected override Treatment StartInChannel(ReadOnlySpan<char> name, in Element element)
    {
        if (name is "channel" && element.Attribute("href") is { } address)
            Feed.Link.Offer(Feed.Address(address, element.BaseAddress), 1);
        if (name is "a")
            return ExpectOr(Field.Link, 2, element, "href");
        return name is "abstract" ? Expect(Field.Summary, 0, element, Treatment.Html) : base.StartInChannel(name, element);
    }

    protected override Treatment StartInItem(ItemDraft item, ReadOnlySpan<char> name, in Element element) =>
        name is "a" ? ExpectOr(Field.Link, 2, element, "href") : base.StartInItem(item, name, element);

    private static FeedFormat Format(in Element root) =>
        root.Name is "CHANNEL" || root.Attribute("href") is not null ? new FeedFormat(FeedFamily.Cdf, null) : new FeedFormat(FeedFamily.Rss, null);
}
