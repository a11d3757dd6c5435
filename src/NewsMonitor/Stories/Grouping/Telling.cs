using System.Collections.Immutable;
using NewsMonitor.Stories.Reading;

namespace NewsMonitor.Stories.Grouping;

/// <summary>Judges what a report adds to the reports of its story that came before, by the weights of <c>telling.tsv</c>.</summary>
internal static class Telling
{
    /// <summary>The table.</summary>
    public const string Table = "telling.tsv";

    private const double Even = 0.5;
    private const double LongestWait = 2;

    private static readonly Lazy<Logistic> Updates = new(() => Logistic.Read("Stories/" + Table, columns: 2, column: 1, Names));

    /// <summary>The names of the features in the order of <see cref="Features"/>.</summary>
    public static ImmutableArray<string> Names { get; } = ["since-first", "since-last", "new-numbers", "new-facts", "new-claims", "follows", "has-language", "new-words", "new-title"];

    /// <summary>What <paramref name="report"/> adds; the story's earlier reports in any order, none where it starts the story.</summary>
    public static Tells Of(ReportProfile report, StoryEdge? edge, IReadOnlyCollection<ReportProfile> earlier)
    {
        if (edge is null || earlier.Count == 0)
            return Tells.New;
        // A copy or a translation of a correction corrects nothing more.
        if (report.Corrects && !earlier.Any(other => other.Corrects && SameLanguage(report, other)))
            return Tells.Corrected;
        if (edge.Kind == EdgeKind.Copy)
            return Tells.Repeated;
        return Updates.Value.Of(Features(report, earlier)) >= Even ? Tells.Updated : Tells.Repeated;
    }

    /// <summary>What speaks for a report telling something new: time, and what no earlier report of its story has.</summary>
    public static double[] Features(ReportProfile report, IReadOnlyCollection<ReportProfile> earlier)
    {
        var told = earlier.Where(other => SameLanguage(report, other)).ToArray();
        return
        [
            Wait((report.Time - earlier.Min(other => other.Time)).TotalHours / 6),
            Wait((report.Time - earlier.Max(other => other.Time)).TotalHours / 3),
            Math.Min(1, New(report, earlier, Fact.Number)),
            New(report, earlier, "") / Math.Max(1e-9, report.Lead.Total),
            report.LeadClaims.Length > 0 && !report.LeadClaims.Any(claim => earlier.Any(other => other.Claims.Contains(claim, StringComparer.Ordinal))) ? 1 : 0,
            report.Follows ? 1 : 0,
            told.Length > 0 ? 1 : 0,
            told.Length > 0 ? 1 - told.Max(other => report.Words.SharedWith(other.Words)) : 0,
            told.Length > 0 ? 1 - told.Max(other => report.Title.SharedWith(other.Words)) : 0,
        ];
    }

    private static double Wait(double units) => Math.Min(LongestWait, Math.Log2(1 + Math.Max(0, units)) / 2);

    /// <summary>The weight of the facts of one sort in the lead that no earlier report has.</summary>
    private static double New(ReportProfile report, IReadOnlyCollection<ReportProfile> earlier, string sort) => report.Lead.Units
        .Where(unit => unit.Key.StartsWith(sort, StringComparison.Ordinal) && !earlier.Any(other => other.Facts.Has(unit.Key)))
        .Sum(unit => unit.Value);

    private static bool SameLanguage(ReportProfile one, ReportProfile other) => string.Equals(one.Language, other.Language, StringComparison.Ordinal);
}
