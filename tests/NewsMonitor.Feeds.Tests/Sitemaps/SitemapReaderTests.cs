using System.Text;
using NewsMonitor.Feeds.Sitemaps;
using static NewsMonitor.Feeds.Tests.Samples;

namespace NewsMonitor.Feeds.Tests.Sitemaps;

public sealed class SitemapReaderTests
{
    private const string Spaces = """xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1" """;

    private const string Entry = """
        <url><loc>https://news.example/1?a=1&amp;b=2</loc><lastmod>2026-11-16T10:00:00Z</lastmod>
          <news:news><news:publication><news:name>The Harbor Gazette</news:name><news:language>en</news:language></news:publication>
            <news:publication_date>2026-11-16T09:30:00+01:00</news:publication_date><news:title>Fog &amp; ferries</news:title><news:keywords>harbor, fog</news:keywords></news:news>
          <image:image><image:loc>https://news.example/1.jpg</image:loc><image:title>A picture</image:title></image:image></url>
        """;

    [Fact]
    public void A_news_sitemap_is_a_feed_of_the_publication_it_names()
    {
        var feed = Read($"<urlset {Spaces}>{Entry}</urlset>");

        Assert.Equal("sitemap", feed.Format.ToString());
        Assert.Equal(("The Harbor Gazette", "en"), (feed.Title, feed.Language));
        var item = Assert.Single(feed.Items);
        Assert.Equal("https://news.example/1?a=1&b=2", item.Link);
        Assert.Equal("Fog & ferries", item.Title);
        Assert.Equal("2026-11-16T09:30:00+01:00", item.Published.ToString());
        Assert.Equal("2026-11-16T10:00:00+00:00", item.Updated.ToString());
        Assert.Equal("en", item.Language);
        Assert.Equal(["harbor", "fog"], item.Categories);
        Assert.Equal("https://news.example/1.jpg", item.Image);
        Assert.Empty(feed.Faults);
    }

    [Fact]
    public void Addresses_without_news_are_no_entries() =>
        Assert.Equal("Fog & ferries", Assert.Single(Read($"<urlset {Spaces}><url><loc>https://news.example/about</loc></url>{Entry}<url><loc>https://news.example/imprint</loc></url></urlset>").Items).Title);

    [Fact]
    public void Prefixes_may_be_any_and_undeclared_ones_mean_what_they_always_mean()
    {
        Assert.Single(Read($"""<s:urlset xmlns:s="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"><s:url><s:loc>https://news.example/1</s:loc><n:news><n:title>One</n:title></n:news></s:url></s:urlset>""").Items);
        Assert.Single(Read("<urlset><url><loc>https://news.example/1</loc><news:news><news:title>One</news:title></news:news></url></urlset>").Items);
    }

    [Fact]
    public void A_sitemap_that_has_no_news_for_now_is_one_of_news_all_the_same() => Assert.Empty(Read($"<urlset {Spaces}></urlset>").Items);

    [Theory]
    [InlineData("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>https://news.example/about</loc></url></urlset>", "none of news")]
    [InlineData("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><sitemap><loc>https://news.example/s.xml</loc></sitemap></sitemapindex>", "index of sitemaps")]
    public void Other_sitemaps_are_no_feeds_and_it_is_said_why(string document, string reason) => Assert.Contains(reason, Refuse(document).Sentence, StringComparison.Ordinal);

    [Fact]
    public void An_index_lists_its_sitemaps()
    {
        var index = """
            <?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            <sitemap><loc> https://news.example/news.xml?a=1&amp;b=2 </loc><lastmod>2026-11-16</lastmod></sitemap><sitemap><loc><![CDATA[/pages.xml.gz]]></loc></sitemap><sitemap><loc>ftp://news.example/</loc></sitemap>
            """u8;

        Assert.Equal(["https://news.example/news.xml?a=1&b=2", "https://news.example/pages.xml.gz"], SitemapIndex.Read(index, default, new Uri(Site)));
        Assert.Empty(SitemapIndex.Read(Encoding.UTF8.GetBytes($"<urlset {Spaces}>{Entry}</urlset>"), default, null));
        Assert.Empty(SitemapIndex.Read("<html><loc>https://news.example/</loc></html>"u8, default, null));
    }

    [Fact]
    public void Robots_txt_names_sitemaps_in_any_group() =>
        Assert.Equal(
            ["https://news.example/news.xml", "/b.xml"],
            RobotsSitemaps.In("\uFEFFSitemap: https://news.example/news.xml # ours\nUser-agent: *\nDisallow: /private\r\n  SITEMAP : /b.xml\nSitemap:\nSitemaps are fine\n"));
}
