using System.Collections.Immutable;

namespace NewsMonitor.Stories;

/// <summary>A group of reports of one event, with why each is in it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Reports">Its reports by time told; the first one leads.</param>
internal sealed record Story(long Id, ImmutableArray<StoryReport> Reports)
{
    /// <summary>The report that told it first.</summary>
    public StoryReport First => Reports[0];

    /// <summary>
    /// The original of a report's text: the earliest report of its copies, whatever the order in which they were met; the report itself where it is no copy.
    /// </summary>
    public StoryReport OriginalOf(StoryReport report)
    {
        var root = report.Link?.Original ?? report.Article;
        return Reports.FirstOrDefault(other => other.Article == root || other.Link?.Original == root) ?? report;
    }

    /// <summary>The copies of a report, earliest first.</summary>
    public IEnumerable<StoryReport> CopiesOf(StoryReport original) => Reports.Where(report => report != original && OriginalOf(report) == original);
}

/// <summary>A report in its story.</summary>
internal sealed record StoryReport(
    long Article, string Url, string Title, string Outlet, string? Language, DateTimeOffset Told, DateTimeOffset FirstSeen, StoryLink? Link);

/// <summary>Why a report is in its story.</summary>
/// <param name="To">The report it is closest to.</param>
/// <param name="Kind">copy, rewrite, translation or analyst.</param>
/// <param name="Original">For a copy the report that its text was first met at.</param>
/// <param name="Reason">One line, after "joined because".</param>
internal sealed record StoryLink(long To, string Kind, long? Original, string Reason);
