using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace NewsMonitor.Articles.Tests.Fingerprints;

/// <summary>
/// Pairs of texts made of the labelled articles: copies as desks and pages make them, and different articles on the same subjects, some with the same box or the same paragraph of background
/// in both. The same pairs every time.
/// </summary>
internal sealed partial class ArticlePairs
{
    private const int Seed = 20261124;

    private readonly Random _random = new(Seed);
    private readonly List<TextPair> _pairs = [];

    private ArticlePairs()
    {
    }

    public static IReadOnlyList<TextPair> All { get; } = Make();

    private static List<TextPair> Make()
    {
        var pairs = new ArticlePairs();
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Labelled"), "documents.*.jsonl").Order(StringComparer.Ordinal))
            pairs.Add(Path.GetFileName(file).Split('.')[1], [.. File.ReadLines(file).Where(line => line.Length > 0).Select(TextOf)]);
        return pairs._pairs;
    }

    private static string TextOf(string line)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty("text").GetString()!;
    }

    private void Add(string language, string[] articles)
    {
        var box = string.Join('\n', articles.Select(article => Paragraphs(article)[1]).Take(2));
        for (var i = 0; i < articles.Length; i++)
        {
            AddCopies(language, articles, articles[i]);
            for (var j = 0; j < i; j++) AddDifferent(language, articles[i], articles[j], box);
        }
    }

    private void AddCopies(string language, string[] articles, string article)
    {
        void Add(string how, string copy, string? original = null) => _pairs.Add(new TextPair(language, how, original ?? article, copy, IsCopy: true));

        var paragraphs = Paragraphs(article);
        var half = string.Join('\n', paragraphs.Take((paragraphs.Count + 1) / 2));
        Add("a word in twenty edited", Edited(article, articles, 0.05));
        Add("a word in ten edited", Edited(article, articles, 0.10));
        Add("a word in seven edited", Edited(article, articles, 0.15));
        Add("the second half cut", half);
        Add("three quarters cut", string.Join('\n', paragraphs.Take((paragraphs.Count + 3) / 4)));
        Add("another beginning", string.Join('\n', paragraphs.Skip(1).Prepend(Other(articles, article, 1))));
        Add("paragraphs in another order", string.Join('\n', paragraphs.OrderBy(_ => _random.Next())));
        Add("a box after it", article + "\n" + Other(articles, article, 2));
        Add("different boxes on both pages", article + "\n" + Other(articles, article, 2), article + "\n" + Other(articles, article, 2));
        Add("the next article after it", article + "\n" + Other(articles, article, 99));
        Add("edited, halved, with a box", Edited(half, articles, 0.05) + "\n" + Other(articles, article, 1));
        Add("edited, with a box before and after", Other(articles, article, 1) + "\n" + Edited(article, articles, 0.10) + "\n" + Other(articles, article, 1));
    }

    private void AddDifferent(string language, string one, string other, string box)
    {
        void Add(string how, string left, string right) => _pairs.Add(new TextPair(language, how, left, right, IsCopy: false));

        var (left, right) = (Paragraphs(one), Paragraphs(other));
        Add("different articles", one, other);
        Add("the same box after both", one + "\n" + box, other + "\n" + box);
        Add("the same paragraph of background in both", one, string.Join('\n', right.SkipLast(1).Append(left[^1])));
        Add("the same paragraph of background in both, one cut", string.Join('\n', left.Take(left.Count / 2).Append(left[^1])), string.Join('\n', right.SkipLast(1).Append(left[^1])));
    }

    /// <summary>The first paragraphs of another article of the language, chosen at random.</summary>
    private string Other(string[] articles, string article, int paragraphs)
    {
        string other;
        do other = articles[_random.Next(articles.Length)];
        while (other == article);
        return string.Join('\n', Paragraphs(other).Take(paragraphs));
    }

    /// <summary>A part of the words, or of the characters two by two where a script has no words, exchanged for others of the language.</summary>
    private string Edited(string text, string[] articles, double part)
    {
        var source = articles[_random.Next(articles.Length)];
        var pieces = Pieces().Matches(source).Select(piece => piece.Value).ToArray();
        var edited = new StringBuilder();
        var last = 0;
        foreach (Match piece in Pieces().Matches(text))
        {
            edited.Append(text, last, piece.Index - last).Append(_random.NextDouble() < part ? pieces[_random.Next(pieces.Length)] : piece.Value);
            last = piece.Index + piece.Length;
        }
        return edited.Append(text, last, text.Length - last).ToString();
    }

    /// <summary>The paragraphs of an article; of one that is written in one piece, groups of its sentences.</summary>
    private static List<string> Paragraphs(string article)
    {
        var paragraphs = article.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (paragraphs.Length >= 4) return [.. paragraphs];
        var sentences = SentenceEnd().Split(article);
        return [.. sentences.Chunk(Math.Max(1, sentences.Length / 6)).Select(chunk => string.Join(' ', chunk))];
    }

    [GeneratedRegex(@"[\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7A3]{2}|[\w-[\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7A3]]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pieces();

    [GeneratedRegex(@"(?<=[.!?…]) ", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SentenceEnd();
}

/// <summary>Two texts and whether they are one.</summary>
internal sealed record TextPair(string Language, string How, string One, string Other, bool IsCopy);
