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
    public sealed record Broken(Answer Answer, string Reason) : PollFacts;

    /// <summary>The copy held is still good.</summary>
    /// <param name="Answer">What the server said.</param>
    public sealed record NotModified(Answer Answer) : PollFacts;

    /// <summary>Nothing came, or nothing was allowed to.</summary>
    /// <param name="Reason">One line.</param>
    /// <param name="RetryAfter">How long the host wants to be left alone; null where it says nothing.</param>
    public sealed record Failed(string Reason, TimeSpan? RetryAfter = null) : PollFacts;

    /// <summary>The feed is gone for good.</summary>
    /// <param name="Reason">One line.</param>
    public sealed record Gone(string Reason) : PollFacts;

    /// <summary>Nothing was sent, because the host is left alone: this says nothing of the feed.</summary>
    /// <param name="RetryAfter">How long still.</param>
    public sealed record Deferred(TimeSpan RetryAfter) : PollFacts;

    /// <summary>The facts of an outcome.</summary>
    /// <param name="outcome">What the fetcher gave.</param>
    /// <param name="read">Reads a body: its hints, or the reason why it is no feed.</param>
    public static PollFacts Of(FetchOutcome outcome, Func<FetchOutcome.Fetched, (FeedHints? Hints, string? Trouble)> read)
    {
        switch (outcome)
        {
            case FetchOutcome.Fetched fetched:
                var (hints, trouble) = read(fetched);
                trouble ??= fetched.Shortfall;
                return trouble is null && hints is not null ? new Read(fetched.Answer, hints) : new Broken(fetched.Answer, trouble ?? "not a feed");
            case FetchOutcome.NotModified same:
                return new NotModified(same.Answer);
            case FetchOutcome.Refused refused:
                return new Failed(refused.Reason);
            case FetchOutcome.Failed { Failure: FetchFailure.Gone } gone:
                return new Gone(gone.Reason);
            case FetchOutcome.Failed { Failure: FetchFailure.Resting, RetryAfter: { } rest }:
                return new Deferred(rest);
            case FetchOutcome.Failed failed:
                return new Failed(failed.Reason, failed.RetryAfter);
            default:
                throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "an outcome without facts");
        }
    }
}

/// <summary>What a feed's body says about when to come again.</summary>
/// <param name="ItemTimes">The publication times of its items, in any order; undated items are left out.</param>
/// <param name="NewItems">How many of its items were not known before.</param>
/// <param name="Ttl">RSS <c>ttl</c>.</param>
/// <param name="UpdatePeriod"><c>sy:updatePeriod</c> divided by <c>sy:updateFrequency</c>.</param>
/// <param name="SkipHours">RSS <c>skipHours</c>, 0 to 23 UTC; others are ignored.</param>
internal sealed record FeedHints(
    ImmutableArray<DateTimeOffset> ItemTimes,
    int NewItems,
    TimeSpan? Ttl = null,
    TimeSpan? UpdatePeriod = null,
    ImmutableArray<int> SkipHours = default);
