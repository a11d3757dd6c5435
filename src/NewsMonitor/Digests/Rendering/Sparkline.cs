using System.Globalization;

namespace NewsMonitor.Digests.Rendering;

/// <summary>A row of numbers as a row of bars in text, and as words for whoever does not see them.</summary>
internal static class Sparkline
{
    private const string Bars = "▁▂▃▄▅▆▇█";

    /// <summary>A bar a number; the highest number has the highest bar, zero always the lowest.</summary>
    public static string Of(IReadOnlyList<int> values)
    {
        var most = Math.Max(1, values.DefaultIfEmpty().Max());
        return string.Concat(values.Select(value => Bars[(int)Math.Ceiling((double)value / most * (Bars.Length - 1))]));
    }

    /// <summary>"new stories in the last 4 days, oldest first: 1, 0, 2, 5".</summary>
    public static string Spoken(IReadOnlyList<int> values) => string.Create(
        CultureInfo.InvariantCulture,
        $"new stories in the last {values.Count} days, oldest first: {string.Join(", ", values.Select(value => value.ToString(CultureInfo.InvariantCulture)))}");
}
