using System.Collections.Immutable;
using NewsMonitor.Fetching;

namespace NewsMonitor.Subscriptions;

/// <summary>What a poll showed, as far as the next one depends on it.</summary>
internal abstract record PollFacts
{
    private PollFacts()
    {
    }

    /// <summary>A whole feed was read.</summary>
    /// <param name="Answer">What the server said.</param>
    /// <param name="Hints">What the feed said.</param>
    public sealed record Read(Answer Answer, FeedHints Hints) : PollFacts;

    /// <summary>A body came that is no feed, or not the whole of one; what could be read of it is kept all the same.</summary>
    /// <param name="Answer">What the server said.</param>
    /// <param name="Reason">One line.</param>
    /// <param name="Kind">What it is instead.</param>
    public sealed record Broken(Answer Answer, string Reason, TroubleKind Kind = TroubleKind.Broken) : PollFacts;

    /// <summary>The copy held is still good.</summary>
    /// <param name="Answer">What the server said.</param>
    public sealed record NotModified(Answer Answer) : PollFacts;

    /// <summary>Nothing came, or nothing was allowed to.</summary>
    /// <param name="Reason">One line.</param>
    /// <param name="RetryAfter">How long the host wants to be left alone; null where it says nothing.</param>
    /// <param name="Kind">Why.</param>
    public sealed record Failed(string Reason, TimeSpan? RetryAfter = null, TroubleKind Kind = TroubleKind.Unreachable) : PollFacts;

    /// <summary>The feed is gone for good.</summary>
    /// <param name="Reason">One line.</param>
    public sealed record Gone(string Reason) : PollFacts;

    /// <summary>Nothing was sent, because the host is left alone: this says nothing of the feed.</summary>
    /// <param name="RetryAfter">How long still.</param>
    public sealed record Deferred(TimeSpan RetryAfter) : PollFacts;

    /// <summary>The facts of an outcome.</summary>
    /// <param name="outcome">What the fetcher gave: anything but a document.</param>
    /// <exception cref="ArgumentException">A document came: what it holds says more, see the other overload.</exception>
    public static PollFacts Of(FetchOutcome outcome)
    {
        switch (outcome)
        {
            case FetchOutcome.Fetched:
                throw new ArgumentException("a document has to be read first", nameof(outcome));
            case FetchOutcome.NotModified same:
                return new NotModified(same.Answer);
            case FetchOutcome.Refused refused:
                return new Failed(refused.Reason, Kind: refused.Rule is FetchRule.Redirect or FetchRule.Downgrade ? TroubleKind.Moved : TroubleKind.Refused);
            case FetchOutcome.Failed { Failure: FetchFailure.Gone } gone:
                return new Gone(gone.Reason);
            case FetchOutcome.Failed { Failure: FetchFailure.Resting, RetryAfter: { } rest }:
                return new Deferred(rest);
            case FetchOutcome.Failed failed:
                return new Failed(failed.Reason, failed.RetryAfter, KindOf(failed));
            default:
                throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "an outcome without facts");
        }
    }

    /// <summary>The facts of a document.</summary>
    /// <param name="fetched">What the fetcher gave.</param>
    /// <param name="hints">What the feed said; null where it is none.</param>
    /// <param name="trouble">Why it is no feed, or not the whole of one; null where it is.</param>
    public static PollFacts Of(FetchOutcome.Fetched fetched, FeedHints? hints, BodyTrouble? trouble)
    {
        trouble ??= fetched.Shortfall is { } shortfall ? new BodyTrouble(TroubleKind.Broken, shortfall) : null;
        if (trouble is null && hints is not null)
            return new Read(fetched.Answer, hints);
        return new Broken(fetched.Answer, trouble?.Reason ?? "not a feed", trouble?.Kind ?? TroubleKind.Broken);
    }

    private static TroubleKind KindOf(FetchOutcome.Failed failed) => failed switch
    {
        { Failure: FetchFailure.Encoding } => TroubleKind.Broken,
        { Status: 401 or 402 or 403 or 406 or 407 or 429 or 451 } => TroubleKind.Refused,
        { Status: 404 or 410 } => TroubleKind.Gone,
        _ => TroubleKind.Unreachable,
    };
}

/// <summary>What a feed's body says about when to come again.</summary>
/// <param name="ItemTimes">The publication times of its items, in any order; undated items are left out.</param>
/// <param name="NewItems">How many of its items were not known before.</param>
/// <param name="Ttl">RSS <c>ttl</c>.</param>
/// <param name="UpdatePeriod"><c>sy:updatePeriod</c> divided by <c>sy:updateFrequency</c>.</param>
/// <param name="SkipHours">RSS <c>skipHours</c>, 0 to 23 UTC; others are ignored.</param>
/// <param name="SkipDays">RSS <c>skipDays</c>, UTC.</param>
/// <param name="Listed">How many entries the body has; null where that is not known.</param>
internal sealed record FeedHints(
    ImmutableArray<DateTimeOffset> ItemTimes,
    int NewItems,
    TimeSpan? Ttl = null,
    TimeSpan? UpdatePeriod = null,
    ImmutableArray<int> SkipHours = default,
    ImmutableArray<DayOfWeek> SkipDays = default,
    int? Listed = null);

/// <summary>Why a body is no feed, or not the whole of one.</summary>
/// <param name="Kind">What it is instead.</param>
/// <param name="Reason">One line.</param>
internal readonly record struct BodyTrouble(TroubleKind Kind, string Reason);
