using System.Globalization;
using NewsMonitor.Text.Dates;

namespace NewsMonitor.Articles.Metadata;

/// <summary>Reads dates that are written for programs: in JSON-LD, in <c>meta</c> elements and in <c>datetime</c> attributes.</summary>
internal static class MachineDate
{
    private static readonly DateOnly Earliest = new(1990, 1, 1);

    /// <summary>The date, or null where there is none or it cannot be an article's.</summary>
    public static WrittenDate? Read(string? text, DateOrder order = DateOrder.Unknown)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        return (DateReader.ReadWritten(text, order) ?? FromUnixTime(text)) is { Precision: DatePrecision.Day } date && IsPlausible(date.Date) ? date : null;
    }

    /// <summary>Whether a day can be one on which something was put on the web.</summary>
    public static bool IsPlausible(DateOnly date) => date >= Earliest && date.Year < 2100;

    private static WrittenDate? FromUnixTime(string text)
    {
        if (!long.TryParse(text.AsSpan().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        if (number > 100_000_000_000) number /= 1000;
        if (number is <= 631_152_000 or >= 4_000_000_000) return null;
        var instant = DateTimeOffset.FromUnixTimeSeconds(number);
        return new WrittenDate(DateOnly.FromDateTime(instant.DateTime), DatePrecision.Day, TimeOnly.FromDateTime(instant.DateTime), WrittenZone.Known, TimeSpan.Zero, InKorean: false);
    }
}
