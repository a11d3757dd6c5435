using System.Text;
using NewsMonitor.Feeds.Discovery;

namespace NewsMonitor.Feeds.Tests.Discovery;

public sealed class FeedLinksTests
{
    [Fact]
    public void Declared_feeds_come_first_then_links_that_look_like_feeds_each_address_once()
    {
        var links = In("""
            <html><head><base href="/en/"><link rel="stylesheet" href="/feed.css">
              <link rel=alternate type="application/rss+xml" title="News &amp; more" href="feed/">
              <LINK REL="Alternate Home" TYPE="application/atom+xml; charset=utf-8" HREF="https://atom.example/a.xml">
              <link rel="alternate" type="application/feed+json" href="/feed.json"></head>
            <body><a href="/feed.json">JSON</a><a href="world.rss#top">World</a><a href="/news">News</a><script>document.write("<a href='/rss'>x</a>")</script></body></html>
            """);

        Assert.Equal(
            [
                new("https://news.example/en/feed/", "News & more", FeedLinkKind.Declared),
                new("https://atom.example/a.xml", null, FeedLinkKind.Declared),
                new("https://news.example/feed.json", null, FeedLinkKind.Declared),
                new("https://news.example/en/world.rss", null, FeedLinkKind.Anchor),
            ],
            links);
    }

    [Theory]
    [InlineData("/feed", true)]
    [InlineData("/feed/", true)]
    [InlineData("https://feeds.example.org/news", true)]
    [InlineData("/rss/world.xml", false)]
    [InlineData("/rss_world.xml", true)]
    [InlineData("/index.rdf", true)]
    [InlineData("/?feed=rss2", true)]
    [InlineData("/world?format=feed&amp;type=rss", true)]
    [InlineData("feed://news.example/x", true)]
    [InlineData("/feedback", false)]
    [InlineData("/rss-explained.html", false)]
    [InlineData("/sitemap.xml", false)]
    [InlineData("javascript:feed", false)]
    [InlineData("mailto:rss@news.example", false)]
    public void Links_are_told_by_their_looks(string href, bool isFeed) => Assert.Equal(isFeed, In($"<a href=\"{href}\">x</a>").Count == 1);

    [Theory]
    [InlineData("""<link rel="alternate" type="application/json+oembed" href="/oembed/feed">""")]
    [InlineData("""<link rel="alternate" type="application/json" href="/wp-json/wp/v2/pages/7">""")]
    [InlineData("""<link rel="alternate" hreflang="de" href="/de/">""")]
    [InlineData("""<link rel="alternate stylesheet" type="text/css" href="/feed">""")]
    [InlineData("""<link rel="alternate" type="application/rss+xml">""")]
    [InlineData("""<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">""")]
    public void Other_alternates_are_no_feeds(string link) => Assert.Empty(In(link));

    [Fact]
    public void A_page_that_is_not_closed_anywhere_is_read_in_time()
    {
        var page = string.Concat(Enumerable.Repeat("<a href=\"/rss?", 100_000));

        Assert.True(In(page).Count <= 100);
    }

    private static IReadOnlyList<FeedLink> In(string page) => FeedLinks.In(Encoding.UTF8.GetBytes(page), "text/html; charset=utf-8", new Uri("https://news.example/world/"));
}
