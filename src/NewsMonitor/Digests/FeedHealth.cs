using System.Collections.Immutable;
using NewsMonitor.Subscriptions;

namespace NewsMonitor.Digests;

/// <summary>What of the feeds' fates a human should know.</summary>
internal static class FeedHealth
{
    /// <summary>Whether the feed counts as down, see <see cref="FeedTally"/>.</summary>
    public static bool IsDown(FeedStatus feed) => feed.State switch
    {
        FeedState.Parked => true,
        FeedState.Failing => feed.LastSuccess is null || feed.ConsecutiveFailures >= FeedDiagnosis.FailuresWorthTelling,
        _ => false,
    };

    public static FeedTally Tally(IReadOnlyCollection<FeedStatus> feeds)
    {
        var down = feeds.Count(IsDown);
        var waiting = feeds.Count(feed => feed.State == FeedState.Waiting);
        return new FeedTally(feeds.Count - down - waiting, down, waiting);
    }

    /// <summary>The feeds that are down, and those that are read and have fallen silent, shrunk or moved.</summary>
    public static ImmutableArray<FeedTrouble> Trouble(IEnumerable<FeedStatus> feeds) =>
    [
        .. feeds.Where(feed => IsDown(feed) || feed.IsTroubleWorthTelling)
            .OrderBy(feed => feed.LastSuccess)
            .ThenBy(feed => feed.Url, StringComparer.Ordinal)
            .Select(feed => new FeedTrouble(feed.Url, feed.Title, feed.State, feed.Trouble?.Reason ?? feed.Reason, feed.LastSuccess, feed.ConsecutiveFailures)
            {
                Kind = feed.Trouble?.Kind,
                Since = feed.Trouble?.Since,
                Mend = feed.Trouble?.Mend,
            }),
    ];

    /// <summary>The feeds whose trouble ended after <paramref name="from"/> and that are well now; the last one first.</summary>
    public static ImmutableArray<FeedRecovery> Recovered(IEnumerable<FeedStatus> feeds, DateTimeOffset from) =>
    [
        .. feeds.Where(feed => feed.Trouble is null && feed.Recovery?.At > from)
            .OrderByDescending(feed => feed.Recovery!.At)
            .ThenBy(feed => feed.Url, StringComparer.Ordinal)
            .Select(feed => new FeedRecovery(feed.Url, feed.Title, feed.Recovery!.From, feed.Recovery.Since, feed.Recovery.At)),
    ];
}
