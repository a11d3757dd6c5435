using Dapper;
using NewsMonitor.Matches;
using NewsMonitor.Tests.Worlds;
using Monitor = NewsMonitor.Tests.Worlds.Monitor;

namespace NewsMonitor.Tests.Journeys;

public sealed class FeedToDigestTests
{
    [Fact]
    public async Task An_article_in_a_feed_becomes_a_match_with_the_sentence_that_proves_it_and_is_told_in_the_digest()
    {
        await using var site = await StubSite.StartAsync(s =>
        {
            s.Page("/shells", News.Page("Shells by rail", News.ShellsSentence));
            s.Page("/fog", News.Page("Fog over the harbor", "The lighthouse keeper retires after forty years."));
        });
        site.Feed("/rss", News.Rss((site.Url("/shells"), "Shells by rail", ""), (site.Url("/fog"), "Fog over the harbor", "")));
        await using var monitor = new Monitor();
        monitor.Subscribe(site.Url("/rss"));

        var summary = await monitor.PollAsync();
        var digest = await monitor.DigestAsync();

        Assert.Equal((1, 2, 2, 2, 1), (summary.Polled, summary.ItemsNew, summary.Pages, summary.Articles, summary.Matches));
        var match = Assert.Single(monitor.Matches());
        Assert.Equal((site.Url("/shells"), "Shells by rail", "The Harbor Gazette", TextSource.Page), (match.Url, match.Title, match.Outlet, match.TextSource));
        var finding = Assert.Single(match.Findings);
        Assert.Equal(("dprk-russia-support", "materiel", "dprk-to-russia"), (finding.Topic, finding.Kind, finding.Direction));
        Assert.Equal(News.ShellsSentence, finding.Evidence.Quote);
        Assert.Equal(1, digest.Counts.New);
        var html = await File.ReadAllTextAsync(Path.Combine(monitor.DigestFolder, $"{digest.Name}.html"), TestContext.Current.CancellationToken);
        Assert.Contains("Shells by rail", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_digest_tells_each_match_once_and_the_next_window_begins_where_the_last_one_ended()
    {
        await using var site = await StubSite.StartAsync(s => s.Page("/shells", News.Page("Shells by rail", News.ShellsSentence)));
        site.Feed("/rss", News.Rss((site.Url("/shells"), "Shells by rail", "")));
        await using var monitor = new Monitor();
        monitor.Subscribe(site.Url("/rss"));
        await monitor.PollAsync();

        var first = await monitor.DigestAsync();
        monitor.Clock.Advance(TimeSpan.FromDays(1));
        var second = await monitor.DigestAsync();

        Assert.Equal(1, first.Counts.New);
        Assert.Equal(0, second.Counts.Stories());
        Assert.Equal(first.Window.Until, second.Window.From);
    }

    [Fact]
    public async Task Text_that_names_nobody_of_any_topic_is_not_kept()
    {
        await using var site = await StubSite.StartAsync(s => s.Page("/fog", News.Page("Fog", "The lighthouse keeper retires after forty years.")));
        site.Feed("/rss", News.Rss((site.Url("/fog"), "Fog", "")));
        await using var monitor = new Monitor();
        monitor.Subscribe(site.Url("/rss"));

        await monitor.PollAsync();

        var (title, text) = monitor.Database.Read(connection => connection.QuerySingle<(string, string?)>("SELECT title, text FROM articles"));
        Assert.Equal("Fog", title);
        Assert.Null(text);
    }

    [Fact]
    public async Task The_same_article_in_two_feeds_and_under_tracking_parameters_is_one_article_with_two_sightings()
    {
        await using var site = await StubSite.StartAsync(s =>
        {
            s.Page("/shells", News.Page("Shells by rail", News.ShellsSentence));
            s.Page("/shells?utm_source=rss", News.Page("Shells by rail", News.ShellsSentence));
        });
        site.Feed("/a.rss", News.Rss((site.Url("/shells"), "Shells by rail", "")));
        site.Feed("/b.rss", News.Rss((site.Url("/shells?utm_source=rss"), "Shells by rail", "")));
        await using var monitor = new Monitor();
        monitor.Subscribe(site.Url("/a.rss"), site.Url("/b.rss"));

        await monitor.PollAsync();

        var match = Assert.Single(monitor.Matches());
        Assert.Equal([site.Url("/a.rss"), site.Url("/b.rss")], match.Sightings.Select(sighting => sighting.Feed!).Order(StringComparer.Ordinal));
        Assert.Single(site.Requests, request => request.Path.StartsWith("/shells", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_feed_that_has_not_changed_is_asked_conditionally_and_gives_nothing_new()
    {
        await using var site = await StubSite.StartAsync(s => s.Page("/shells", News.Page("Shells by rail", News.ShellsSentence)));
        site.On("/rss").Answers(StubAnswer.Feed(News.Rss((site.Url("/shells"), "Shells by rail", ""))).Header("ETag", "\"v1\""), StubAnswer.Status(304));
        await using var monitor = new Monitor();
        monitor.Subscribe(site.Url("/rss"));
        await monitor.PollAsync();

        monitor.Clock.Advance(TimeSpan.FromHours(7));
        var summary = await monitor.PollAsync();

        Assert.Equal((1, 1, 0, 0), (summary.Polled, summary.NotModified, summary.ItemsNew, summary.Pages));
        Assert.Equal("\"v1\"", site.RequestsTo("/rss")[1].Headers["If-None-Match"]);
    }

    [Fact]
    public async Task A_publisher_who_changes_the_text_leaves_a_revision()
    {
        await using var site = await StubSite.StartAsync();
        var canonical = $"""<link rel="canonical" href="{site.Url("/shells")}">""";
        site.Page("/shells", News.Page("Shells by rail", News.ShellsSentence));
        site.Page("/print/shells", News.Page("Shells by rail, corrected", News.ShellsSentence, canonical));
        site.Feed("/a.rss", News.Rss((site.Url("/shells"), "Shells by rail", "")));
        site.Feed("/b.rss", News.Rss((site.Url("/print/shells"), "Shells by rail", "")));
        await using var monitor = new Monitor();
        monitor.Subscribe(site.Url("/a.rss"));
        await monitor.PollAsync();

        monitor.Subscribe(site.Url("/b.rss"));
        await monitor.PollAsync();

        Assert.Equal("Shells by rail, corrected", Assert.Single(monitor.Matches()).Title);
        Assert.Equal("Shells by rail", monitor.Database.Read(connection => connection.QuerySingle<string>("SELECT title FROM revisions")));
    }
}
