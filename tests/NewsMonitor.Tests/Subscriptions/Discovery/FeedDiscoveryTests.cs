using NewsMonitor.Feeds;
using NewsMonitor.Fetching;
using NewsMonitor.Subscriptions.Discovery;
using NewsMonitor.Tests.Worlds;

namespace NewsMonitor.Tests.Subscriptions.Discovery;

public sealed class FeedDiscoveryTests
{
    private const string NewsSitemap = """
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://gazette.example/1</loc>
        <news:news><news:publication><news:name>Gazette</news:name><news:language>en</news:language></news:publication><news:publication_date>2026-11-16</news:publication_date><news:title>One</news:title></news:news></url></urlset>
        """;

    [Fact]
    public async Task The_feeds_a_page_declares_are_read_and_its_main_feed_comes_first()
    {
        await using var site = await StubSite.StartAsync();
        site.Page("/", Head(Link("/comments/feed"), Link("/empty"), Link("/world/feed"), Link("/feed"), Link("/gone"), Link("/page")));
        site.Feed("/comments/feed", Rss(site.Url("/"), "Comments on Gazette", 3));
        site.Feed("/empty", Rss(site.Url("/"), "Empty", 0));
        site.Feed("/world/feed", Rss(site.Url("/world"), "World", 2));
        site.Feed("/feed", Rss(site.Url("/"), "Gazette", 2));
        site.Page("/page");

        var found = await SearchAsync(site, "/");

        Assert.Equal(["/feed", "/world/feed", "/empty", "/comments/feed"], found.Select(feed => feed.Address.Uri.AbsolutePath));
        Assert.Equal(("Gazette", 2, FoundBy.Declared), (found[0].Title, found[0].Feed.Items.Count, found[0].By));
        Assert.True(FeedChoice.IsOfComments(found[3]));
    }

    [Fact]
    public async Task Of_a_section_its_own_feed_comes_first()
    {
        await using var site = await StubSite.StartAsync();
        site.Page("/world", Head(Link("/feed"), Link("/world/feed")));
        site.Feed("/world/feed", Rss(site.Url("/world/"), "World", 2));
        site.Feed("/feed", Rss(site.Url("/"), "Gazette", 2));

        Assert.Equal("/world/feed", (await SearchAsync(site, "/world"))[0].Address.Uri.AbsolutePath);
    }

    [Fact]
    public async Task A_page_of_feeds_is_looked_through_and_feeds_of_other_sites_are_left_alone()
    {
        await using var site = await StubSite.StartAsync();
        await using var other = await StubSite.StartAsync();
        site.Page("/", "<a href='/rss'>RSS</a>");
        site.Page("/rss", $"<a href='/asia.rss'>Asia</a><a href='{other.OriginAs("other.example")}/feed'>A friend</a>");
        site.Feed("/asia.rss", Rss(site.Url("/asia"), "Asia", 1));
        other.Feed("/feed", Rss("http://other.example/", "A friend", 1));

        Assert.Equal("Asia", Assert.Single(await SearchAsync(site, "/")).Title);
    }

    [Fact]
    public async Task Where_a_page_names_none_the_usual_places_are_tried_and_robots_txt_is_followed()
    {
        await using var site = await StubSite.StartAsync(s =>
        {
            s.Page("/blog/");
            s.On("/robots.txt").Answers(StubAnswer.Text("User-agent: *\nDisallow: /feed\n"));
            s.Feed("/feed");
            s.Feed("/rss.xml", Rss("http://x.example/", "Gazette", 1));
        });

        var found = Assert.Single(await SearchAsync(site, "/blog/"));

        Assert.Equal(("/rss.xml", FoundBy.UsualPath), (found.Address.Uri.AbsolutePath, found.By));
        Assert.Empty(site.RequestsTo("/feed"));
        Assert.Single(site.RequestsTo("/blog/feed"));
    }

    [Fact]
    public async Task A_site_without_feeds_is_known_by_its_news_sitemap()
    {
        await using var site = await StubSite.StartAsync();
        site.Page("/");
        site.On("/robots.txt").Answers(StubAnswer.Text($"User-agent: *\nAllow: /\nSitemap: {site.Url("/pages.xml")}\nSitemap: {site.Url("/index.xml.gz?of=news")}\n"));
        site.On("/index.xml.gz?of=news").Answers(StubAnswer.Bytes(
            StubAnswer.Compress("gzip", System.Text.Encoding.UTF8.GetBytes($"<sitemapindex><sitemap><loc>{site.Url("/old.xml")}</loc></sitemap><sitemap><loc>{site.Url("/news.xml")}</loc></sitemap></sitemapindex>")),
            "application/gzip"));
        site.Feed("/news.xml", NewsSitemap);

        var found = Assert.Single(await SearchAsync(site, "/"));

        Assert.Equal(("/news.xml", "Gazette", FoundBy.Sitemap), (found.Address.Uri.AbsolutePath, found.Title, found.By));
        Assert.Equal(FeedFamily.Sitemap, found.Feed.Format.Family);
        Assert.Empty(site.RequestsTo("/old.xml"));
    }

    [Fact]
    public async Task A_site_that_has_nothing_is_asked_a_bounded_number_of_times_and_nothing_twice()
    {
        await using var site = await StubSite.StartAsync();
        site.Page("/", string.Concat(Enumerable.Range(0, 500).Select(i => Link($"/{i}/feed"))));
        site.On("/robots.txt").Answers(StubAnswer.Text(string.Concat(Enumerable.Range(0, 500).Select(i => $"Sitemap: /news-{i}.xml\n"))));

        Assert.Empty(await SearchAsync(site, "/"));
        Assert.InRange(site.Requests.Length, 20, FeedDiscovery.MostRequests + 2);
        Assert.Equal(site.Requests.Length, site.Requests.Where(request => request.Path != "/robots.txt").DistinctBy(request => request.Path).Count() + site.RequestsTo("/robots.txt").Length);
    }

    private static async Task<IReadOnlyList<FoundFeed>> SearchAsync(StubSite site, string path)
    {
        using var world = new FetchWorld();
        var page = Assert.IsType<FetchOutcome.Fetched>(await world.FeedAsync(site.Url(path)));
        return await new FeedDiscovery(world.Fetcher, FeedReader.Read).SearchAsync(page, new Unheard<WebAddress>(), TestContext.Current.CancellationToken);
    }

    private static string Head(params string[] links) => $"<!DOCTYPE html><html><head><title>Gazette</title>{string.Concat(links)}</head><body></body></html>";

    private static string Link(string href) => $"<link rel='alternate' type='application/rss+xml' href='{href}'>";

    private static string Rss(string home, string title, int items) => $"""
        <rss version="2.0"><channel><title>{title}</title><link>{home}</link>{string.Concat(Enumerable.Range(0, items).Select(i => $"<item><title>{i}</title><link>{home}{i}</link></item>"))}</channel></rss>
        """;
}
