using System.Collections.Immutable;
using NewsMonitor.Subscriptions;

namespace NewsMonitor.Digests;

/// <summary>What of the feeds' fates a human should know.</summary>
internal static class FeedHealth
{
    /// <summary>A feed that failed fewer times than this in a row, and was read before, has a hiccup and is not worth a line.</summary>
    private const int FailuresWorthTelling = 3;

    /// <summary>Whether the feed counts as down, see <see cref="FeedTally"/>.</summary>
    public static bool IsDown(FeedStatus feed) => feed.State switch
    {
        FeedState.Parked => true,
        FeedState.Failing => feed.LastSuccess is null || feed.ConsecutiveFailures >= FailuresWorthTelling,
        _ => false,
    };

    public static FeedTally Tally(IReadOnlyCollection<FeedStatus> feeds)
    {
        var down = feeds.Count(IsDown);
        var waiting = feeds.Count(feed => feed.State == FeedState.Waiting);
        return new FeedTally(feeds.Count - down - waiting, down, waiting);
    }

    public static ImmutableArray<FeedTrouble> Trouble(IEnumerable<FeedStatus> feeds) =>
    [
        .. feeds.Where(IsDown)
            .OrderBy(feed => feed.LastSuccess)
            .ThenBy(feed => feed.Url, StringComparer.Ordinal)
            .Select(feed => new FeedTrouble(feed.Url, feed.Title, feed.State, feed.Reason, feed.LastSuccess, feed.ConsecutiveFailures)),
    ];
}
