using System.Net;
using System.Net.Sockets;
using NewsMonitor.Fetching;
using NewsMonitor.Tests.Worlds;
using static NewsMonitor.Fetching.FetchOutcome;

namespace NewsMonitor.Tests.Fetching;

public sealed class FetcherTests
{
    [Fact]
    public async Task A_feed_comes_with_the_facts_a_poller_needs()
    {
        await using var site = await StubSite.StartAsync(s => s.Feed("/news.rss", "<rss/>")
            .Header("ETag", "\"v1\"")
            .Header("Last-Modified", "Mon, 02 Mar 2026 10:00:00 GMT")
            .Header("Cache-Control", "max-age=600")
            .Header("Retry-After", "90"));
        using var world = new FetchWorld();

        var fetched = Assert.IsType<Fetched>(await world.FeedAsync(site.Url("/news.rss")));

        Assert.Equal("<rss/>"u8.ToArray(), fetched.Body.ToArray());
        Assert.Null(fetched.Shortfall);
        Assert.Equal(
            new Answer(FetchWorld.Address(site.Url("/news.rss")), null, 200, "application/rss+xml", "\"v1\"", "Mon, 02 Mar 2026 10:00:00 GMT",
                TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(90)),
            fetched.Answer);
    }

    [Fact]
    public async Task A_request_says_who_asks_and_what_for_and_carries_no_cookie()
    {
        await using var site = await StubSite.StartAsync(s =>
        {
            s.Feed("/news.rss").Header("Set-Cookie", "id=1");
            s.Page("/a");
        });
        using var world = new FetchWorld();

        await world.FeedAsync(site.Url("/news.rss"));
        await world.PageAsync(site.Url("/a"));
        await world.FeedAsync(site.Url("/news.rss"));

        Assert.All(site.Requests, request => Assert.Equal(world.Options.UserAgent, request.Headers["User-Agent"]));
        Assert.All(site.Requests, request => Assert.Equal("gzip, br, zstd, deflate", request.Headers["Accept-Encoding"]));
        Assert.All(site.Requests, request => Assert.False(request.Headers.ContainsKey("Cookie")));
        Assert.StartsWith("application/atom+xml", site.RequestsTo("/news.rss")[0].Headers["Accept"], StringComparison.Ordinal);
        Assert.StartsWith("text/html", site.RequestsTo("/a")[0].Headers["Accept"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Http_2_is_offered_where_the_server_speaks_it()
    {
        Version? asked = null;
        using var transport = new HttpMessageInvoker(new ScriptedTransport(request =>
        {
            asked = request.Version;
            return new HttpResponseMessage();
        }));
        using var world = new FetchWorld(transport: transport);

        await world.FeedAsync("https://a.example/news.rss");

        Assert.Equal(new Version(2, 0), asked);
    }

    [Fact]
    public async Task Nothing_that_a_server_says_gets_into_a_reason()
    {
        using var transport = new HttpMessageInvoker(new ScriptedTransport(_ =>
            new HttpResponseMessage((HttpStatusCode)418) { ReasonPhrase = "<script>" }));
        using var world = new FetchWorld(transport: transport);

        Assert.Equal("https://a.example/news.rss answered 418 I'm a teapot", Assert.IsType<Failed>(await world.FeedAsync("https://a.example/news.rss")).Reason);
    }

    [Fact]
    public async Task Both_validators_are_sent_back_unchanged_and_304_is_told_apart()
    {
        await using var site = await StubSite.StartAsync(s => s.Feed("/news.rss").Header("ETag", "W/\"odd tag\"").Header("Cache-Control", "max-age=60"));
        using var world = new FetchWorld();

        var outcome = await world.FeedAsync(site.Url("/news.rss"), "W/\"odd tag\"", "not even a date");

        Assert.Equal(TimeSpan.FromMinutes(1), Assert.IsType<NotModified>(outcome).Answer.FreshFor);
        Assert.Equal("W/\"odd tag\"", site.Requests[0].Headers["If-None-Match"]);
        Assert.Equal("not even a date", site.Requests[0].Headers["If-Modified-Since"]);
    }

    [Fact]
    public async Task A_304_that_nobody_asked_for_is_a_failure()
    {
        await using var site = await StubSite.StartAsync(s => s.On("/news.rss").Answers(304));
        using var world = new FetchWorld();

        Assert.Equal(304, Assert.IsType<Failed>(await world.FeedAsync(site.Url("/news.rss"))).Status);
    }

    [Theory]
    [InlineData(404, FetchFailure.Status)]
    [InlineData(500, FetchFailure.Status)]
    [InlineData(410, FetchFailure.Gone)]
    [InlineData(429, FetchFailure.Throttled)]
    [InlineData(503, FetchFailure.Throttled)]
    internal async Task A_status_that_is_no_success_is_a_failure_with_the_time_the_host_named(int status, FetchFailure failure)
    {
        await using var site = await StubSite.StartAsync(s => s.On("/news.rss?key=secret").Answers(status, retryAfter: "120"));
        using var world = new FetchWorld();

        var failed = Assert.IsType<Failed>(await world.FeedAsync(site.Url("/news.rss?key=secret")));

        Assert.Equal((failure, status, TimeSpan.FromSeconds(120)), (failed.Failure, failed.Status, failed.RetryAfter));
        Assert.StartsWith($"{site.Origin}/news.rss answered {status} ", failed.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", failed.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_said_429_is_left_alone_by_everyone_until_the_time_it_named()
    {
        await using var site = await StubSite.StartAsync(s =>
        {
            s.On("/a.rss").Answers(429, retryAfter: "120");
            s.Feed("/b.rss");
        });
        using var world = new FetchWorld();

        await world.FeedAsync(site.Url("/a.rss"));
        world.Clock.Advance(seconds: 119);
        var early = Assert.IsType<Failed>(await world.FeedAsync(site.Url("/b.rss")));
        world.Clock.Advance(seconds: 1);
        var later = await world.FeedAsync(site.Url("/b.rss"));

        Assert.Equal((FetchFailure.Resting, TimeSpan.FromSeconds(1)), (early.Failure, early.RetryAfter));
        Assert.Equal("127.0.0.1 asked to be left alone until 2026-03-02T12:02:00Z", early.Reason);
        Assert.IsType<Fetched>(later);
        Assert.Single(site.RequestsTo("/b.rss"));
    }

    [Fact]
    public async Task What_waits_for_its_turn_when_the_host_says_429_is_not_sent()
    {
        var gate = new Gate();
        await using var site = await StubSite.StartAsync(s =>
        {
            s.On("/a.rss").Answers(StubAnswer.Status(429, "120").Behind(gate));
            s.Feed("/b.rss");
        });
        using var world = new FetchWorld(FetchWorld.Loopback with { PerHostConnections = 1 });

        var first = world.FeedAsync(site.Url("/a.rss"));
        await gate.Arrived;
        var second = world.FeedAsync(site.Url("/b.rss"));
        gate.Open();
        await first;

        Assert.Equal(FetchFailure.Resting, Assert.IsType<Failed>(await second).Failure);
        Assert.Empty(site.RequestsTo("/b.rss"));
    }

    [Fact]
    public async Task A_503_storm_meets_one_request_and_then_silence()
    {
        await using var site = await StubSite.StartAsync();
        for (var i = 0; i < 100; i++)
            site.On($"/{i}.rss").Answers(503);
        using var world = new FetchWorld(FetchWorld.Loopback with { PerHostConnections = 1 });

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => world.FeedAsync(site.Url($"/{i}.rss"))));

        Assert.Single(site.Requests);
        Assert.Equal(99, outcomes.Count(outcome => outcome is Failed { Failure: FetchFailure.Resting }));
    }

    [Fact]
    public async Task A_host_that_nobody_serves_is_unreachable()
    {
        // Bound and not listening: the port is taken, so no other test can serve it.
        using var silent = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        silent.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        using var world = new FetchWorld();

        var failed = Assert.IsType<Failed>(await world.FeedAsync($"http://{silent.LocalEndPoint}/"));

        Assert.Equal((FetchFailure.Unreachable, "127.0.0.1 refuses connections"), (failed.Failure, failed.Reason));
    }

    [Fact]
    public async Task A_name_that_nobody_knows_is_unreachable()
    {
        using var world = new FetchWorld(resolver: (_, _) => throw new SocketException((int)SocketError.HostNotFound));

        var failed = Assert.IsType<Failed>(await world.FeedAsync("http://nowhere.example/"));

        Assert.Equal((FetchFailure.Unreachable, "nowhere.example is no known host name"), (failed.Failure, failed.Reason));
    }

    [Fact]
    public async Task A_server_that_speaks_no_tls_is_told_apart()
    {
        await using var site = await StubSite.StartAsync();
        using var world = new FetchWorld();

        var failed = Assert.IsType<Failed>(await world.FeedAsync($"https://127.0.0.1:{site.Port}/"));

        Assert.Equal(FetchFailure.Tls, failed.Failure);
    }

    [Fact]
    public async Task Stopping_the_caller_stops_the_fetch()
    {
        var gate = new Gate();
        await using var site = await StubSite.StartAsync(s => s.On("/news.rss").Answers(StubAnswer.Feed("<rss/>").Behind(gate)));
        using var world = new FetchWorld();
        using var stop = new CancellationTokenSource();

        var fetch = world.Fetcher.FetchAsync(new FetchRequest(FetchWorld.Address(site.Url("/news.rss")), FetchPurpose.Feed), stop.Token);
        await gate.Arrived;
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetch);
    }
}
