using System.Collections.Immutable;
using NewsMonitor.Digests;
using Quartz;

namespace NewsMonitor.Scheduling;

/// <summary>
/// The times of a cron line by the clocks of a zone. The line is read as what clocks show and each time is then given its instant, so that every local day has its slot once,
/// also where clocks are put forward over it or back to before it.
/// </summary>
internal sealed class DigestCalendar(string cron, TimeZoneInfo zone)
{
    // Near first: a line that fires every second must not be counted through a year, and one that fires once a year must be found.
    private static readonly ImmutableArray<TimeSpan> Reaches = [TimeSpan.FromMinutes(2), TimeSpan.FromHours(3), TimeSpan.FromDays(2), TimeSpan.FromDays(33), TimeSpan.FromDays(800)];

    // Longer than any zone's clocks are ever put back at once.
    private static readonly TimeSpan LongestRepeat = TimeSpan.FromHours(3);

    private readonly CronExpression line = new(cron, TimeZoneInfo.Utc);

    /// <summary>The newest slot that has come; null where there was none for more than two years.</summary>
    public DigestSlot? Latest(DateTimeOffset now)
    {
        var shown = TimeZoneInfo.ConvertTime(now, zone).DateTime;
        var until = zone.IsAmbiguousTime(shown) ? shown + LongestRepeat : shown;
        foreach (var reach in Reaches)
        {
            DigestSlot? latest = null;
            foreach (var slot in Between(shown - reach, until))
            {
                if (slot.Instant <= now)
                    latest = slot;
            }

            if (latest is not null)
                return latest;
        }

        return null;
    }

    /// <summary>The slots after one local time and up to another.</summary>
    internal IEnumerable<DigestSlot> Between(DateTime after, DateTime until)
    {
        var at = line.GetNextValidTimeAfter(AsUtc(after));
        while (at is { } next && next.DateTime <= until)
        {
            yield return new DigestSlot(next.DateTime, InstantOf(next.DateTime));
            at = line.GetNextValidTimeAfter(next);
        }
    }

    private static DateTimeOffset AsUtc(DateTime local) => new(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), TimeSpan.Zero);

    private DateTimeOffset InstantOf(DateTime local)
    {
        if (zone.IsAmbiguousTime(local))
            return new DateTimeOffset(local, zone.GetAmbiguousTimeOffsets(local).Max());

        // What clocks leave out is counted on from the last time before that they show.
        var back = TimeSpan.Zero;
        while (zone.IsInvalidTime(local - back))
            back += TimeSpan.FromMinutes(30);
        return new DateTimeOffset(local - back, zone.GetUtcOffset(local - back)).Add(back);
    }
}
