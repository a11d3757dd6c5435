using NewsMonitor.Stories.Reading;

namespace NewsMonitor.Stories.Grouping;

/// <summary>What a report adds to its story.</summary>
internal enum Tells
{
    /// <summary>It is the first.</summary>
    New,

    /// <summary>It says that an earlier report was wrong.</summary>
    Corrected,

    /// <summary>It tells a fact that the story did not have.</summary>
    Updated,

    /// <summary>It adds nothing.</summary>
    Repeated,
}

/// <summary>Judges what a report adds to the reports of its story that came before.</summary>
internal static class Telling
{
    private const double MuchNew = 0.62;
    private const double NewNumber = 0.5;
    private const double LongAfter = 20;

    /// <summary>What <paramref name="report"/> adds; the story's earlier reports in any order, none where it starts the story.</summary>
    public static Tells Of(ReportProfile report, StoryEdge? edge, IReadOnlyCollection<ReportProfile> earlier)
    {
        if (edge is null || earlier.Count == 0)
            return Tells.New;
        // A copy carries its original's own correction along.
        if (report.Corrects && !earlier.Any(other => other.Corrects && string.Equals(other.Language, report.Language, StringComparison.Ordinal)))
            return Tells.Corrected;
        if (edge.Kind == EdgeKind.Copy)
            return Tells.Repeated;

        var hours = (report.Time - earlier.Min(other => other.Time)).TotalHours;
        var points = 0.0;
        if (report.Claims.Any(claim => !earlier.Any(other => other.Claims.Contains(claim, StringComparer.Ordinal))))
            points += 0.25;
        if (NewInLead(report, earlier, Fact.Number) >= NewNumber)
            points += 0.3;
        if (report.Follows)
            points += 0.3;
        if (hours > LongAfter)
            points += 0.45;
        var told = earlier.Where(other => string.Equals(other.Language, report.Language, StringComparison.Ordinal)).ToArray();
        if (told.Length > 0 && 1 - told.Max(other => report.Words.SharedWith(other.Words)) > MuchNew)
            points += 0.2;
        return points >= 0.5 ? Tells.Updated : Tells.Repeated;
    }

    private static double NewInLead(ReportProfile report, IReadOnlyCollection<ReportProfile> earlier, string sort) => report.Lead.Units
        .Where(unit => unit.Key.StartsWith(sort, StringComparison.Ordinal) && !earlier.Any(other => other.Facts.Has(unit.Key)))
        .Sum(unit => unit.Value);
}
