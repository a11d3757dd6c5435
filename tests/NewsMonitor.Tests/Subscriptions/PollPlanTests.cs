using System.Collections.Immutable;
using NewsMonitor.Fetching;
using NewsMonitor.Subscriptions;
using NewsMonitor.Tests.Worlds;

namespace NewsMonitor.Tests.Subscriptions;

public sealed class PollPlanTests
{
    private const string Url = "https://a.example/feed";
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly PollState Healthy = PollState.Subscribed(Url, Now) with
    {
        State = FeedState.Ok,
        ETag = "\"v1\"",
        LastModified = "then",
        Interval = Minutes(40),
    };

    [Fact]
    public void A_new_feed_is_due_at_once() => Assert.Equal(Now, PollState.Subscribed(Url, Now).NextPollAt);

    [Fact]
    public void A_feed_that_could_be_read_is_well_and_its_validators_are_kept()
    {
        var after = Next(PollState.Subscribed(Url, Now), Read(Answer() with { ETag = "\"v2\"", LastModified = "now" }));

        Assert.Equal((FeedState.Ok, null, 0, Now, Now), (after.State, after.Reason, after.ConsecutiveFailures, after.LastPolledAt, after.LastSuccessAt));
        Assert.Equal(("\"v2\"", "now"), (after.ETag, after.LastModified));
        Assert.Equal(Now + Minutes(30), after.NextPollAt);
    }

    [Fact]
    public void Validators_that_a_new_body_does_not_repeat_are_forgotten_and_those_of_an_unchanged_one_are_kept()
    {
        var unchanged = Next(Healthy, new PollFacts.NotModified(Answer()));

        Assert.Null(Next(Healthy, Read()).ETag);
        Assert.Equal(("\"v1\"", "then"), (unchanged.ETag, unchanged.LastModified));
    }

    [Theory]
    [InlineData(0, 0, 0, 30)]
    [InlineData(90, 0, 0, 90)]
    [InlineData(0, 90, 0, 90)]
    [InlineData(0, 0, 90, 90)]
    [InlineData(60, 90, 120, 120)]
    [InlineData(1, 1, 1, 30)]
    [InlineData(100_000, 0, 0, 360)]
    public void A_feed_is_left_alone_for_as_long_as_server_or_publisher_ask_within_the_bounds(int maxAge, int ttl, int period, int minutes)
    {
        var hints = new FeedHints([], 1, Minutes(ttl), Minutes(period));

        var after = Next(PollState.Subscribed(Url, Now), new PollFacts.Read(Answer() with { FreshFor = Minutes(maxAge) }, hints));

        Assert.Equal(Now + Minutes(minutes), after.NextPollAt);
    }

    [Theory]
    [InlineData(0.2, 5)]
    [InlineData(2, 15)]
    [InlineData(60, 60)]
    [InlineData(240, 240)]
    [InlineData(24 * 60, 360)]
    public void The_interval_follows_the_rhythm_of_the_items(double minutesBetweenItems, int interval)
    {
        var times = Enumerable.Range(0, 30).Select(i => Now - Minutes(minutesBetweenItems * i)).ToImmutableArray();

        Assert.Equal(Minutes(interval), Next(Healthy, Read(times: times)).Interval);
    }

    [Fact]
    public void A_silent_feed_is_asked_less_often_the_longer_the_silence_also_when_it_answers_304()
    {
        var times = Enumerable.Range(0, 30).Select(i => Now - Minutes(30 * i)).ToImmutableArray();
        var read = Next(Healthy, Read(times: times));

        var hours = new[] { 4, 8, 16, 96, 240 }
            .Select(h => PollPlan.Next(read, new PollFacts.NotModified(Answer()), Now.AddHours(h), PollBounds.Default, () => 0).Interval.TotalHours);

        Assert.Equal([1, 2, 4, 4, 6], hours);
    }

    [Fact]
    public void Items_are_never_pushed_out_of_a_short_feed_unseen_whatever_its_ttl_says()
    {
        var times = Enumerable.Range(0, 10).Select(i => Now - Minutes(6 * i)).ToImmutableArray();

        Assert.Equal(Minutes(18), Next(Healthy, Read(times: times, ttl: Minutes(1440))).Interval);
    }

