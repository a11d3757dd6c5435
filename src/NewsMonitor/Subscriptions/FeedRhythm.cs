using System.Collections.Immutable;

namespace NewsMonitor.Subscriptions;

/// <summary>What the dates of a feed's items tell of its publisher.</summary>
/// <param name="Median">The median time between two items; null for fewer than three different dates.</param>
/// <param name="Newest">The newest date that is not in the future; null where there is none.</param>
/// <param name="Oldest">The oldest date, of a feed with at least five dated items; null otherwise.</param>
/// <param name="NewestThird">The date that a third of them are newer than, of a feed with at least five dated items; null otherwise.</param>
/// <param name="LongGap">The time that nine of ten items follow the one before within; null for fewer than five different dates.</param>
internal readonly record struct FeedRhythm(TimeSpan? Median, DateTimeOffset? Newest, DateTimeOffset? Oldest, DateTimeOffset? NewestThird, TimeSpan? LongGap)
{
    private const int DatesForMedian = 3;
    private const int ItemsForOldest = 5;
    private const int DatesForLongGap = 5;

    // What was usual long ago says nothing of today.
    private const int MostDates = 20;

    /// <summary>Reads the rhythm out of dates in any order.</summary>
    public static FeedRhythm Of(ImmutableArray<DateTimeOffset> times, DateTimeOffset now)
    {
        var past = times.IsDefault ? [] : times.Where(time => time <= now).OrderDescending().ToList();
        if (past.Count == 0)
            return default;

        var dates = past.Distinct().Take(MostDates).ToList();
        var gaps = dates.Zip(dates.Skip(1), (later, earlier) => later - earlier).Order().ToList();
        return new FeedRhythm(
            dates.Count >= DatesForMedian ? gaps[gaps.Count / 2] : null,
            past[0],
            past.Count >= ItemsForOldest ? past[^1] : null,
            past.Count >= ItemsForOldest ? past[past.Count / 3] : null,
            dates.Count >= DatesForLongGap ? gaps[gaps.Count * 9 / 10] : null);
    }
}
