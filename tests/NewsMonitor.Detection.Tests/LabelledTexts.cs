using System.Text.Json;
using NewsMonitor.Detection.Evaluation;

namespace NewsMonitor.Detection.Tests;

/// <summary>The labelled texts that lie beside the tests.</summary>
internal static class LabelledTexts
{
    private static readonly Lazy<IReadOnlyList<LabelledText>> ReadPassages = new(() => Read("passages.*.jsonl"));
    private static readonly Lazy<IReadOnlyList<LabelledText>> ReadDocuments = new(() => Read("documents.*.jsonl"));

    public static IReadOnlyList<LabelledText> Passages => ReadPassages.Value;

    public static IReadOnlyList<LabelledText> Documents => ReadDocuments.Value;

    private static List<LabelledText> Read(string pattern) =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Labelled"), pattern).Order(StringComparer.Ordinal).SelectMany(File.ReadLines).Where(l => l.Length > 0).Select(Parse)];

    private static LabelledText Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        var document = new Document(Optional(root, "title"), root.GetProperty("text").GetString()!, Optional(root, "lang"));
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
