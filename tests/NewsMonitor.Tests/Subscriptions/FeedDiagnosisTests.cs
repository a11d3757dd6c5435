using System.Collections.Immutable;
using NewsMonitor.Fetching;
using NewsMonitor.Subscriptions;
using NewsMonitor.Tests.Worlds;

namespace NewsMonitor.Tests.Subscriptions;

public sealed class FeedDiagnosisTests
{
    private const string Url = "https://a.example/feed";
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_feed_that_is_read_has_no_trouble() => Assert.Null(Read(Subscribed, Hourly(Now)).Trouble);

    [Theory]
    [InlineData(TroubleKind.Unreachable)]
    [InlineData(TroubleKind.Refused)]
    [InlineData(TroubleKind.Gone)]
    [InlineData(TroubleKind.Moved)]
    internal void A_failure_is_told_apart_by_its_kind_with_reason_and_mend(TroubleKind kind)
    {
        var trouble = Next(Read(Subscribed, Hourly(Now)), new PollFacts.Failed("so it is", Kind: kind), Now.AddHours(1)).Trouble;

        Assert.Equal(new Trouble(kind, Now.AddHours(1), "so it is"), trouble);
        Assert.EndsWith(".", trouble!.Mend, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TroubleKind.Broken)]
    [InlineData(TroubleKind.HtmlPage)]
    internal void A_body_that_is_no_feed_is_told_apart_by_what_it_is_and_a_304_keeps_that(TroubleKind kind)
    {
        var broken = Next(Read(Subscribed, Hourly(Now)), new PollFacts.Broken(Answer(), "so it is", kind), Now.AddHours(1));
        var same = Next(broken, new PollFacts.NotModified(Answer()), Now.AddHours(2));

        Assert.Equal(new Trouble(kind, Now.AddHours(1), "so it is"), same.Trouble);
    }

    [Fact]
    public void Trouble_is_told_since_the_first_failure_of_the_run_whatever_kind_that_was()
    {
        var first = Next(Read(Subscribed, Hourly(Now)), new PollFacts.Failed("timeout"), Now.AddHours(1));
        var second = Next(first, new PollFacts.Failed("403", Kind: TroubleKind.Refused), Now.AddHours(2));

        Assert.Equal(new Trouble(TroubleKind.Refused, Now.AddHours(1), "403"), second.Trouble);
    }

    [Fact]
    public void A_feed_that_is_gone_for_good_is_parked_and_worth_telling_at_once()
    {
        var parked = Next(Read(Subscribed, Hourly(Now)), new PollFacts.Gone("410"), Now.AddHours(1));

        Assert.Equal((FeedState.Parked, TroubleKind.Gone, true), (parked.State, parked.Trouble!.Kind, parked.IsTroubleWorthTelling));
    }

    [Fact]
    public void Three_failures_are_worth_telling_and_so_is_the_recovery_from_them()
    {
        var state = Read(Subscribed, Hourly(Now));
        for (var hour = 1; hour <= 3; hour++)
        {
            state = Next(state, new PollFacts.Failed("timeout"), Now.AddHours(hour));
            Assert.Equal(hour == 3, state.IsTroubleWorthTelling);
        }

        var back = Read(state, Hourly(Now.AddHours(4)), Now.AddHours(4));

        Assert.Null(back.Trouble);
        Assert.Equal(new Recovery(TroubleKind.Unreachable, Now.AddHours(1), Now.AddHours(4)), back.Recovery);
        Assert.Equal("recovered after 3 h: was unreachable", TroubleWords.Words(back.Recovery!));
    }

    [Fact]
    public void A_hiccup_leaves_no_recovery_behind()
    {
        var hiccup = Next(Read(Subscribed, Hourly(Now)), new PollFacts.Failed("timeout"), Now.AddMinutes(30));

        Assert.Null(Read(hiccup, Hourly(Now), Now.AddHours(1)).Recovery);
    }

    [Fact]
    public void A_feed_that_lists_a_quarter_of_its_usual_entries_has_shrunk_until_it_lists_them_again()
    {
        var usual = Read(Subscribed, Hourly(Now), listed: 40);
        var shrunk = Read(usual, Hourly(Now), Now.AddHours(1), listed: 3);
        var still = Next(shrunk, new PollFacts.NotModified(Answer()), Now.AddHours(2));
        var back = Read(still, Hourly(Now), Now.AddHours(3), listed: 38);

        Assert.Equal(new Trouble(TroubleKind.Shrunk, Now.AddHours(1), "lists 3 entries, usually about 40"), still.Trouble);
        Assert.Equal((null, TroubleKind.Shrunk), (back.Trouble, back.Recovery!.From));
    }

    [Theory]
    [InlineData(40, 11)]
    [InlineData(7, 0)]
    [InlineData(20, 400)]
    public void A_feed_that_varies_or_is_always_short_or_grows_has_not_shrunk(int usual, int listed) =>
        Assert.Null(Read(Read(Subscribed, Hourly(Now), listed: usual), Hourly(Now), Now.AddHours(1), listed: listed).Trouble);

    [Fact]
    public void What_has_lasted_for_a_week_is_the_feeds_new_size()
    {
        var state = Read(Subscribed, Hourly(Now), listed: 40);
        for (var day = 1; day <= 9; day++)
            state = Read(state, Hourly(Now.AddDays(day)), Now.AddDays(day), listed: 3);

        Assert.Null(state.Trouble);
        Assert.Null(Read(state, Hourly(Now.AddDays(9)), Now.AddDays(10), listed: 4).Trouble);
    }

