using System.Collections.Immutable;

namespace NewsMonitor.Subscriptions;

/// <summary>The hours of the day and the days of the week on which a feed asks not to be read (RSS 2.0, <c>skipHours</c> and <c>skipDays</c>), as bits.</summary>
internal static class PollHours
{
    private const int Hours = 24;
    private const int Days = 7;

    /// <summary>The bits of these hours. A list that leaves no hour is taken as a mistake and for none.</summary>
    public static int Mask(ImmutableArray<int> hours)
    {
        var mask = 0;
        foreach (var hour in hours.IsDefault ? [] : hours)
        {
            // The first drafts of RSS counted to 24.
            if (hour is >= 0 and <= Hours)
                mask |= 1 << (hour % Hours);
        }

        return mask == (1 << Hours) - 1 ? 0 : mask;
    }

    /// <summary>The bits of these days. A list that leaves no day is taken as a mistake and for none.</summary>
    public static int Mask(ImmutableArray<DayOfWeek> days)
    {
        var mask = 0;
        foreach (var day in days.IsDefault ? [] : days)
            mask |= 1 << (int)day;
        return mask == (1 << Days) - 1 ? 0 : mask;
    }

    /// <summary>The time itself, or the same minute of the first hour after it that is not to be skipped.</summary>
    public static DateTimeOffset Outside(int hourMask, int dayMask, DateTimeOffset time)
    {
        for (var hours = 0; hours < Days * Hours; hours++)
        {
            var candidate = time.AddHours(hours).UtcDateTime;
            if ((hourMask & (1 << candidate.Hour)) == 0 && (dayMask & (1 << (int)candidate.DayOfWeek)) == 0)
                return time.AddHours(hours);
        }

        return time;
    }
}
