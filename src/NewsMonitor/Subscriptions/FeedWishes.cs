using NewsMonitor.Feeds;

namespace NewsMonitor.Subscriptions;

/// <summary>What a feed's body says about when to come again.</summary>
internal static class FeedWishes
{
    /// <summary>The hints for the plan of the next poll.</summary>
    /// <param name="feed">The feed as read.</param>
    /// <param name="newItems">How many of its items were not known before.</param>
    public static FeedHints Hints(this Feed feed, int newItems) => new(
        [.. feed.Items.Select(item => item.Published?.Instant ?? item.Updated?.Instant).OfType<DateTimeOffset>()],
        newItems,
        feed.Rhythm.Ttl,
        feed.Rhythm.UpdateInterval,
        [.. feed.Rhythm.SkipHours.Order()],
        [.. feed.Rhythm.SkipDays],
        feed.Items.Count);
}
