using NewsMonitor.Fetching;
using NewsMonitor.Tests.Worlds;
using static NewsMonitor.Fetching.FetchOutcome;

namespace NewsMonitor.Tests.Fetching;

public sealed class DeadlineTests
{
    [Fact]
    public async Task A_server_that_never_sends_its_headers_is_given_up_at_the_deadline()
    {
        var gate = new Gate();
        await using var site = await StubSite.StartAsync(s => s.On("/news.rss").Answers(StubAnswer.Feed("<rss/>").Behind(gate)));
        using var world = new FetchWorld();

        var fetch = world.FeedAsync(site.Url("/news.rss"));
        await gate.Arrived;
        world.Clock.Advance(seconds: 29);
        Assert.False(fetch.IsCompleted);
        world.Clock.Advance(seconds: 1);

        var failed = Assert.IsType<Failed>(await fetch);
        Assert.Equal((FetchFailure.Timeout, "127.0.0.1 did not finish within 30 s"), (failed.Failure, failed.Reason));
    }

    [Fact]
    public async Task A_body_that_drips_is_given_up_at_the_deadline_however_often_a_byte_comes()
    {
        Gate[] drips = [new(), new(), new()];
        await using var site = await StubSite.StartAsync(s => s.On("/news.rss").Answers(StubAnswer.Dripping("<rss", drips, "text/xml")));
        using var world = new FetchWorld();

        var fetch = world.FeedAsync(site.Url("/news.rss"));
        foreach (var drip in drips[..2])
        {
            await drip.Arrived;
            world.Clock.Advance(seconds: 14);
            drip.Open();
        }

        await drips[2].Arrived;
        Assert.False(fetch.IsCompleted);
        world.Clock.Advance(seconds: 2);

        Assert.Equal(FetchFailure.Timeout, Assert.IsType<Failed>(await fetch).Failure);
    }

    [Fact]
    public async Task The_deadline_spans_all_redirects()
    {
        Gate first = new(), second = new();
        await using var site = await StubSite.StartAsync(s =>
        {
            s.On("/old.rss").Answers(StubAnswer.Redirect(301, "/new.rss").Behind(first));
            s.On("/new.rss").Answers(StubAnswer.Feed("<rss/>").Behind(second));
        });
        using var world = new FetchWorld();

        var fetch = world.FeedAsync(site.Url("/old.rss"));
        await first.Arrived;
        world.Clock.Advance(seconds: 20);
        first.Open();
        await second.Arrived;
        world.Clock.Advance(seconds: 10);

        Assert.Equal(FetchFailure.Timeout, Assert.IsType<Failed>(await fetch).Failure);
    }

    [Fact]
    public async Task Waiting_for_a_turn_is_no_part_of_the_deadline()
    {
        await using var site = await StubSite.StartAsync(s => s.Feed("/news.rss"));
        using var world = new FetchWorld(FetchWorld.Loopback with { PerHostConnections = 1 });
        var held = await world.Politeness.TurnAsync("127.0.0.1", TestContext.Current.CancellationToken);

        var fetch = world.FeedAsync(site.Url("/news.rss"));
        world.Clock.Advance(seconds: 3600);
        held.Dispose();

        Assert.IsType<Fetched>(await fetch);
    }

    [Fact]
    public async Task Five_hundred_sources_that_hang_at_once_time_out_and_leave_the_others_undisturbed()
    {
        var gate = new Gate();
        await using var site = await StubSite.StartAsync(s =>
        {
            s.On("/hangs.rss").Answers(StubAnswer.Feed("<rss/>").Behind(gate));
            s.Feed("/news.rss");
        });
        using var world = new FetchWorld(FetchWorld.Loopback with { MaxConcurrency = 600 });

        var hanging = Enumerable.Range(0, 500).Select(i => world.FeedAsync(site.OriginAs($"h{i}.example") + "/hangs.rss")).ToList();
        await site.UntilRequestsAsync(500);
        var healthy = await world.FeedAsync(site.OriginAs("healthy.example") + "/news.rss");
        world.Clock.Advance(seconds: 30);
        var outcomes = await Task.WhenAll(hanging);

        Assert.IsType<Fetched>(healthy);
        Assert.All(outcomes, outcome => Assert.Equal(FetchFailure.Timeout, Assert.IsType<Failed>(outcome).Failure));
    }
}
