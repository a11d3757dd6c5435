using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NewsMonitor.Commands.JsonLines;
using NewsMonitor.Detection;
using NewsMonitor.Stories;
using NewsMonitor.Stories.Reading;

namespace NewsMonitor.Tests.Stories;

/// <summary>A report of the story set, with the event it is of and what it is to those before it.</summary>
internal sealed record LabelledReport(
    string Id, string Lang, string Outlet, string Url, string Title, string Text, DateTimeOffset Published, string Event, string? CopyOf, string Tells)
{
    /// <summary>Whether its event is of the third that nothing was tuned on.</summary>
    public bool IsHeld => SHA256.HashData(Encoding.UTF8.GetBytes(Event))[0] % 3 == 0;
}

/// <summary>What the program said of a report.</summary>
internal sealed record ToldReport(LabelledReport Report, string Story, string? CopyOf, string Tells);

/// <summary>
/// Reports of events that were made up for it, in nine languages: originals, copies, light edits, rewrites, translations, follow-ups, corrections, and
/// reports of other events that resemble them.
/// </summary>
internal static class StorySet
{
    private static readonly JsonSerializerOptions Form = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>The reports in order of publication.</summary>
    public static IReadOnlyList<LabelledReport> Reports { get; } =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Stories", "Reports", "reports.jsonl"))
            .Select(line => JsonSerializer.Deserialize<LabelledReport>(line, Form)!)
            .OrderBy(report => report.Published).ThenBy(report => report.Id, StringComparer.Ordinal),
    ];

    /// <summary>The reports as <c>stories --jsonl</c> answers them.</summary>
    public static IReadOnlyList<ToldReport> Told()
    {
        var detector = new Detector(TopicSet.BuiltIn);
        var lines = new StoryLine(detector, new StoryStream(new ProfileReader(detector)), _ => null);
        return [.. Reports.Select(report => Answer(lines, report))];
    }

    private static ToldReport Answer(StoryLine lines, LabelledReport report)
    {
        using var answer = JsonDocument.Parse(lines.Answer(JsonSerializer.Serialize(
            new { report.Id, report.Lang, report.Outlet, report.Url, report.Title, report.Text, report.Published }, Form)));
        var root = answer.RootElement;
        return new ToldReport(report, root.GetProperty("story").GetString()!, root.GetProperty("copy_of").GetString(), root.GetProperty("tells").GetString()!);
    }
}
