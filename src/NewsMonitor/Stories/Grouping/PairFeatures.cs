using System.Collections.Immutable;
using NewsMonitor.Stories.Reading;

namespace NewsMonitor.Stories.Grouping;

/// <summary>What speaks for and against two reports telling the same event; each feature from 0 to about 1, those of words 0 where the languages differ.</summary>
internal readonly record struct PairFeatures
{
    private const double SpecificEnough = 8;
    private const double LeadSpecificEnough = 4;

    // The usual parties weigh little in rarity; that both leads name them still counts.
    private const float PartyWeight = 0.1f;
    private const double PartiesUnknown = 0.5;

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

    /// <summary>The same of those that stand in the lead of one of them.</summary>
    public required double LeadSpecific { get; init; }

    /// <summary>The share of the numbers in either lead that the other report lacks altogether.</summary>
    public required double OtherNumbers { get; init; }

    /// <summary>How far both leads name the same states and territories.</summary>
    public required double Parties { get; init; }

    /// <summary>The share of the claims of the one with fewer that the other makes too.</summary>
    public required double Claims { get; init; }

    /// <summary>The same of the claims in their leads.</summary>
    public required double LeadClaims { get; init; }

    /// <summary>1 where the lead of only one of them makes a claim.</summary>
    public required double LoneClaim { get; init; }

    /// <summary>The time between them: 0 at once, 1 after a day, 2 after three.</summary>
    public required double Days { get; init; }

    /// <summary>The share of the earlier headline that the later report tells too.</summary>
    public required double TitleTold { get; init; }

    /// <summary>The share of the later headline that the earlier report told.</summary>
    public required double TitleTelling { get; init; }

    /// <summary>The share of the earlier lead's facts that the later report has: who tells what came after says after what.</summary>
    public required double LeadTold { get; init; }

    /// <summary>1 where both are of one outlet.</summary>
    public required double Outlet { get; init; }

    /// <summary>1 where both are of one outlet and the later says that it corrects.</summary>
    public required double Corrects { get; init; }

    /// <summary>The names of the features in the order of <see cref="Values"/>.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        "words", "title", "facts", "lead", "specific", "lead-specific", "other-numbers", "parties", "claims", "lead-claims", "lone-claim", "days", "title-told",
        "title-telling", "lead-told", "outlet", "corrects",
    ];

    /// <summary>The features' values.</summary>
    public double[] Values() =>
    [
        Words, Title, Facts, Lead, Specific, LeadSpecific, OtherNumbers, Parties, Claims, LeadClaims, LoneClaim, Days, TitleTold,
        TitleTelling, LeadTold, Outlet, Corrects,
    ];

    /// <summary>Compares a report with one that came before it.</summary>
    public static PairFeatures Of(ReportProfile later, ReportProfile earlier)
    {
        var same = string.Equals(later.Language, earlier.Language, StringComparison.Ordinal);
        var outlet = same && later.Outlet.Length > 0 && string.Equals(later.Outlet, earlier.Outlet, StringComparison.Ordinal);
        return new PairFeatures
        {
            SameLanguage = same,
            Containment = same ? later.Text.Containment(earlier.Text) : 0,
            Words = same ? later.Words.Cosine(earlier.Words) : 0,
            Title = same ? later.Title.Cosine(earlier.Title) : 0,
            Facts = later.Facts.Cosine(earlier.Facts),
            Lead = later.Lead.Cosine(earlier.Lead),
            Specific = Math.Min(1, later.Facts.Both(earlier.Facts).Where(fact => Fact.IsSpecific(fact.Unit)).Sum(fact => (double)Math.Min(fact.Mine, fact.Theirs)) / SpecificEnough),
            LeadSpecific = Math.Min(1, (SpecificIn(later.Lead, earlier.Facts) + SpecificIn(earlier.Lead, later.Facts)) / 2 / LeadSpecificEnough),
            OtherNumbers = Math.Max(NumbersMissing(later.Lead, earlier.Facts), NumbersMissing(earlier.Lead, later.Facts)),
            Parties = SameParties(later.Lead, earlier.Lead),
            Claims = Shared(later.Claims, earlier.Claims),
            LeadClaims = Shared(later.LeadClaims, earlier.LeadClaims),
            LoneClaim = later.LeadClaims.IsEmpty == earlier.LeadClaims.IsEmpty ? 0 : 1,
            Days = Math.Log2(1 + (later.Time - earlier.Time).Duration().TotalDays),
            TitleTold = same ? earlier.Title.SharedWith(later.Words) : 0,
            TitleTelling = same ? later.Title.SharedWith(earlier.Words) : 0,
            LeadTold = earlier.Lead.SharedWith(later.Facts),
            Outlet = outlet ? 1 : 0,
            Corrects = outlet && later.Corrects ? 1 : 0,
        };
    }

    // The weight in a lead is half of that in the whole report.
    private static double SpecificIn(UnitBag lead, UnitBag facts) =>
        lead.Both(facts).Where(fact => Fact.IsSpecific(fact.Unit)).Sum(fact => (double)Math.Min(fact.Mine * 2, fact.Theirs));

    private static double NumbersMissing(UnitBag lead, UnitBag facts)
    {
        double all = 0, missing = 0;
        foreach (var (unit, weight) in lead.Units)
        {
            if (!unit.StartsWith(Fact.Number, StringComparison.Ordinal))
                continue;
            all += weight;
            missing += facts.Has(unit) ? 0 : weight;
        }

        return missing / Math.Max(1, all);
    }

    private static double SameParties(UnitBag one, UnitBag other)
    {
        var (mine, theirs) = (Parts(one), Parts(other));
        if (mine.Count == 0 || theirs.Count == 0)
            return PartiesUnknown;
        return mine.Where(unit => theirs.ContainsKey(unit.Key)).Sum(unit => unit.Value) / Math.Max(mine.Values.Sum(), theirs.Values.Sum());
    }

    private static Dictionary<string, float> Parts(UnitBag lead) => lead.Units
        .Where(unit => unit.Key.StartsWith(Fact.Actor, StringComparison.Ordinal) || unit.Key.StartsWith(Fact.Territory, StringComparison.Ordinal))
        .ToDictionary(unit => unit.Key, unit => unit.Value + PartyWeight, StringComparer.Ordinal);

    private static double Shared(ImmutableArray<string> one, ImmutableArray<string> other)
    {
        var fewer = Math.Min(one.Length, other.Length);
        return fewer == 0 ? 0 : (double)one.Count(claim => other.Contains(claim, StringComparer.Ordinal)) / fewer;
    }
}
