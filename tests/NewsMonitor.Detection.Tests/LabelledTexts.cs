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

    private static LabelledText Parse(string line) => LabelledLine.Read(line, out var reason) ?? throw new InvalidDataException($"{reason}\n{line}");
}
