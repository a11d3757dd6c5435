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

    private const double SameEvent = 0.6;
    private const double SameText = 0.5;
    private const int SharedFactsTold = 4;

    /// <summary>Why <paramref name="report"/> belongs to a known story, that of the recent report it is closest to; null where it starts its own.</summary>
    /// <param name="report">The report without a story.</param>
    /// <param name="recent">Reports with a story; those out of <see cref="Reach"/> are passed over.</param>
    public static StoryEdge? Place(ReportProfile report, IEnumerable<GroupedReport> recent)
    {
        GroupedReport? best = null;
        PairFeatures features = default;
        var likeness = 0.0;
        foreach (var other in recent.OrderBy(other => other.Profile.Time).ThenBy(other => other.Profile.Report))
        {
            if (report.Url.Length > 0 && string.Equals(report.Url, other.Profile.Url, StringComparison.Ordinal))
                return new StoryEdge(other.Profile.Report, other.Story, EdgeKind.Copy, other.Original ?? other.Profile.Report, 1, $"same address as {Name(other.Profile)}");
            if ((report.Time - other.Profile.Time).Duration() > Reach)
                continue;
            var pair = PairFeatures.Of(report, other.Profile);
            var sure = Likeness.Of(pair);
            if (pair.Containment >= SameText)
                sure = Math.Max(sure, 0.9 + (pair.Containment / 10));
            if (sure > likeness)
                (best, features, likeness) = (other, pair, sure);
        }

        return best is null || likeness < SameEvent ? null : Edge(report, best, features, likeness);
    }

    private static StoryEdge Edge(ReportProfile report, GroupedReport other, PairFeatures features, double likeness)
    {
        var kind = features.Containment >= SameText ? EdgeKind.Copy : features.SameLanguage ? EdgeKind.Rewrite : EdgeKind.Translation;
        var original = kind == EdgeKind.Copy ? other.Original ?? other.Profile.Report : (long?)null;
        return new StoryEdge(other.Profile.Report, other.Story, kind, original, likeness, Reason(report, other.Profile, features, kind));
    }

    private static string Reason(ReportProfile report, ReportProfile other, PairFeatures features, EdgeKind kind)
    {
        var shared = report.Facts.Common(other.Facts).Where(Fact.IsSpecific).Take(SharedFactsTold).Select(Fact.Words).ToArray();
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