    [Fact]
    public void A_morning_after_a_quiet_night_fills_a_short_feed_sooner_than_its_ttl_says()
    {
        ImmutableArray<DateTimeOffset> times = [.. Enumerable.Range(0, 7).Select(i => Now - Minutes(8 * i)), .. Enumerable.Range(2, 5).Select(i => Now - Minutes(60 * i))];

        Assert.Equal(Minutes(32), Next(Healthy, Read(times: times, ttl: Minutes(1440))).Interval);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(24 * 60)]
    public void A_week_of_quiet_nights_and_busy_mornings_is_followed_without_missing_an_item_and_without_nagging(int ttl)
    {
        var minutes = Enumerable.Range(0, 40).Select(i => i < 20 ? 6 * i : 120 + (24 * i)).ToList();
        var published = Enumerable.Range(0, 7).SelectMany(day => minutes.Select(minute => Now.AddDays(day) + Minutes(minute))).ToList();
        var state = PollState.Subscribed(Url, Now);
        HashSet<DateTimeOffset> seen = [];
        var polls = 0;

        for (var now = Now; now < Now.AddDays(7); now = state.NextPollAt!.Value, polls++)
        {
            var listed = published.Where(time => time <= now).TakeLast(20).ToImmutableArray();
            var news = listed.Count(seen.Add);
            PollFacts facts = news > 0 ? Read(times: listed, newItems: news, ttl: Minutes(ttl)) : new PollFacts.NotModified(Answer());
            state = PollPlan.Next(state, facts, now, PollBounds.Default, () => 0.5);
        }

        Assert.DoesNotContain(published, time => time < state.LastPolledAt && !seen.Contains(time));
        Assert.InRange(polls, 7, 7 * 24 * 4 * 2 / 3); // a naive poller asks every quarter of an hour
    }

    [Fact]
    public void A_feed_without_dates_is_asked_more_often_after_news_and_less_often_without()
    {
        Assert.Equal(Minutes(28), Next(Healthy, Read(newItems: 3)).Interval);
        Assert.Equal(Minutes(50), Next(Healthy, Read(newItems: 0)).Interval);
        Assert.Equal(Minutes(50), Next(Healthy, new PollFacts.NotModified(Answer())).Interval);
    }

    [Fact]
    public void Dates_in_the_future_and_dates_made_up_at_the_moment_of_serving_are_not_believed()
    {
        var future = Next(Healthy, Read(times: [Now.AddYears(70), Now.AddHours(-4)]));
        var madeUp = Next(Healthy with { LastPolledAt = Now.AddHours(-1) }, Read(times: [.. Enumerable.Repeat(Now, 20)], newItems: 0));

        Assert.Equal(Now.AddHours(-4), future.NewestItemAt);
        Assert.Null(madeUp.NewestItemAt);
        Assert.Equal(Minutes(50), madeUp.Interval);
    }

    [Fact]
    public void A_feed_is_not_read_in_the_hours_it_asks_to_be_skipped()
    {
        var skipping = Next(Healthy, new PollFacts.Read(Answer(), new FeedHints([], 1, SkipHours: [12, 13, 14])));

        Assert.Equal(new DateTimeOffset(2026, 3, 2, 15, 28, 0, TimeSpan.Zero), skipping.NextPollAt);
        Assert.Equal(skipping.NextPollAt, Next(skipping with { Interval = Minutes(22.4) }, new PollFacts.NotModified(Answer())).NextPollAt);
    }

    [Fact]
    public void A_feed_is_not_read_on_the_days_it_asks_to_be_skipped()
    {
        var friday = new DateTimeOffset(2026, 3, 6, 23, 50, 0, TimeSpan.Zero);
        var hints = new FeedHints([], 1, SkipDays: [DayOfWeek.Saturday, DayOfWeek.Sunday]);

        var after = PollPlan.Next(Healthy, new PollFacts.Read(Answer(), hints), friday, PollBounds.Default, () => 0);

        Assert.Equal(new DateTimeOffset(2026, 3, 9, 0, 18, 0, TimeSpan.Zero), after.NextPollAt);
    }

    [Fact]
    public void A_feed_that_asks_to_be_skipped_all_day_or_all_week_is_read_all_the_same()
    {
        var hours = new FeedHints([], 1, SkipHours: [.. Enumerable.Range(0, 24)]);
        var days = new FeedHints([], 1, SkipDays: [.. Enum.GetValues<DayOfWeek>()]);

        Assert.Equal(Now + Minutes(28), Next(Healthy, new PollFacts.Read(Answer(), hours)).NextPollAt);
        Assert.Equal(Now + Minutes(28), Next(Healthy, new PollFacts.Read(Answer(), days)).NextPollAt);
    }

