using System.Globalization;

namespace NewsMonitor.Feeds.Reading;

/// <summary>The wishes about polling while they are being read; nonsense is ignored.</summary>
internal sealed class RhythmDraft
{
    private readonly HashSet<int> hours = [];
    private readonly HashSet<DayOfWeek> days = [];
    private TimeSpan? ttl;
    private TimeSpan? period;
    private int frequency = 1;

    public void Ttl(ReadOnlySpan<char> minutes) => ttl ??= Number(minutes) is { } value and > 0 and < 1_000_000 ? TimeSpan.FromMinutes(value) : null;

    public void Period(ReadOnlySpan<char> name) => period = name.Trim() switch
    {
        "hourly" => TimeSpan.FromHours(1),
        "daily" => TimeSpan.FromDays(1),
        "weekly" => TimeSpan.FromDays(7),
        "monthly" => TimeSpan.FromDays(30),
        "yearly" => TimeSpan.FromDays(365),
        _ => period,
    };

    public void Frequency(ReadOnlySpan<char> times) => frequency = Number(times) is { } value and > 0 and < 100_000 ? value : frequency;

    /// <summary>RSS 0.91 counts the hours from 1 to 24, RSS 2.0 from 0 to 23.</summary>
    public void SkipHour(ReadOnlySpan<char> hour)
    {
        if (Number(hour) is { } value and >= 0 and <= 24)
            hours.Add(value % 24);
    }

    public void SkipDay(ReadOnlySpan<char> day)
    {
        if (Enum.TryParse<DayOfWeek>(day.Trim(), ignoreCase: true, out var known) && !char.IsAsciiDigit(day.Trim()[0]))
            days.Add(known);
    }

    public FeedRhythm ToRhythm() => new(ttl, period / frequency, hours, days);

    private static int? Number(ReadOnlySpan<char> text) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
