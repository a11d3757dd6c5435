using Microsoft.Extensions.Logging.Abstractions;
using NewsMonitor.Fetching;
using NewsMonitor.Pipeline;
using NewsMonitor.Scheduling;
using NewsMonitor.Subscriptions;
using NewsMonitor.Tests.Worlds;
using Monitor = NewsMonitor.Tests.Worlds.Monitor;

namespace NewsMonitor.Tests.Journeys;

public sealed class MannersTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Back_off_grows_is_kept_over_restarts_and_no_feed_is_asked_before_its_time()
    {
        await using var site = await StubSite.StartAsync(s => s.On("/rss").Answers(500));
        await using var monitor = new Monitor();
        monitor.Subscribe(site.Url("/rss"));
        var minutes = new List<double>();

        for (var poll = 1; poll <= 6; poll++)
        {
            await PollAsync(monitor);
            Assert.Equal(poll, site.RequestsTo("/rss").Length);
            var wait = monitor.Feed(site.Url("/rss")).NextPoll!.Value - monitor.Clock.GetUtcNow();
            minutes.Add(wait.TotalMinutes);

            await monitor.RestartAsync();
            monitor.Clock.Advance(wait - TimeSpan.FromSeconds(1));
            await PollAsync(monitor);
            Assert.Equal(poll, site.RequestsTo("/rss").Length);
            monitor.Clock.Advance(seconds: 1);
        }

        Assert.All(minutes.Zip([5.0, 15, 30, 60, 180, 360]), pair => Assert.InRange(pair.First, pair.Second, pair.Second * 1.1));
    }

    [Fact]
    public async Task A_feed_that_is_gone_for_good_is_not_asked_again_and_the_notice_stays()
    {
        await using var site = await StubSite.StartAsync(s => s.On("/rss").Answers(410));
        await using var monitor = new Monitor();
        monitor.Subscribe(site.Url("/rss"));

        for (var day = 0; day < 3; day++)
        {
            await PollAsync(monitor, new PollScope.Everything());
            monitor.Clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Single(site.RequestsTo("/rss"));
        Assert.Equal((FeedState.Parked, null, TroubleKind.Gone), (monitor.Feed(site.Url("/rss")).State, monitor.Feed(site.Url("/rss")).NextPoll, monitor.Feed(site.Url("/rss")).Trouble!.Kind));
    }

    [Fact]
    public async Task After_a_broken_body_the_validators_are_not_sent_so_that_no_304_can_pass_for_a_recovery()
    {
        await using var site = await StubSite.StartAsync(s => s.On("/rss").Answers(StubAnswer.Page("<!DOCTYPE html><p>Back soon</p>").Header("ETag", "\"v1\"").Header("Last-Modified", "Mon, 23 Nov 2026 09:30:00 GMT")));
        await using var monitor = new Monitor();
        monitor.Subscribe(site.Url("/rss"));

        await PollAsync(monitor, new PollScope.Everything());
        await PollAsync(monitor, new PollScope.Everything());

        Assert.All(site.RequestsTo("/rss"), request => Assert.False(request.Headers.ContainsKey("If-None-Match") || request.Headers.ContainsKey("If-Modified-Since")));
        Assert.Equal((TroubleKind.HtmlPage, 2), (monitor.Feed(site.Url("/rss")).Trouble!.Kind, monitor.Feed(site.Url("/rss")).ConsecutiveFailures));
    }

    [Theory]
    [InlineData("http://10.0.0.1/rss")]
    [InlineData("http://169.254.169.254/latest")]
    public async Task A_permanent_redirect_to_a_refused_address_is_neither_followed_nor_adopted_however_often_it_comes(string target)
    {
        await using var site = await StubSite.StartAsync(s => s.On("/rss").Answers(StubAnswer.Redirect(301, target)));
        await using var monitor = new Monitor();
        monitor.Subscribe(site.Url("/rss"));

        for (var poll = 0; poll < PollPlan.MovesBeforeAdoption + 2; poll++)
            await PollAsync(monitor, new PollScope.Everything());

        Assert.Equal((FeedState.Failing, TroubleKind.Refused), (monitor.Feed(site.Url("/rss")).State, monitor.Feed(site.Url("/rss")).Trouble!.Kind));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(403)]
    [InlineData(500)]
    public async Task Retry_after_is_honored_on_any_status_and_nonsense_in_it_changes_nothing(int status)
    {
        await using var site = await StubSite.StartAsync(s =>
        {
            s.On("/named").Answers(Answer(status).Header("Retry-After", "86400"));
            s.On("/nonsense").Answers(Answer(status).Header("Retry-After", "soon, we hope"));
        });
        await using var monitor = new Monitor();
        monitor.Subscribe(site.Url("/named"), site.Url("/nonsense"));

        await PollAsync(monitor);

        Assert.True(monitor.Feed(site.Url("/named")).NextPoll >= monitor.Clock.GetUtcNow().AddDays(1));
        Assert.True(monitor.Feed(site.Url("/nonsense")).NextPoll <= monitor.Clock.GetUtcNow().AddHours(6));
    }

    [Fact]
    public async Task A_host_that_hangs_does_not_hold_up_the_ticks_after_it()
    {
        var gate = new Gate();
        await using var site = await StubSite.StartAsync(s =>
        {
            s.On("/hangs").Answers(StubAnswer.Feed("<rss/>").Behind(gate));
            s.Feed("/well");
        });
        await using var monitor = new Monitor();
        await using var ticks = new PollTicks(monitor.Part<Polling>(), NullLogger<PollTicks>.Instance);
        monitor.Subscribe(site.Url("/hangs"));
        ticks.Tick(Cancel);
        await gate.Arrived;

        monitor.Subscribe(site.Url("/well"));
        monitor.Clock.Advance(seconds: 20);
        ticks.Tick(Cancel);
        await site.UntilRequestsAsync(2);

        Assert.Equal("/well", site.Requests[^1].Path);
        gate.Open();
    }

    [Fact]
    public async Task A_feed_that_waits_for_its_host_longer_than_a_claim_lasts_is_asked_once()
    {
        await using var site = await StubSite.StartAsync(s => s.Feed("/rss"));
        await using var monitor = new Monitor();
        monitor.Subscribe(site.Url("/rss"));
        var politeness = monitor.Part<HostPoliteness>();
        var turns = new[] { await politeness.TurnAsync("127.0.0.1", Cancel), await politeness.TurnAsync("127.0.0.1", Cancel) };

        await using (var ticks = new PollTicks(monitor.Part<Polling>(), NullLogger<PollTicks>.Instance))
        {
            for (var minute = 0; minute < 90; minute++)
            {
                ticks.Tick(Cancel);
                monitor.Clock.Advance(TimeSpan.FromMinutes(1));
            }

            Assert.Empty(site.Requests);
            foreach (var turn in turns)
                turn.Dispose();
        }

        Assert.Single(site.Requests);
    }

    private static StubAnswer Answer(int status) => status == 200 ? StubAnswer.Feed("<rss><channel><title>Stub</title></channel></rss>") : StubAnswer.Status(status);

    private static Task<RoundSummary> PollAsync(Monitor monitor, PollScope? scope = null) =>
        monitor.Part<PollRound>().RunAsync(scope ?? new PollScope.Due(), RoundStep.Unheard, Cancel, feedsOnly: true);
}
