using NewsMonitor.Text.Dates;

namespace NewsMonitor.Articles.Metadata;

/// <summary>
/// Learns the publisher's offset from UTC by comparing what a page says twice: an instant in UTC beside the same minute of another hour without a zone can
/// only be the local time.
/// </summary>
internal static class LocalClock
{
    private static readonly TimeSpan FarthestOffset = TimeSpan.FromHours(14);
    private static readonly TimeSpan OffsetStep = TimeSpan.FromMinutes(15);

    /// <summary>
    /// The time with what the other statements add: a day alone becomes the instant of the same day, an instant in UTC takes the publisher's own offset, so that
    /// the day is the day it was there.
    /// </summary>
    public static PublicationTime? Complete(WrittenDate time, IReadOnlyList<WrittenDate> others)
    {
        if (time.ToPublicationTime() is not { } known) return null;
        foreach (var other in others)
        {
            if (other.ToPublicationTime() is not { Instant: { } instant } told) continue;
            if (known.Instant is null && told.Date == known.Date && (time.Time is null || other.Time == time.Time)) return told;
            if (known.Offset == TimeSpan.Zero && told.Offset != TimeSpan.Zero && (known.Instant!.Value - instant).Duration() <= TimeSpan.FromMinutes(1)) return told;
        }
        foreach (var other in others)
        {
            if (known.Instant is null && Between(other, time) is { } offset && time.Time is { } clock) return PublicationTime.At(new DateTimeOffset(time.Date.ToDateTime(clock), offset));
            if (known is { Instant: { } utc } && known.Offset == TimeSpan.Zero && Between(time, other) is { } away) return PublicationTime.At(utc.ToOffset(away));
        }
        return known;
    }

    /// <summary>The offset at which a time in UTC and one without a zone are the same minute; null where they are not, or where they are at an offset of zero.</summary>
    public static TimeSpan? Between(WrittenDate utc, WrittenDate local)
    {
        if (utc is not { Time: { } utcTime, Zone: WrittenZone.Known } || utc.Offset != TimeSpan.Zero || local is not { Time: { } localTime, Zone: WrittenZone.Missing }) return null;
        var away = Minute(local.Date, localTime) - Minute(utc.Date, utcTime);
        return away != TimeSpan.Zero && away.Duration() <= FarthestOffset && away.Ticks % OffsetStep.Ticks == 0 ? away : null;
    }

    private static DateTime Minute(DateOnly date, TimeOnly time) => date.ToDateTime(new TimeOnly(time.Hour, time.Minute));
}
