using System.Globalization;
using NewsMonitor.Stories.Reading;

namespace NewsMonitor.Stories.Grouping;

/// <summary>A report that has its story.</summary>
/// <param name="Profile">What is compared.</param>
/// <param name="Story">Its story.</param>
/// <param name="Original">The report that it is a copy of, or null.</param>
internal sealed record GroupedReport(ReportProfile Profile, long Story, long? Original);

/// <summary>
/// Decides which story a report belongs to: deterministic, explained, and apart when in doubt, because a wrong join hides news while a wrong
/// split only repeats it.
/// </summary>
internal static class StoryGrouping
{
    /// <summary>Reports further apart than this are of different events, whatever they say: callers need not hand in older ones.</summary>
    public static readonly TimeSpan Reach = TimeSpan.FromDays(7);

    private const double SameEvent = 0.45;
    private const double SameEventAcross = 0.7;
    private const int SharedFactsTold = 4;

    /// <summary>Why <paramref name="report"/> belongs to a known story, that of the recent reports it is closest to; null where it starts its own.</summary>
    /// <param name="report">The report without a story.</param>
    /// <param name="recent">Reports with a story; those out of <see cref="Reach"/> are passed over.</param>
    public static StoryEdge? Place(ReportProfile report, IEnumerable<GroupedReport> recent)
    {
        Candidate? best = null;
        var (likeness, closest) = (0.0, Array.Empty<Candidate>());
        foreach (var story in Candidates(report, recent).GroupBy(candidate => candidate.Report.Story).OrderBy(story => story.Key))
        {
            Candidate[] candidates = [.. story];
            if (candidates.FirstOrDefault(candidate => IsSamePage(report, candidate.Report.Profile)) is { } page)
                return SamePage(page.Report);
            if (Closest(candidates) is { } found && found.Likeness > likeness)
                (best, likeness, closest) = (found.Candidate, found.Likeness, candidates);
        }

        if (best is null)
            return null;
        // The closest report need not be the one whose text it is.
        var copied = closest.Where(candidate => candidate.IsCopy).MaxBy(candidate => candidate.Sameness);
        return Edge(report, copied ?? best, likeness);
    }

    private static IEnumerable<Candidate> Candidates(ReportProfile report, IEnumerable<GroupedReport> recent) => recent
        .Where(other => (report.Time - other.Profile.Time).Duration() <= Reach || IsSamePage(report, other.Profile))
        .OrderBy(other => other.Profile.Time).ThenBy(other => other.Profile.Report)
        .Select(other => new Candidate(other, PairFeatures.Of(report, other.Profile)));

    /// <summary>
    /// The report of a story that is closest, where it is close enough. Facts that need no language are weaker evidence than words: where the story has
    /// reports in the report's own language, they must not contradict.
    /// </summary>
    private static (Candidate Candidate, double Likeness)? Closest(Candidate[] story)
    {
        var same = story.Where(candidate => candidate.Features.SameLanguage).MaxBy(candidate => candidate.Likeness);
        var other = story.Where(candidate => !candidate.Features.SameLanguage).MaxBy(candidate => candidate.Likeness);
        var across = other is null ? 0 : same is null ? other.Likeness : Math.Sqrt(other.Likeness * same.Likeness);
        // And where they agree, both kinds of evidence count: as if half as sure again.
        var within = same is null ? 0 : 1 - ((1 - same.Likeness) * Math.Sqrt(1 - (other?.Likeness ?? 0)));
        if (within >= SameEvent && (within >= across || across < SameEventAcross))
            return (same!, within);
        return across >= SameEventAcross ? (other!, across) : null;
    }

    private static bool IsSamePage(ReportProfile report, ReportProfile other) => report.Url.Length > 0 && string.Equals(report.Url, other.Url, StringComparison.Ordinal);

    private static StoryEdge SamePage(GroupedReport other) => new(
        other.Profile.Report, other.Story, EdgeKind.Copy, other.Original ?? other.Profile.Report, 1, $"same address as {Name(other.Profile)}");

    private static StoryEdge Edge(ReportProfile report, Candidate closest, double likeness)
    {
        var (other, features) = (closest.Report, closest.Features);
        var kind = closest.IsCopy ? EdgeKind.Copy : features.SameLanguage ? EdgeKind.Rewrite : EdgeKind.Translation;
        var original = kind == EdgeKind.Copy ? other.Original ?? other.Profile.Report : (long?)null;
        return new StoryEdge(other.Profile.Report, other.Story, kind, original, likeness, Reason(report, other.Profile, features, kind));
    }

    private static string Reason(ReportProfile report, ReportProfile other, PairFeatures features, EdgeKind kind)
    {
        var shared = report.Facts.Both(other.Facts).Where(fact => Fact.IsSpecific(fact.Unit))
            .OrderByDescending(fact => fact.Mine * fact.Theirs).ThenBy(fact => fact.Unit, StringComparer.Ordinal)
            .Take(SharedFactsTold).Select(fact => Fact.Words(fact.Unit)).ToArray();
        string?[] parts =
        [
            kind switch
            {
                EdgeKind.Copy => $"{Percent(features.Containment)} of the shorter text stands in {Name(other)}",
                EdgeKind.Rewrite => $"{Percent(features.Words)} of the weighted words are those of {Name(other)}",
                _ => $"{Percent(features.Facts)} of the weighted facts are those of {Name(other)}",
            },
            kind == EdgeKind.Copy && report.Agency is { } agency && string.Equals(agency, other.Agency, StringComparison.Ordinal) ? $"both credited to {agency}" : null,
            features.Claims > 0 ? "same claim" : null,
            shared.Length > 0 ? "both tell " + string.Join(", ", shared) : null,
            $"{Hours((report.Time - other.Time).Duration())} apart",
        ];
        return string.Join("; ", parts.Where(part => part is not null));
    }

    private static string Name(ReportProfile profile) => profile.Url.Length > 0 ? profile.Url : string.Create(CultureInfo.InvariantCulture, $"report {profile.Report}");

    private static string Percent(double share) => (share * 100).ToString("0", CultureInfo.InvariantCulture) + " %";

    private static string Hours(TimeSpan span) => span.TotalHours < 48
        ? span.TotalHours.ToString("0.#", CultureInfo.InvariantCulture) + " h"
        : span.TotalDays.ToString("0.#", CultureInfo.InvariantCulture) + " days";
}
