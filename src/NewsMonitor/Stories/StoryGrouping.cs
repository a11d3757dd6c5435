using System.Globalization;

namespace NewsMonitor.Stories;

/// <summary>
/// Decides which story a report belongs to: deterministic, explained, and apart when in doubt, because a wrong join hides news while a wrong
/// split only repeats it.
/// </summary>
internal static class StoryGrouping
{
    /// <summary>Reports further apart than this are of different events, whatever they say: callers need not hand in older ones.</summary>
    public static readonly TimeSpan Reach = TimeSpan.FromDays(3);

    private const double SameText = 0.5;
    private const double ShortenedText = 0.7;
    private const double SeriesText = 0.3;
    private const int TextWorthComparing = 20;
    private const int TitleWorthComparing = 5;

    /// <summary>The story of <paramref name="report"/>: that of the recent report it is closest to, or a new one.</summary>
    /// <param name="report">The report without a story.</param>
    /// <param name="recent">Reports with a story; those out of <see cref="Reach"/> are passed over.</param>
    public static StoryAssignment Assign(ReportFingerprint report, IReadOnlyList<ReportFingerprint> recent)
    {
        StoryAssignment.Joined? best = null;
        foreach (var other in recent.OrderBy(r => r.Time).ThenBy(r => r.Article))
        {
            if (Compare(report, other) is { } joined && (best is null || joined.Likeness > best.Likeness))
                best = joined;
        }

        return best ?? (StoryAssignment)new StoryAssignment.Started();
    }

    private static StoryAssignment.Joined? Compare(ReportFingerprint report, ReportFingerprint other)
    {
        if (string.Equals(report.Url, other.Url, StringComparison.Ordinal))
            return Join(other, 1, $"same address as {other.Url}");
        if ((report.Time - other.Time).Duration() > Reach || !report.Claims.Any(claim => other.Claims.Contains(claim, StringComparer.Ordinal)))
            return null;

        var resemblance = report.Text.Resemblance(other.Text);
        if (Math.Min(report.Text.Shingles, other.Text.Shingles) >= TextWorthComparing)
        {
            if (resemblance >= SameText)
                return Join(other, resemblance, $"same claim and {Percent(resemblance)} of the text shared with {other.Url}");
            var containment = report.Text.Containment(other.Text);
            if (containment >= ShortenedText)
                return Join(other, containment * SameText, $"same claim and {Percent(containment)} of the shorter text contained in the other, {other.Url}");
        }

        // An outlet that uses a headline again within days runs a series ("What we know today"); two outlets with one headline share a source.
        return SameTitle(report, other) && (!SameHost(report, other) || resemblance >= SeriesText)
            ? Join(other, SeriesText, $"same claim and same headline as {other.Url}")
            : null;
    }

    private static bool SameTitle(ReportFingerprint report, ReportFingerprint other) =>
        string.Equals(report.Title, other.Title, StringComparison.Ordinal) && report.Title.Count(' '.Equals) + 1 >= TitleWorthComparing;

    private static bool SameHost(ReportFingerprint report, ReportFingerprint other) => string.Equals(Host(report.Url), Host(other.Url), StringComparison.Ordinal);

    private static string Host(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.Host : url;

    private static StoryAssignment.Joined Join(ReportFingerprint other, double likeness, string reason) => new(other.Story, other.Article, likeness, reason);

    private static string Percent(double share) => (share * 100).ToString("0", CultureInfo.InvariantCulture) + " %";
}
