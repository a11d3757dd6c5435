using static NewsMonitor.Feeds.Tests.Samples;

namespace NewsMonitor.Feeds.Tests.Cdf;

public sealed class CdfReaderTests
{
    [Fact]
    public void Addresses_stand_in_attributes()
    {
        var feed = Read("""
            <CHANNEL HREF="https://news.example/"><TITLE>News</TITLE><ABSTRACT>All</ABSTRACT>
            <ITEM HREF="/1" LASTMOD="2026-11-16T09:30Z"><TITLE>One</TITLE><ABSTRACT>Short</ABSTRACT></ITEM></CHANNEL>
            """);
        Assert.Equal(new FeedFormat(FeedFamily.Cdf, null), feed.Format);
        Assert.Equal("https://news.example/", feed.Link);
        var item = Assert.Single(feed.Items);
        Assert.Equal("https://news.example/1", item.Link);
        Assert.Equal("Short", item.Summary?.Value);
        Assert.Equal("2026-11-16T09:30:00+00:00", item.Updated.ToString());
    }

    [Fact]
    public void A_channel_without_its_rss_element_is_rss()
    {
        var feed = Read("<channel><title>News</title><item><title>One</title><link>/1</link></item></channel>");
        Assert.Equal(FeedFamily.Rss, feed.Format.Family);
        Assert.Equal("https://news.example/1", Assert.Single(feed.Items).Link);
    }
}
