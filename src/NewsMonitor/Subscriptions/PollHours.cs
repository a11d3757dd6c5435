using System.Collections.Immutable;

namespace NewsMonitor.Subscriptions;

/// <summary>The hours of the day in which a feed asks not to be read (RSS 2.0, <c>skipHours</c>), as bits.</summary>
internal static class PollHours
{
    private const int AllHours = (1 << 24) - 1;

    /// <summary>The bits of these hours. A list that leaves no hour is taken as a mistake and for none.</summary>
    public static int Mask(ImmutableArray<int> hours)
    {
        var mask = 0;
        foreach (var hour in hours.IsDefault ? [] : hours)
        {
            // The first drafts of RSS counted to 24.
            if (hour is >= 0 and <= 24)
                mask |= 1 << (hour % 24);
        }

        return mask == AllHours ? 0 : mask;
    }

    /// <summary>The time itself, or the same minute of the first hour after it that is not to be skipped.</summary>
    public static DateTimeOffset Outside(int mask, DateTimeOffset time)
    {
        for (var hours = 0; hours < 24; hours++)
        {
            var candidate = time.AddHours(hours);
            if ((mask & (1 << candidate.UtcDateTime.Hour)) == 0)
                return candidate;
        }

        return time;
    }
}