    [Theory]
    [InlineData(1, 2.9, false)]
    [InlineData(1, 3.1, true)]
    [InlineData(24 * 7, 27, false)]
    [InlineData(24 * 7, 29, true)]
    public void Silence_is_measured_by_the_feeds_own_rhythm_and_begins_with_its_last_entry(double hoursBetween, double daysOfSilence, bool isSilent)
    {
        var read = Read(Subscribed, Every(TimeSpan.FromHours(hoursBetween), Now));

        var trouble = Next(read, new PollFacts.NotModified(Answer()), Now.AddDays(daysOfSilence)).Trouble;

        Assert.Equal(isSilent ? TroubleKind.Silent : null, trouble?.Kind);
        Assert.Equal(isSilent ? Now : null, trouble?.Since);
    }

    [Fact]
    public void A_feed_that_was_silent_when_it_was_subscribed_is_told_with_its_first_poll() =>
        Assert.Equal(TroubleKind.Silent, Read(Subscribed, Hourly(Now.AddYears(-1))).Trouble?.Kind);

    [Fact]
    public void A_feed_without_dates_is_measured_by_what_polls_found_new()
    {
        var state = Read(Subscribed, []);
        for (var day = 1; day <= 10; day++)
            state = Read(state, [], Now.AddDays(day));

        Assert.Null(Read(state, [], Now.AddDays(13), newItems: 0).Trouble);
        Assert.Equal(new DateTimeOffset(2026, 3, 12, 12, 0, 0, TimeSpan.Zero), Read(state, [], Now.AddDays(15), newItems: 0).Trouble?.Since);
    }

    [Fact]
    public void New_entries_under_old_dates_are_no_silence()
    {
        var read = Read(Subscribed, Hourly(Now));
        var later = Read(read, Hourly(Now), Now.AddDays(9), newItems: 2);

        Assert.Null(later.Trouble);
    }

    [Fact]
    public void The_first_entry_after_a_silence_is_a_recovery()
    {
        var silent = Next(Read(Subscribed, Hourly(Now)), new PollFacts.NotModified(Answer()), Now.AddDays(5));
        var back = Read(silent, Hourly(Now.AddDays(6)), Now.AddDays(6));

        Assert.Equal("recovered after 6 d: was silent", TroubleWords.Words(back.Recovery!));
    }

    [Fact]
    public void A_move_that_is_followed_is_told_when_the_new_address_is_taken_over_and_not_before()
    {
        var moved = Answer() with { MovedTo = FetchWorld.Address("https://b.example/feed?token=secret") };
        var once = Next(Read(Subscribed, Hourly(Now)), new PollFacts.NotModified(moved), Now.AddHours(1));
        var twice = Next(once, new PollFacts.NotModified(moved), Now.AddHours(2));
        var thrice = Next(twice, new PollFacts.NotModified(moved), Now.AddHours(3));

        Assert.Equal(new Trouble(TroubleKind.Moved, Now.AddHours(1), "redirects for good to https://b.example/feed"), twice.Trouble);
        Assert.False(twice.IsTroubleWorthTelling);
        Assert.Equal((null, "https://b.example/feed?token=secret"), (thrice.Trouble, thrice.Url));
        Assert.Equal("followed to its new address after 2 h", TroubleWords.Words(thrice.Recovery!));
    }

    [Fact]
    public void A_move_to_an_address_that_is_subscribed_already_stays_a_trouble_and_is_told()
    {
        var moved = Answer() with { MovedTo = FetchWorld.Address("https://b.example/feed") };
        var state = Read(Subscribed, Hourly(Now));
        for (var hour = 1; hour <= 5; hour++)
        {
            var next = Next(state, new PollFacts.NotModified(moved), Now.AddHours(hour));
            state = next.Url == state.Url ? next : PollPlan.NotAdopted(state, next, Now.AddHours(hour));
        }

        Assert.Equal((Url, null, true), (state.Url, state.Recovery, state.IsTroubleWorthTelling));
        Assert.Equal(new Trouble(TroubleKind.Moved, Now.AddHours(1), "redirects for good to https://b.example/feed, which is subscribed already"), state.Trouble);
    }

    [Fact]
    public void What_keeps_a_feed_from_being_read_comes_before_what_is_odd_about_it()
    {
        var shrunk = Read(Read(Subscribed, Hourly(Now), listed: 40), Hourly(Now), Now.AddHours(1), listed: 1);

        Assert.Equal(TroubleKind.Unreachable, Next(shrunk, new PollFacts.Failed("timeout"), Now.AddHours(2)).Trouble?.Kind);
    }

    [Fact]
    public void Every_kind_has_a_word_of_its_own_that_is_read_back()
    {
        Assert.Equal(Enum.GetValues<TroubleKind>(), TroubleWords.Kinds);
        Assert.All(TroubleWords.Kinds, kind => Assert.Equal(kind, TroubleWords.Read(TroubleWords.Word(kind))));
    }

    private static PollState Subscribed => PollState.Subscribed(Url, Now);

    private static ImmutableArray<DateTimeOffset> Hourly(DateTimeOffset newest) => Every(TimeSpan.FromHours(1), newest);

    private static ImmutableArray<DateTimeOffset> Every(TimeSpan gap, DateTimeOffset newest) => [.. Enumerable.Range(0, 20).Select(i => newest - (gap * i))];

    private static PollState Read(PollState state, ImmutableArray<DateTimeOffset> times, DateTimeOffset? now = null, int newItems = 1, int? listed = null) =>
        Next(state, new PollFacts.Read(Answer(), new FeedHints(times, newItems, Listed: listed)), now ?? Now);

    private static PollState Next(PollState state, PollFacts facts, DateTimeOffset now) => PollPlan.Next(state, facts, now, PollBounds.Default, () => 0);

    private static Answer Answer() => new(FetchWorld.Address(Url), null, 200, "application/rss+xml", null, null, null, null);
}
