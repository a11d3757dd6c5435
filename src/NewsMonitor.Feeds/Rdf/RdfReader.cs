using NewsMonitor.Feeds.Reading;
using NewsMonitor.Feeds.Rss;

namespace NewsMonitor.Feeds.Rdf;

/// <summary>RSS 0.90 and 1.0: the same words as RSS, spread over a graph in which an entry is named by <c>rdf:about</c>.</summary>
internal sealed class RdfReader(FeedDraft feed) : RssReader(feed, new FeedFormat(FeedFamily.Rdf, "1.0"))
{
    protected override Treatment StartItem(in Element element)
    {
        var treatment = base.StartItem(element);
        if (element.Attribute("rdf:about") is { Length: > 0 } name)
        {
            Item?.Id.Offer(name.Trim(), 1);
            if (Links.IsAbsolute(name))
                Item?.Link.Offer(name.Trim(), 5);
        }
        return treatment;
    }

    protected override Treatment StartInChannel(ReadOnlySpan<char> name, in Element element)
    {
        if (name is "rdf" && element.Attribute("xmlns")?.Contains("/0.9", StringComparison.Ordinal) == true)
            Feed.Format = new FeedFormat(FeedFamily.Rdf, "0.90");
        return base.StartInChannel(name, element);
    }
}
