using NewsMonitor.Text.Dates;

namespace NewsMonitor.Feeds;

/// <summary>
/// How the dates of feeds are completed. Both formats demand a zone; where one is missing the machine that wrote the feed means UTC, for feeds
/// are written by programs whose clocks run so. Korean dates are the exception: all of Korea is nine hours ahead. A zone that is named but
/// unknown is never replaced: then the day alone is known. Dates of less than a day, which the W3C's date format permits, stand for the first day of their month or year.
/// </summary>
public static class FeedDate
{
    private static readonly TimeSpan Korea = TimeSpan.FromHours(9);

    /// <summary>Reads the content of a date element; null where it leaves a doubt.</summary>
    public static PublicationTime? Read(ReadOnlySpan<char> text) => Read(text, out _);

    /// <summary>As above, and tells whether the zone was assumed.</summary>
    public static PublicationTime? Read(ReadOnlySpan<char> text, out bool assumed)
    {
        assumed = false;
        if (DateReader.ReadWritten(text) is not { } written)
            return null;
        if (written.Precision != DatePrecision.Day)
            return PublicationTime.OnDay(written.Date);
        assumed = written.Time is not null && written.Zone == WrittenZone.Missing;
        return written.ToPublicationTime(written.InKorean ? Korea : TimeSpan.Zero);
    }
}
