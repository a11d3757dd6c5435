using System.Collections.Immutable;
using NewsMonitor.Fetching;

namespace NewsMonitor.Subscriptions;

/// <summary>The bounds of a feed's own interval: the configuration keys <c>Feeds:MinInterval</c> and <c>Feeds:MaxInterval</c>.</summary>
/// <param name="Min">Never sooner.</param>
/// <param name="Max">Never later, unless the host asks for it.</param>
internal sealed record PollBounds(TimeSpan Min, TimeSpan Max)
{
    /// <summary>Five minutes to six hours.</summary>
    public static PollBounds Default { get; } = new(TimeSpan.FromMinutes(5), TimeSpan.FromHours(6));

    /// <summary>The interval brought between the bounds.</summary>
    public TimeSpan Clamp(TimeSpan interval) => interval < Min ? Min : interval > Max ? Max : interval;
}

/// <summary>Decides when a feed is polled next and what is remembered of it. Pure: the clock and the dice are handed in.</summary>
internal static class PollPlan
{
    /// <summary>After this many successes in a row that a permanent redirect led to, its target is the feed's address.</summary>
    public const int MovesBeforeAdoption = 3;

    // Multiples of the least interval: 5, 15, 30 minutes, 1, 3, 6 hours with the defaults.
    private static readonly ImmutableArray<int> Ladder = [1, 3, 6, 12, 36, 72];

    private static readonly TimeSpan LeastSpread = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MostSpread = TimeSpan.FromMinutes(10);

    /// <summary>The state after a poll.</summary>
    /// <param name="state">The state before it.</param>
    /// <param name="facts">What it showed.</param>
    /// <param name="now">When it ended, UTC.</param>
    /// <param name="bounds">The bounds of the interval.</param>
    /// <param name="jitter">Gives numbers from 0 up to 1, so that feeds polled together drift apart; jitter only ever adds.</param>
    public static PollState Next(PollState state, PollFacts facts, DateTimeOffset now, PollBounds bounds, Func<double> jitter) =>
        FeedDiagnosis.After(state, Planned(state, facts, now, bounds, jitter), now);

    /// <summary>
    /// The state of a feed whose address could not become that of its redirect, because another subscription has it: everything stays, and that is told.
    /// </summary>
    public static PollState NotAdopted(PollState before, PollState after, DateTimeOffset now)
    {
        var kept = after with
        {
            Url = before.Url,
            MovedTo = after.Url,
            MovedCount = MovesBeforeAdoption,
            MovedSince = before.MovedSince ?? now,
            IsTargetTaken = true,
            Recovery = before.Recovery,
        };
        return kept with { Trouble = FeedDiagnosis.Of(kept, now) };
    }

    private static PollState Planned(PollState state, PollFacts facts, DateTimeOffset now, PollBounds bounds, Func<double> jitter) => facts switch
    {
        PollFacts.Read read => AfterRead(state, read, now, bounds, jitter),
        PollFacts.NotModified { Answer: var answer } when !state.BodyBroken => Healthy(state, answer, newItems: 0, now, bounds, jitter),

        // A 304 proves only that the server remembers our validator; it does not heal a feed whose last body was broken.
        PollFacts.NotModified same => Unhealthy(WithBrokenBody(state), state.Failure ?? TroubleKind.Broken, state.Reason, same.Answer.RetryAfter, now, bounds, jitter),
        PollFacts.Broken broken => Unhealthy(WithBrokenBody(state), broken.Kind, broken.Reason, broken.Answer.RetryAfter, now, bounds, jitter),
        PollFacts.Failed failed => Unhealthy(state, failed.Kind, failed.Reason, failed.RetryAfter, now, bounds, jitter),
        PollFacts.Gone gone => Parked(state, gone.Reason, now),
        PollFacts.Deferred deferred => state with { NextPollAt = now + Spread(deferred.RetryAfter, jitter) },
        _ => throw new ArgumentOutOfRangeException(nameof(facts), facts, "facts without a plan"),
    };

    private static PollState AfterRead(PollState state, PollFacts.Read read, DateTimeOffset now, PollBounds bounds, Func<double> jitter)
    {
        var hints = read.Hints;
        var known = FeedRhythm.Of(hints.ItemTimes, now);

        // Items that claim to be newer than the last poll, and are none of them new, are dated by the moment they are served.
        var datesLie = hints.NewItems == 0 && known.Newest > state.LastPolledAt;
        var learned = state with
        {
            ETag = read.Answer.ETag,
            LastModified = read.Answer.LastModified,
            AskedInterval = Longer(hints.Ttl, hints.UpdatePeriod),
            SkipHours = PollHours.Mask(hints.SkipHours),
            SkipDays = PollHours.Mask(hints.SkipDays),
            Rhythm = datesLie ? null : known.Median,
            NewestItemAt = datesLie ? null : known.Newest,
            OldestItemAt = datesLie ? null : known.Oldest,
            NewestThirdAt = datesLie ? null : known.NewestThird,
        };
        learned = FeedDiagnosis.Learn(learned, hints, datesLie ? null : known.LongGap, now);
        return Healthy(learned, read.Answer, hints.NewItems, now, bounds, jitter);
    }

