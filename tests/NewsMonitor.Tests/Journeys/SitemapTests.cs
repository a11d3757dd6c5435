using System.Text;
using NewsMonitor.Subscriptions;
using NewsMonitor.Tests.Worlds;
using Monitor = NewsMonitor.Tests.Worlds.Monitor;

namespace NewsMonitor.Tests.Journeys;

public sealed class SitemapTests
{
    [Fact]
    public async Task An_article_in_a_news_sitemap_becomes_a_match_like_one_in_a_feed()
    {
        await using var site = await StubSite.StartAsync(s => s.Page("/shells", News.Page("Shells by rail", News.ShellsSentence)));
        var sitemap = $"""
            <?xml version="1.0" encoding="utf-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
            <url><loc>{site.Url("/about")}</loc></url>
            <url><loc>{site.Url("/shells")}</loc><news:news><news:publication><news:name>The Harbor Gazette</news:name><news:language>en</news:language></news:publication>
            <news:publication_date>2026-11-24T07:30:00Z</news:publication_date><news:title>Shells by rail</news:title></news:news></url>
            </urlset>
            """;
        site.On("/news.xml.gz").Answers(StubAnswer.Bytes(StubAnswer.Compress("gzip", Encoding.UTF8.GetBytes(sitemap)), "application/gzip"));
        await using var monitor = new Monitor();
        monitor.Subscribe(site.Url("/news.xml.gz"));

        var summary = await monitor.PollAsync();

        Assert.Equal((1, 1), (summary.ItemsNew, summary.Matches));
        Assert.Equal("Shells by rail", Assert.Single(monitor.Matches()).Title);
        var feed = monitor.Feed(site.Url("/news.xml.gz"));
        Assert.Equal((FeedState.Ok, "The Harbor Gazette"), (feed.State, feed.Title));
    }
}
