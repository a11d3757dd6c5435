using NewsMonitor.Fetching;
using NewsMonitor.Tests.Worlds;
using static NewsMonitor.Fetching.FetchOutcome;

namespace NewsMonitor.Tests.Fetching;

public sealed class RobotsTests
{
    private const string NothingForUs = "User-agent: NewsMonitor\nDisallow: /private/";

    [Fact]
    public async Task A_page_that_robots_excludes_is_not_asked_for()
    {
        await using var site = await StubSite.StartAsync(s =>
        {
            s.On("/robots.txt").Answers(StubAnswer.Text(NothingForUs));
            s.Page("/private/a");
        });
        using var world = new FetchWorld();

        var refused = Assert.IsType<Refused>(await world.PageAsync(site.Url("/private/a")));

        Assert.Equal((FetchRule.Robots, $"{site.Origin}/private/a is excluded by the robots.txt of 127.0.0.1"), (refused.Rule, refused.Reason));
        Assert.Empty(site.RequestsTo("/private/a"));
    }

    [Fact]
    public async Task A_feed_is_asked_for_whatever_robots_says()
    {
        await using var site = await StubSite.StartAsync(s =>
        {
            s.On("/robots.txt").Answers(StubAnswer.Text("User-agent: *\nDisallow: /"));
            s.Feed("/news.rss");
        });
        using var world = new FetchWorld();

        Assert.IsType<Fetched>(await world.FeedAsync(site.Url("/news.rss")));
        Assert.Empty(site.RequestsTo("/robots.txt"));
    }

    [Fact]
    public async Task An_operator_may_switch_robots_off()
    {
        await using var site = await StubSite.StartAsync(s =>
        {
            s.On("/robots.txt").Answers(StubAnswer.Text(NothingForUs));
            s.Page("/private/a");
        });
        using var world = new FetchWorld(FetchWorld.Loopback with { RespectRobots = false });

        Assert.IsType<Fetched>(await world.PageAsync(site.Url("/private/a")));
    }

    [Fact]
    public async Task Robots_is_asked_once_a_day_however_many_pages_wait()
    {
        await using var site = await StubSite.StartAsync(s =>
        {
            s.On("/robots.txt").Answers(StubAnswer.Text(NothingForUs));
            s.Page("/a");
        });
        using var world = new FetchWorld();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => world.PageAsync(site.Url("/a"))));
        Assert.Single(site.RequestsTo("/robots.txt"));
        world.Clock.Advance(TimeSpan.FromDays(1));
        await world.PageAsync(site.Url("/a"));

        Assert.Equal(2, site.RequestsTo("/robots.txt").Length);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(403)]
    [InlineData(410)]
    public async Task A_missing_robots_allows_everything(int status)
    {
        await using var site = await StubSite.StartAsync(s =>
        {
            s.On("/robots.txt").Answers(status);
            s.Page("/a");
        });
        using var world = new FetchWorld();

        Assert.IsType<Fetched>(await world.PageAsync(site.Url("/a")));
    }

    [Fact]
    public async Task An_unavailable_robots_keeps_us_away_until_it_can_be_read()
    {
        await using var site = await StubSite.StartAsync(s =>
        {
            s.On("/robots.txt").Answers(StubAnswer.Status(500), StubAnswer.Text(NothingForUs));
            s.Page("/a");
        });
        using var world = new FetchWorld();

        var failed = Assert.IsType<Failed>(await world.PageAsync(site.Url("/a")));
        world.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal((FetchFailure.RobotsUnavailable, 500, TimeSpan.FromMinutes(10)), (failed.Failure, failed.Status, failed.RetryAfter));
        Assert.IsType<Fetched>(await world.PageAsync(site.Url("/a")));
        Assert.Single(site.RequestsTo("/a"));
    }

    [Fact]
    public async Task A_page_that_redirects_to_an_excluded_page_is_refused_there()
    {
        await using var site = await StubSite.StartAsync(s =>
        {
            s.On("/robots.txt").Answers(StubAnswer.Text(NothingForUs));
            s.On("/a").Answers(StubAnswer.Redirect(302, "/private/a"));
            s.Page("/private/a");
        });
        using var world = new FetchWorld();

        Assert.Equal(FetchRule.Robots, Assert.IsType<Refused>(await world.PageAsync(site.Url("/a"))).Rule);
    }

    [Fact]
    public async Task A_canceled_question_leaves_the_next_page_to_ask()
    {
        var gate = new Gate();
        await using var site = await StubSite.StartAsync(s =>
        {
            s.On("/robots.txt").Answers(StubAnswer.Text(NothingForUs).Behind(gate), StubAnswer.Text(NothingForUs));
            s.Page("/a");
        });
        using var world = new FetchWorld();
        using var stop = new CancellationTokenSource();

        var first = world.Fetcher.FetchAsync(new FetchRequest(FetchWorld.Address(site.Url("/a")), FetchPurpose.Page), stop.Token);
        await gate.Arrived;
        var second = world.PageAsync(site.Url("/a"));
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.IsType<Fetched>(await second);
    }
}
