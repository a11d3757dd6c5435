using System.Globalization;

namespace NewsMonitor.Text.Dates;

/// <summary>
/// When something was published, exactly as precisely as the source said it: a day, or a day with a time and its offset.
/// A time without a zone is kept as the day alone, because a wrong instant is worse than none.
/// </summary>
/// <param name="Date">The calendar day as the source wrote it.</param>
/// <param name="Time">The time of day as written, or null where only the day is known.</param>
/// <param name="Offset">The offset from UTC; null exactly where <paramref name="Time"/> is null.</param>
public readonly record struct PublicationTime(DateOnly Date, TimeOnly? Time, TimeSpan? Offset)
{
    /// <summary>The instant, or null where only the day is known.</summary>
    public DateTimeOffset? Instant => Time is { } time && Offset is { } offset ? new DateTimeOffset(Date.ToDateTime(time), offset) : null;

    /// <summary>A day without a time.</summary>
    public static PublicationTime OnDay(DateOnly date) => new(date, null, null);

    /// <summary>A known instant, in the offset it was written with.</summary>
    public static PublicationTime At(DateTimeOffset instant) =>
        new(DateOnly.FromDateTime(instant.DateTime), TimeOnly.FromDateTime(instant.DateTime), instant.Offset);

    /// <summary>ISO 8601: <c>2026-11-24T07:00:00+02:00</c>, or <c>2026-11-24</c> where only the day is known.</summary>
    public override string ToString() => Instant is { } instant
        ? instant.ToString(instant.Millisecond == 0 ? "yyyy-MM-ddTHH:mm:sszzz" : "yyyy-MM-ddTHH:mm:ss.fffzzz", CultureInfo.InvariantCulture)
        : Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