    [Fact]
    public void Failures_climb_the_ladder_and_one_success_leads_down()
    {
        var state = Healthy;
        List<double> minutes = [];
        for (var i = 0; i < 8; i++)
        {
            state = Next(state, new PollFacts.Failed("a.example does not answer"));
            minutes.Add((state.NextPollAt!.Value - Now).TotalMinutes);
        }

        Assert.Equal([5, 15, 30, 60, 180, 360, 360, 360], minutes);
        Assert.Equal((FeedState.Failing, "a.example does not answer", 8, "\"v1\""), (state.State, state.Reason, state.ConsecutiveFailures, state.ETag));
        Assert.Equal((FeedState.Ok, 0), (Next(state, Read()).State, Next(state, Read()).ConsecutiveFailures));
    }

    [Fact]
    public void Retry_after_is_honored_on_any_answer_even_beyond_the_longest_interval()
    {
        var threeDays = TimeSpan.FromDays(3);

        PollFacts[] answers =
        [
            Read(Answer() with { RetryAfter = threeDays }),
            new PollFacts.NotModified(Answer() with { RetryAfter = threeDays }),
            new PollFacts.Broken(Answer() with { RetryAfter = threeDays }, "not a feed"),
            new PollFacts.Failed("429", threeDays),
            new PollFacts.Deferred(threeDays),
        ];

        Assert.All(answers, facts => Assert.Equal(Now + threeDays, Next(Healthy, facts).NextPollAt));
    }

    [Fact]
    public void Jitter_spreads_polls_and_never_makes_one_early()
    {
        static DateTimeOffset? Due(PollFacts facts) => PollPlan.Next(Healthy, facts, Now, PollBounds.Default, () => 0.5).NextPollAt;

        Assert.Equal(Now + (Minutes(28) * 1.05), Due(Read()));
        Assert.Equal(Now + Minutes(63), Due(new PollFacts.Failed("429", Minutes(60))));
        Assert.Equal(Now.AddDays(3) + Minutes(5), Due(new PollFacts.Failed("429", TimeSpan.FromDays(3))));
    }

    [Fact]
    public void A_304_never_heals_a_feed_whose_last_body_was_broken()
    {
        var broken = Next(Healthy, new PollFacts.Broken(Answer() with { ETag = "\"v2\"" }, "not a feed: an HTML page"));
        var after = Next(broken, new PollFacts.NotModified(Answer()));

        Assert.Null(broken.ETag);
        Assert.Equal((FeedState.Failing, "not a feed: an HTML page", 2), (after.State, after.Reason, after.ConsecutiveFailures));
        Assert.Equal(FeedState.Ok, Next(after, Read()).State);
    }

    [Fact]
    public void A_timeout_between_does_not_make_a_broken_body_forgotten()
    {
        var broken = Next(Healthy, new PollFacts.Broken(Answer(), "not a feed"));
        var timedOut = Next(broken, new PollFacts.Failed("a.example does not answer"));

        Assert.Equal(FeedState.Failing, Next(timedOut, new PollFacts.NotModified(Answer())).State);
    }

    [Fact]
    public void A_304_heals_a_feed_that_only_could_not_be_reached()
    {
        var unreachable = Next(Healthy, new PollFacts.Failed("a.example does not answer"));

        Assert.Equal(FeedState.Ok, Next(unreachable, new PollFacts.NotModified(Answer())).State);
    }

    [Fact]
    public void A_feed_that_is_gone_is_parked_with_a_notice()
    {
        var parked = Next(Healthy, new PollFacts.Gone("https://a.example/feed answered 410 Gone"));

        Assert.Equal((FeedState.Parked, "https://a.example/feed answered 410 Gone", null), (parked.State, parked.Reason, parked.NextPollAt));
    }

    [Fact]
    public void A_host_at_rest_says_nothing_of_its_feed()
    {
        var deferred = Next(Healthy, new PollFacts.Deferred(Minutes(10)));

        Assert.Equal(Healthy with { NextPollAt = Now + Minutes(10) }, deferred);
    }

    [Fact]
    public void A_permanent_redirect_is_adopted_after_three_successes_in_a_row()
    {
        var moved = Answer(movedTo: "https://b.example/feed");

        var once = Next(Healthy, Read(moved));
        var twice = Next(once, new PollFacts.NotModified(moved));
        var thrice = Next(twice, Read(moved));

        Assert.Equal((Url, "https://b.example/feed", 1), (once.Url, once.MovedTo, once.MovedCount));
        Assert.Equal((Url, 2), (twice.Url, twice.MovedCount));
        Assert.Equal(("https://b.example/feed", null, 0), (thrice.Url, thrice.MovedTo, thrice.MovedCount));
    }

