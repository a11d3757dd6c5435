using NewsMonitor.Stories.Reading;

namespace NewsMonitor.Stories.Grouping;

/// <summary>What speaks for and against two reports telling the same event; each from 0 to about 1.</summary>
internal readonly record struct PairFeatures
{
    /// <summary>Whether both are in one language, so that their words can be compared.</summary>
    public required bool SameLanguage { get; init; }

    /// <summary>The share of the shorter text's runs of words that the other has.</summary>
    public required double Containment { get; init; }

    /// <summary>The cosine of their words.</summary>
    public required double Words { get; init; }

    /// <summary>The cosine of their headlines' words.</summary>
    public required double Title { get; init; }

    /// <summary>The cosine of the facts that need no language.</summary>
    public required double Facts { get; init; }

    /// <summary>The cosine of those facts in title and first sentences.</summary>
    public required double Lead { get; init; }

    /// <summary>The weight of the numbers, days, names and addresses that both have.</summary>
    public required double Specific { get; init; }

    /// <summary>The share of the numbers in either lead that the other report lacks altogether, where both leads have any.</summary>
    public required double OtherNumbers { get; init; }

    /// <summary>1 where both leads name states or territories beyond the usual ones and share none.</summary>
    public required double OtherPlaces { get; init; }

    /// <summary>The share of the claims of the one with fewer that the other makes too.</summary>
    public required double Claims { get; init; }

    /// <summary>1 where both make claims and share none.</summary>
    public required double OtherClaims { get; init; }

    /// <summary>The time between them: 0 at once, 1 after a day, about 2 after three.</summary>
    public required double Days { get; init; }

    /// <summary>The names of the features in the order of <see cref="Values"/>.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["containment", "words", "title", "facts", "lead", "specific", "other-numbers", "other-places", "claims", "other-claims", "days"];

    /// <summary>The features' values.</summary>
    public double[] Values() => [Containment, Words, Title, Facts, Lead, Specific, OtherNumbers, OtherPlaces, Claims, OtherClaims, Days];

    /// <summary>Compares two reports.</summary>
    public static PairFeatures Of(ReportProfile one, ReportProfile other)
    {
        var same = string.Equals(one.Language, other.Language, StringComparison.Ordinal);
        return new PairFeatures
        {
            SameLanguage = same,
            Containment = same ? one.Text.Containment(other.Text) : 0,
            Words = same ? one.Words.Cosine(other.Words) : 0,
            Title = same ? one.Title.Cosine(other.Title) : 0,
            Facts = one.Facts.Cosine(other.Facts),
            Lead = one.Lead.Cosine(other.Lead),
            Specific = Math.Min(1, one.Facts.Common(other.Facts).Where(Fact.IsSpecific).Sum(fact => Math.Min(one.Facts[fact], other.Facts[fact])) / SpecificEnough),
            OtherNumbers = Math.Max(Missing(one.Lead, other.Facts, Fact.Number), Missing(other.Lead, one.Facts, Fact.Number)),
            OtherPlaces = Apart(one, other) ? 1 : 0,
            Claims = Shared(one, other),
            OtherClaims = one.Claims.Length > 0 && other.Claims.Length > 0 && Shared(one, other) == 0 ? 1 : 0,
            Days = Math.Log2(1 + (one.Time - other.Time).Duration().TotalDays),
        };
    }

    private const double SpecificEnough = 8;
    private const double Unusual = 0.3;

    private static double Missing(UnitBag lead, UnitBag facts, string sort)
    {
        var numbers = lead.Units.Where(unit => unit.Key.StartsWith(sort, StringComparison.Ordinal)).ToArray();
        var all = numbers.Sum(unit => unit.Value);
        return all == 0 ? 0 : numbers.Where(unit => facts[unit.Key] == 0).Sum(unit => unit.Value) / Math.Max(1, all);
    }

    private static bool Apart(ReportProfile one, ReportProfile other)
    {
        var mine = Places(one.Lead);
        var theirs = Places(other.Lead);
        return mine.Count > 0 && theirs.Count > 0 && !mine.Any(other.Facts.Has) && !theirs.Any(one.Facts.Has);
    }

    private static List<string> Places(UnitBag lead) =>
        [.. lead.Units.Where(unit => unit.Value >= Unusual && (unit.Key.StartsWith(Fact.Actor, StringComparison.Ordinal) || unit.Key.StartsWith(Fact.Territory, StringComparison.Ordinal))).Select(unit => unit.Key)];

    private static double Shared(ReportProfile one, ReportProfile other)
    {
        var fewer = Math.Min(one.Claims.Length, other.Claims.Length);
        return fewer == 0 ? 0 : (double)one.Claims.Count(claim => other.Claims.Contains(claim, StringComparer.Ordinal)) / fewer;
    }
}
