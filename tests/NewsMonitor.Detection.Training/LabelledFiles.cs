using System.Text.Json;
using NewsMonitor.Detection.Evaluation;

namespace NewsMonitor.Detection.Training;

/// <summary>Reads labelled texts from JSON Lines files.</summary>
internal static class LabelledFiles
{
    public static List<LabelledText> Read(IEnumerable<string> files) => [.. files.SelectMany(File.ReadLines).Where(l => l.Length > 0).Select(Parse)];

    private static LabelledText Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        var document = new Document(Optional(root, "title"), root.GetProperty("text").GetString()!, Optional(root, "lang") ?? Optional(root, "language"));
        return new LabelledText(root.GetProperty("id").GetString()!, document, [.. root.GetProperty("findings").EnumerateArray().Select(Finding)]);
    }

    private static LabelledFinding Finding(JsonElement f) => new(
        f.GetProperty("topic").GetString()!,
        Optional(f, "kind"),
        Optional(f, "direction"),
        Optional(f, "recognizer"),
        f.TryGetProperty("regions", out var regions) ? [.. regions.EnumerateArray().Select(r => r.GetString()!)] : [],
        Enum.Parse<Stance>(f.GetProperty("stance").GetString()!, ignoreCase: true));

    private static string? Optional(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;
}
