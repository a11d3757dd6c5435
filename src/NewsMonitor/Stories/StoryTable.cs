using System.Globalization;
using System.Text;
using NewsMonitor.Display;

namespace NewsMonitor.Stories;

/// <summary>A story for a terminal: its first headline, then its originals, each with its copies beneath.</summary>
internal static class StoryTable
{
    private const int OutletWidth = 24;

    /// <summary>The story, each line ending with a line feed.</summary>
    public static string Of(Story story)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{story.Id,6}  {SafeText.Line(story.First.Title)}\n");
        text.Append(CultureInfo.InvariantCulture, $"        {Reports(story)}, first told by {SafeText.Line(story.First.Outlet)} {Time(story.First.Told)}\n");
        foreach (var report in story.Reports.Where(report => story.OriginalOf(report) == report))
        {
            Append(text, report, "  ");
            foreach (var copy in story.CopiesOf(report))
                Append(text, copy, "    copy: ");
        }

        return text.Append('\n').ToString();
    }

    private static void Append(StringBuilder text, StoryReport report, string indent)
    {
        text.Append(CultureInfo.InvariantCulture, $"{indent}{report.Article,6}  {Time(report.Told)}  {report.Language ?? "?",-4}  {DisplayWidth.Padded(SafeText.Line(report.Outlet, OutletWidth), OutletWidth)}  {SafeLink.Of(report.Url) ?? SafeText.Line(report.Url)}\n");
        if (report.Link is { } link)
            text.Append(CultureInfo.InvariantCulture, $"{indent}        joined because {SafeText.Line(link.Reason)}\n");
    }

    private static string Reports(Story story) => story.Reports.Length == 1 ? "1 report" : string.Create(CultureInfo.InvariantCulture, $"{story.Reports.Length} reports");

    private static string Time(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
