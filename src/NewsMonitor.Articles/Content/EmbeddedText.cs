using System.Buffers;
using System.Text.Json;
using AngleSharp.Html.Parser;
using NewsMonitor.Articles.Metadata;
using NewsMonitor.Articles.Pages;

namespace NewsMonitor.Articles.Content;

/// <summary>The text of a page whose elements hold none because a script will write them: what it declares as its body, else the prose of the state its script starts from.</summary>
internal static class EmbeddedText
{
    /// <summary>Less prose than this may be anything.</summary>
    private const double Shortest = 400;

    /// <summary>A value that holds at least this part of its parent's prose holds the article.</summary>
    private const double Dominance = 0.7;

    private const double ShortestParagraph = 80;
    private const double ShortestLine = 25;
    private const int DeepestNesting = 64;
    private const int MostValues = 200_000;

    /// <summary>UTF-16 units; no article is longer, and what is may be made to keep a parser busy.</summary>
    private const int LongestBody = 300_000;

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".!?…。！？");

    /// <summary>Paragraphs in reading order; none where the page embeds no text.</summary>
    public static IReadOnlyList<string> Find(PageFacts facts, JsonLd declared, CancellationToken cancel)
    {
        if (declared.Body is { } body && Paragraphs(body, cancel) is var lines && lines.Sum(line => TextWeight.Of(line)) >= Shortest) return lines;
        foreach (var state in facts.JsonStates)
        {
            cancel.ThrowIfCancellationRequested();
            if (LenientJson.Parse(state) is not { } root) continue;
            var found = Prose(root, cancel);
            if (found.Sum(line => TextWeight.Of(line)) >= Shortest) return found;
        }
        return [];
    }

    private static List<string> Prose(JsonElement root, CancellationToken cancel)
    {
        var left = MostValues;
        var current = Weigh(root, 0, ref left);
        while (current.Children.MaxBy(child => child.Weight) is { } best && best.Weight >= Dominance * current.Weight) current = best;
        var lines = new List<string>();
        Gather(current, lines, cancel);
        return [.. lines.Distinct(StringComparer.Ordinal)];
    }

    private static Node Weigh(JsonElement value, int depth, ref int left)
    {
        var node = new Node();
        if (depth > DeepestNesting || --left < 0) return node;
        switch (value.ValueKind)
        {
            case JsonValueKind.String when value.GetString() is { } text && IsProse(text, ShortestLine):
                node.Text = text;
                node.Weight = IsProse(text, ShortestParagraph) ? TextWeight.Of(text) : 0;
                break;
            case JsonValueKind.Array:
                foreach (var child in value.EnumerateArray()) node.Add(Weigh(child, depth + 1, ref left));
                break;
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject()) node.Add(Weigh(property.Value, depth + 1, ref left));
                break;
        }
        return node;
    }

    private static void Gather(Node node, List<string> lines, CancellationToken cancel)
    {
        if (node.Text is { } text) lines.AddRange(Paragraphs(text, cancel));
        foreach (var child in node.Children) Gather(child, lines, cancel);
    }

    /// <summary>Whether a string reads as sentences: blanks or ideographs, the end of a sentence, and no address or code.</summary>
    private static bool IsProse(string text, double shortest)
    {
        if (TextWeight.Of(text) < shortest || text.AsSpan().IndexOfAny(SentenceEnds) < 0 || text.AsSpan().TrimStart() is ['{' or '[', ..] or ['h', 't', 't', 'p', ..]) return false;
        var (letters, blanks) = (0, 0);
        foreach (var c in text)
        {
            if (char.IsLetter(c)) letters++;
            else if (c == ' ') blanks++;
        }
        return letters > text.Length * 0.6 && (blanks * 25 > text.Length || TextWeight.Of(text) > text.Length * 1.5);
    }

    /// <summary>The lines of a plain text, or of one with markup.</summary>
    private static List<string> Paragraphs(string text, CancellationToken cancel)
    {
        if (text.Length > LongestBody) return [];
        if (!text.Contains('<', StringComparison.Ordinal)) return [.. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        using var document = new HtmlParser(new HtmlParserOptions { MaximumDepth = 300, SkipComments = true }).ParseDocument(text);
        return [.. PageReader.Read(document, cancel).Blocks.Select(block => block.Text)];
    }

    /// <summary>A value that is prose or holds some.</summary>
    private sealed class Node
    {
        public string? Text { get; set; }

        public double Weight { get; set; }

        public List<Node> Children { get; } = [];

        public void Add(Node child)
        {
            if (child.Text is null && child.Children.Count == 0) return;
            Children.Add(child);
            Weight += child.Weight;
        }
    }
}