    private static PollState Healthy(PollState state, Answer answer, int newItems, DateTimeOffset now, PollBounds bounds, Func<double> jitter)
    {
        var interval = PollInterval.Of(state, answer.FreshFor, newItems, now, bounds);
        var jittered = bounds.Clamp(interval * (1 + (0.1 * jitter())));
        return Moved(state, answer.MovedTo, now) with
        {
            State = FeedState.Ok,
            Reason = null,
            Failure = null,
            FailingSince = null,
            ETag = answer.ETag ?? state.ETag,
            LastModified = answer.LastModified ?? state.LastModified,
            Interval = interval,
            ConsecutiveFailures = 0,
            BodyBroken = false,
            LastPolledAt = now,
            LastSuccessAt = now,
            NextPollAt = PollHours.Outside(state.SkipHours, state.SkipDays, now + AtLeast(jittered, answer.RetryAfter, jitter)),
        };
    }

    // Without validators the next answer brings the body, and with it the proof.
    private static PollState WithBrokenBody(PollState state) => state with { BodyBroken = true, ETag = null, LastModified = null };

    private static PollState Unhealthy(
        PollState state, TroubleKind kind, string? reason, TimeSpan? retryAfter, DateTimeOffset now, PollBounds bounds, Func<double> jitter)
    {
        var rung = bounds.Clamp(bounds.Min * Ladder[Math.Min(state.ConsecutiveFailures, Ladder.Length - 1)]);
        var jittered = bounds.Clamp(rung * (1 + (0.1 * jitter())));
        return Standing(state) with
        {
            State = FeedState.Failing,
            Reason = OneLine.Of(reason),
            Failure = kind,
            FailingSince = state.FailingSince ?? now,
            ConsecutiveFailures = state.ConsecutiveFailures + 1,
            LastPolledAt = now,
            NextPollAt = now + AtLeast(jittered, retryAfter, jitter),
        };
    }

    private static PollState Parked(PollState state, string reason, DateTimeOffset now) => Standing(state) with
    {
        State = FeedState.Parked,
        Reason = OneLine.Of(reason),
        Failure = TroubleKind.Gone,
        FailingSince = state.FailingSince ?? now,
        ConsecutiveFailures = state.ConsecutiveFailures + 1,
        LastPolledAt = now,
        NextPollAt = null,
    };

    // The state of a feed that leads nowhere else.
    private static PollState Standing(PollState state) => state with { MovedTo = null, MovedCount = 0, MovedSince = null, IsTargetTaken = false };

    private static PollState Moved(PollState state, WebAddress? target, DateTimeOffset now)
    {
        var movedTo = target is null || !IsAdoptable(state.Url, target) ? null : target.ToString();
        if (movedTo is null)
            return Standing(state);

        var isSame = movedTo == state.MovedTo;
        var count = isSame ? state.MovedCount + 1 : 1;
        return count < MovesBeforeAdoption
            ? state with { MovedTo = movedTo, MovedCount = count, MovedSince = isSame ? state.MovedSince ?? now : now }
            : Standing(state) with { Url = movedTo };
    }

    // The target answered, so the guard has let it be dialed; what is left is not to trade a secure address for an open one.
    private static bool IsAdoptable(string url, WebAddress target) =>
        WebAddress.TryParse(url, out var current, out _) && current != target && (target.IsSecure || !current.IsSecure);

    private static TimeSpan AtLeast(TimeSpan interval, TimeSpan? retryAfter, Func<double> jitter)
    {
        if (retryAfter is not { } asked)
            return interval;
        var spread = Spread(asked, jitter);
        return spread > interval ? spread : interval;
    }

    private static TimeSpan Spread(TimeSpan asked, Func<double> jitter)
    {
        var spread = asked * 0.1;
        spread = spread < LeastSpread ? LeastSpread : spread > MostSpread ? MostSpread : spread;
        return asked + (spread * jitter());
    }

    private static TimeSpan? Longer(TimeSpan? one, TimeSpan? other) => one is null || other > one ? other : one;
}