    [Fact]
    public void A_redirect_that_wavers_or_leads_to_what_is_no_feed_is_not_adopted()
    {
        var toB = Answer(movedTo: "https://b.example/feed");
        var toC = Answer(movedTo: "https://c.example/");
        PollFacts[] wavers = [Read(Answer()), Read(toC), new PollFacts.Broken(toB, "not a feed"), new PollFacts.Failed("timeout")];

        foreach (var waver in wavers)
        {
            var state = Next(Next(Healthy, Read(toB)), Read(toB));
            state = Next(Next(state, waver), Read(toB));

            Assert.Equal((Url, 1), (state.Url, state.MovedCount));
        }
    }

    [Fact]
    public void A_redirect_to_an_open_address_is_never_adopted_for_a_secure_one()
    {
        var down = Read(Answer(movedTo: "http://b.example/feed"));

        Assert.Equal((Url, 0), (Next(Next(Next(Healthy, down), down), down).Url, Next(Healthy, down).MovedCount));
    }

    [Fact]
    public void The_facts_of_an_outcome_keep_its_reason()
    {
        var whole = new FetchOutcome.Fetched(Answer(), default);

        Assert.IsType<PollFacts.Read>(PollFacts.Of(whole, new FeedHints([], 0), null));
        Assert.Equal(
            new PollFacts.Broken(Answer(), "a page", TroubleKind.HtmlPage),
            PollFacts.Of(whole, null, new BodyTrouble(TroubleKind.HtmlPage, "a page")));
        Assert.Equal(TroubleKind.Broken, Assert.IsType<PollFacts.Broken>(PollFacts.Of(whole with { Shortfall = "cut off" }, new FeedHints([], 0), null)).Kind);
        Assert.IsType<PollFacts.NotModified>(PollFacts.Of(new FetchOutcome.NotModified(Answer())));
        Assert.Equal(new PollFacts.Failed("private", Kind: TroubleKind.Refused), PollFacts.Of(new FetchOutcome.Refused(FetchRule.Network, "private")));
        Assert.Equal(new PollFacts.Failed("http", Kind: TroubleKind.Moved), PollFacts.Of(new FetchOutcome.Refused(FetchRule.Downgrade, "http")));
        Assert.Equal(new PollFacts.Gone("410"), PollFacts.Of(new FetchOutcome.Failed(FetchFailure.Gone, 410, null, "410")));
        Assert.Equal(new PollFacts.Deferred(Minutes(2)), PollFacts.Of(new FetchOutcome.Failed(FetchFailure.Resting, null, Minutes(2), "rests")));
        Assert.Equal(
            new PollFacts.Failed("429", Minutes(2), TroubleKind.Refused),
            PollFacts.Of(new FetchOutcome.Failed(FetchFailure.Throttled, 429, Minutes(2), "429")));
    }

    [Theory]
    [InlineData(401, TroubleKind.Refused)]
    [InlineData(403, TroubleKind.Refused)]
    [InlineData(404, TroubleKind.Gone)]
    [InlineData(451, TroubleKind.Refused)]
    [InlineData(500, TroubleKind.Unreachable)]
    [InlineData(503, TroubleKind.Unreachable)]
    internal void A_status_says_what_kind_of_trouble_it_is(int status, TroubleKind kind) =>
        Assert.Equal(kind, Assert.IsType<PollFacts.Failed>(PollFacts.Of(new FetchOutcome.Failed(FetchFailure.Status, status, null, "so"))).Kind);

    private static TimeSpan Minutes(double minutes) => TimeSpan.FromMinutes(minutes);

    private static PollState Next(PollState state, PollFacts facts) => PollPlan.Next(state, facts, Now, PollBounds.Default, () => 0);

    private static Answer Answer(string? movedTo = null) =>
        new(FetchWorld.Address(Url), movedTo is null ? null : FetchWorld.Address(movedTo), 200, "application/rss+xml", null, null, null, null);

    private static PollFacts.Read Read(Answer? answer = null, ImmutableArray<DateTimeOffset> times = default, int newItems = 1, TimeSpan? ttl = null) =>
        new(answer ?? Answer(), new FeedHints(times.IsDefault ? [] : times, newItems, ttl));
}
