using System.Globalization;
using NewsMonitor.Text.Dates;

namespace NewsMonitor.Digests;

/// <summary>Days and times as a digest tells them: in its own zone, English, the same on every machine.</summary>
internal sealed class DigestTime(Digest digest)
{
    private readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(digest.Zone);

    /// <summary>How many daily digests the window stands for, at least 1: more than one after downtime. Counted in local days, whose hours are 23 to 25.</summary>
    public int Days => Math.Max(1, digest.Date.DayNumber - DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(digest.Window.From, zone).DateTime).DayNumber);

    /// <summary>"Sun 22 Nov", or "20-22 Nov (3 days)" for a combined digest.</summary>
    public string DayLabel()
    {
        if (Days == 1)
            return digest.Date.ToString("ddd d MMM", CultureInfo.InvariantCulture);
        var first = digest.Date.AddDays(1 - Days);
        var format = first.Year != digest.Date.Year ? "d MMM yyyy" : first.Month != digest.Date.Month ? "d MMM" : "%d";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{first.ToString(format, CultureInfo.InvariantCulture)}-{digest.Date.ToString("d MMM", CultureInfo.InvariantCulture)} ({Days} days)");
    }

    /// <summary>"22 Nov", or "20-22 Nov (3 days)" for a combined digest.</summary>
    public string ShortDayLabel() => Days == 1 ? digest.Date.ToString("d MMM", CultureInfo.InvariantCulture) : DayLabel();

    /// <summary>"Sunday 22 November 2026".</summary>
    public string LongDay() => digest.Date.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"21 Nov 07:00 to 22 Nov 07:00 (Europe/Kyiv)".</summary>
    public string WindowLabel() => $"{Moment(digest.Window.From)} to {Moment(digest.Window.Until)} ({digest.Zone})";

    /// <summary>"22 Nov 07:00", with the year where it is not the digest's.</summary>
    public string Moment(DateTimeOffset instant)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        return local.ToString(local.Year == digest.Date.Year ? "d MMM HH:mm" : "d MMM yyyy HH:mm", CultureInfo.InvariantCulture);
    }

    /// <summary>The same of a publication time; a day alone where the time is unknown, "date unknown" where both are.</summary>
    public string Moment(PublicationTime? published) => published switch
    {
        null => "date unknown",
        { Instant: { } instant } => Moment(instant),
        { } day => day.Date.ToString(day.Date.Year == digest.Date.Year ? "d MMM" : "d MMM yyyy", CultureInfo.InvariantCulture),
    };
}
