namespace NewsMonitor.Text.Dates;

/// <summary>A date exactly as far as its text goes: what is missing is null and nothing is assumed.</summary>
/// <param name="Date">The day; the first of the month or the year where <paramref name="Precision"/> says that no more is known.</param>
/// <param name="Precision">How much of <paramref name="Date"/> the text names.</param>
/// <param name="Time">The time of day as written, or null.</param>
/// <param name="Zone">What the text says about the zone.</param>
/// <param name="Offset">The offset from UTC, exactly where <paramref name="Zone"/> is <see cref="WrittenZone.Known"/>.</param>
/// <param name="InKorean">Whether the text is Korean, the one language here whose speakers at home share one offset.</param>
public readonly record struct WrittenDate(
    DateOnly Date,
    DatePrecision Precision,
    TimeOnly? Time,
    WrittenZone Zone,
    TimeSpan? Offset,
    bool InKorean)
{
    /// <summary>
    /// The date as something to rely on: an instant where the offset is known or may be assumed, otherwise the day; null where not even the day is known.
    /// </summary>
    /// <param name="assumed">The offset to read a time with that has no zone at all; a zone that is named but unknown is never replaced.</param>
    public PublicationTime? ToPublicationTime(TimeSpan? assumed = null)
    {
        if (Precision != DatePrecision.Day)
            return null;
        var offset = Zone == WrittenZone.Missing ? assumed : Offset;
        return Time is { } time && offset is { } known && Fits(Date, time, known) ? new PublicationTime(Date, time, known) : PublicationTime.OnDay(Date);
    }

    private static bool Fits(DateOnly date, TimeOnly time, TimeSpan offset)
    {
        var utc = date.ToDateTime(time).Ticks - offset.Ticks;
        return utc >= DateTime.MinValue.Ticks && utc <= DateTime.MaxValue.Ticks && offset.Duration() <= TimeSpan.FromHours(14);
    }
}

/// <summary>How much of a date was written.</summary>
public enum DatePrecision
{
    Day,
    Month,
    Year,
}

/// <summary>What a text says about the zone of its time.</summary>
public enum WrittenZone
{
    /// <summary>Nothing.</summary>
    Missing,

    /// <summary>An offset, or a name that stands for one offset.</summary>
    Known,

    /// <summary>A name that stands for several offsets or for none that is known.</summary>
    Unknown,
}
