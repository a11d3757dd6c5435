using Dapper;
using NewsMonitor.Matches;
using NewsMonitor.Tests.Worlds;
using Monitor = NewsMonitor.Tests.Worlds.Monitor;

namespace NewsMonitor.Tests.Journeys;

public sealed class PendingItemTests
{
    [Fact]
    public async Task An_item_is_recorded_before_its_page_is_asked_for_and_a_restart_takes_it_up()
    {
        var gate = new Gate();
        await using var site = await StubSite.StartAsync(s => s.On("/shells").Answers(StubAnswer.Page(News.Page("Shells by rail", News.ShellsSentence)).Behind(gate)));
        site.Feed("/rss", News.Rss((site.Url("/shells"), "Shells by rail", "")));
        await using var monitor = new Monitor();
        monitor.Subscribe(site.Url("/rss"));
        using var stop = new CancellationTokenSource();
        var round = monitor.Part<Pipeline.PollRound>().RunAsync(new Pipeline.PollScope.Due(), Pipeline.RoundStep.Unheard, stop.Token);
        await gate.Arrived;

        Assert.Equal("pending", State(monitor));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => round);
        await monitor.RestartAsync();
        gate.Open();
        await monitor.PollAsync();

        Assert.Equal("done", State(monitor));
        Assert.Single(monitor.Matches());
    }

    [Fact]
    public async Task A_page_that_fails_is_asked_again_later_and_in_the_end_the_feeds_own_text_stands_in()
    {
        await using var site = await StubSite.StartAsync(s => s.On("/shells").Answers(500));
        site.Feed("/rss", News.Rss((site.Url("/shells"), "Shells by rail", News.ShellsSentence)));
        await using var monitor = new Monitor();
        monitor.Subscribe(site.Url("/rss"));

        await monitor.PollAsync();
        Assert.Equal("pending", State(monitor));
        for (var i = 0; i < 4; i++)
        {
            monitor.Clock.Advance(TimeSpan.FromHours(9));
            await monitor.PollAsync();
        }

        Assert.Equal(5, site.RequestsTo("/shells").Length);
        var match = Assert.Single(monitor.Matches());
        Assert.Equal(TextSource.Feed, match.TextSource);
        Assert.Contains("500", match.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_consent_wall_is_named_and_the_feeds_own_summary_is_read_instead()
    {
        const string Wall = """
            <!DOCTYPE html><html lang="en"><head><title>Before you continue</title></head><body><div id="cookie-consent"><h1>We value your privacy</h1>
            <p>We and our partners use cookies to store and access personal data. Accept all cookies or manage your choices.</p><button>Accept all</button></div></body></html>
            """;
        await using var site = await StubSite.StartAsync(s => s.Page("/shells", Wall));
        site.Feed("/rss", News.Rss((site.Url("/shells"), "Shells by rail", $"<p>{News.ShellsSentence}</p>")));
        await using var monitor = new Monitor();
        monitor.Subscribe(site.Url("/rss"));

        await monitor.PollAsync();

        var match = Assert.Single(monitor.Matches());
        Assert.Equal((TextSource.Feed, News.ShellsSentence), (match.TextSource, match.Findings[0].Evidence.Quote));
        Assert.StartsWith("no text on the page", match.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_gone_is_not_asked_for_twice()
    {
        await using var site = await StubSite.StartAsync(s => s.On("/shells").Answers(404));
        site.Feed("/rss", News.Rss((site.Url("/shells"), "Harbor news", "")));
        await using var monitor = new Monitor();
        monitor.Subscribe(site.Url("/rss"));

        await monitor.PollAsync();
        monitor.Clock.Advance(TimeSpan.FromDays(2));
        await monitor.PollAsync();

        Assert.Single(site.RequestsTo("/shells"));
    }

    private static string State(Monitor monitor) => monitor.Database.Read(connection => connection.QuerySingle<string>("SELECT state FROM items"));
}
