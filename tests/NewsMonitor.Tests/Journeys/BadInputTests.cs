using NewsMonitor.Subscriptions;
using NewsMonitor.Tests.Worlds;
using Monitor = NewsMonitor.Tests.Worlds.Monitor;

namespace NewsMonitor.Tests.Journeys;

public sealed class BadInputTests
{
    [Theory]
    [InlineData("<!DOCTYPE html><html><head><title>Sign in</title></head><body><form><input type=password></form></body></html>")]
    [InlineData("")]
    [InlineData("{\"error\": \"no such feed\"}")]
    public async Task What_is_no_feed_is_marked_with_the_reason_and_tried_again_later(string body)
    {
        await using var site = await StubSite.StartAsync(s => s.Feed("/rss", body));
        await using var monitor = new Monitor();
        monitor.Subscribe(site.Url("/rss"));

        var summary = await monitor.PollAsync();

        var feed = monitor.Feed(site.Url("/rss"));
        Assert.Equal(FeedState.Failing, feed.State);
        Assert.False(string.IsNullOrWhiteSpace(feed.Reason));
        Assert.True(feed.NextPoll > monitor.Clock.GetUtcNow());
        Assert.Equal(feed.Reason, Assert.Single(summary.Trouble).Reason);
    }

    [Fact]
    public async Task A_truncated_feed_keeps_the_entries_that_could_be_read()
    {
        await using var site = await StubSite.StartAsync(s => s.Page("/shells", News.Page("Shells by rail", News.ShellsSentence)));
        var whole = News.Rss((site.Url("/shells"), "Shells by rail", ""), (site.Url("/fog"), "Fog over the harbor", "It lifts by noon."));
        site.Feed("/rss", whole[..whole.IndexOf("Fog over", StringComparison.Ordinal)]);
        await using var monitor = new Monitor();
        monitor.Subscribe(site.Url("/rss"));

        await monitor.PollAsync();

        Assert.Single(monitor.Matches());
        Assert.Equal(FeedState.Failing, monitor.Feed(site.Url("/rss")).State);
    }

    [Fact]
    public async Task An_endless_feed_a_decompression_bomb_and_an_entity_bomb_are_cut_off_and_disturb_nobody()
    {
        const string EntityBomb = """
            <?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
            <!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;">]>
            <rss version="2.0"><channel><title>&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;</title></channel></rss>
            """;
        await using var site = await StubSite.StartAsync(s =>
        {
            s.On("/endless").Answers(StubAnswer.Endless("application/rss+xml"));
            s.On("/bomb").Answers(StubAnswer.Bomb("gzip", megabytes: 64));
            s.Feed("/entities", EntityBomb);
            s.Page("/shells", News.Page("Shells by rail", News.ShellsSentence));
        });
        site.Feed("/rss", News.Rss((site.Url("/shells"), "Shells by rail", "")));
        await using var monitor = new Monitor(settings => settings with { Fetching = FetchWorld.Loopback with { MaxBytes = 1 << 20 } });
        monitor.Subscribe(site.Url("/endless"), site.Url("/bomb"), site.Url("/entities"), site.Url("/rss"));

        await monitor.PollAsync();

        Assert.Equal(FeedState.Failing, monitor.Feed(site.Url("/endless")).State);
        Assert.Equal(FeedState.Failing, monitor.Feed(site.Url("/bomb")).State);
        Assert.Single(monitor.Matches());
    }

    [Fact]
    public async Task A_page_with_hostile_nesting_and_control_characters_gives_an_article_or_a_reason_and_the_next_page_is_read()
    {
        await using var site = await StubSite.StartAsync(s =>
        {
            s.Page("/deep", string.Concat(Enumerable.Repeat("<div>", 100_000)) + News.ShellsSentence);
            s.Page("/shells", News.Page("Shells by rail", News.ShellsSentence + "\0\u0001\uFFFE"));
        });
        site.Feed("/rss", News.Rss((site.Url("/deep"), "Deep", "A summary."), (site.Url("/shells"), "Shells by rail", "")));
        await using var monitor = new Monitor();
        monitor.Subscribe(site.Url("/rss"));

        var summary = await monitor.PollAsync();

        Assert.Equal(2, summary.Articles);
        Assert.Contains(monitor.Matches(), match => match.Url == site.Url("/shells"));
    }
}
