using System.Collections.Frozen;
using System.Globalization;

namespace NewsMonitor.Stories.Reading;

/// <summary>
/// How usual a unit is in reports on the topics, so that what tells events apart weighs more than what they all say: the inverse document frequency over
/// the labelled texts, from <c>background.tsv</c>.
/// </summary>
internal static class Background
{
    /// <summary>The table's name for units that need no language.</summary>
    public const string AnyLanguage = "*";

    private const string Texts = "";
    private const double Unseen = 0.4;

    private static readonly Lazy<FrozenDictionary<string, FrozenDictionary<string, int>>> Counts = new(() => Tables.Rows("Stories/background.tsv", 3)
        .GroupBy(row => row[0], StringComparer.Ordinal)
        .ToFrozenDictionary(
            rows => rows.Key,
            rows => rows.ToFrozenDictionary(row => row[1], row => int.Parse(row[2], CultureInfo.InvariantCulture), StringComparer.Ordinal),
            StringComparer.Ordinal));

    /// <summary>The weight of a unit, 0 for what most texts have, 1 for what none of the counted texts had.</summary>
    public static double Rarity(string language, string unit)
    {
        if (!Counts.Value.TryGetValue(language, out var counts))
            return 1;
        var texts = counts[Texts] + 1.0;
        var seen = counts.GetValueOrDefault(unit) + Unseen;
        return Math.Clamp(Math.Log(texts / seen) / Math.Log(texts / Unseen), 0, 1);
    }
}
