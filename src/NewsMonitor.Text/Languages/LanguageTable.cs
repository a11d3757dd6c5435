using System.Buffers;
using System.Collections.Frozen;

namespace NewsMonitor.Text.Languages;

/// <summary>What tells the languages of one script apart: for each piece of evidence the languages it speaks for or against, and how strongly.</summary>
internal sealed class LanguageTable
{
    /// <summary>Longer words are chemistry or noise.</summary>
    public const int LongestWord = 40;

    private const double WordScore = 1.0;
    private const double ShortWordScore = 0.6;
    private const double EndingScore = 0.45;
    private const double StartScore = 0.35;
    private const double LetterScore = 0.9;
    private const double ForeignScore = -1.2;

    /// <summary>Words of fewer letters have no ending to speak of.</summary>
    private const int ShortestInflected = 5;

    private readonly FrozenDictionary<string, Weight[]>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly FrozenDictionary<string, Weight[]>.AlternateLookup<ReadOnlySpan<char>> _endings;
    private readonly FrozenDictionary<string, Weight[]>.AlternateLookup<ReadOnlySpan<char>> _starts;
    private readonly FrozenDictionary<char, Weight[]> _letters;
    private readonly FrozenDictionary<char, Weight[]> _foreign;
    private readonly SearchValues<char>?[] _always;

    /// <summary>Reads the evidence.</summary>
    /// <param name="lines">The lines of the data file that belong to the script: language, kind, entries.</param>
    /// <exception cref="InvalidDataException">A line has a kind that is not known.</exception>
    public LanguageTable(IReadOnlyList<string[]> lines)
    {
        Languages = [.. lines.Select(line => line[0]).Distinct(StringComparer.Ordinal)];
        foreach (var line in lines)
        {
            if (line[1] is not ("words" or "endings" or "starts" or "letters" or "foreign" or "always")) throw new InvalidDataException("An unknown kind of line: " + line[1]);
        }
        _words = Texts(lines, "words", word => word.Length <= 1 ? ShortWordScore : WordScore);
        _endings = Texts(lines, "endings", _ => EndingScore);
        _starts = Texts(lines, "starts", _ => StartScore);
        // A letter says the more, the fewer languages of the script have it.
        _letters = Characters(lines, "letters", shared => LetterScore / Math.Sqrt(shared));
        _foreign = Characters(lines, "foreign", _ => ForeignScore);
        _always = [.. Languages.Select(language => lines.FirstOrDefault(line => line[0] == language && line[1] == "always") is { } line ? SearchValues.Create(string.Concat(line[2..])) : null)];
    }

    /// <summary>ISO 639-1 codes; scores are given in this order.</summary>
    public string[] Languages { get; }

    /// <summary>Lowers the scores of the languages whose most frequent letters a text lacks altogether.</summary>
    /// <param name="text">A text of a line or more.</param>
    /// <param name="scores">The scores so far.</param>
    public void Doubt(ReadOnlySpan<char> text, Span<double> scores)
    {
        for (var i = 0; i < scores.Length; i++)
        {
            if (_always[i] is { } letters && !text.ContainsAny(letters)) scores[i] *= 0.6;
        }
    }

    /// <summary>Adds what one lower-case word says to the score of each language.</summary>
    public void Add(ReadOnlySpan<char> word, double weight, Span<double> scores)
    {
        Span<bool> known = stackalloc bool[scores.Length];
        known.Clear();
        if (_words.TryGetValue(word, out var speaking))
        {
            foreach (var (language, score) in speaking)
            {
                scores[language] += weight * score;
                known[language] = true;
            }
        }
        if (word.Length >= ShortestInflected)
        {
            AddAffixes(word, weight, scores, known, _endings, longest: 5, atEnd: true);
            AddAffixes(word, weight, scores, known, _starts, longest: 4, atEnd: false);
        }
        AddLetters(word, weight, scores);
    }

    private static void AddAffixes(
        ReadOnlySpan<char> word, double weight, Span<double> scores, ReadOnlySpan<bool> known, FrozenDictionary<string, Weight[]>.AlternateLookup<ReadOnlySpan<char>> affixes, int longest, bool atEnd)
    {
        Span<bool> counted = stackalloc bool[scores.Length];
        known.CopyTo(counted);
        for (var length = 2; length <= longest && length < word.Length; length++)
        {
            if (!affixes.TryGetValue(atEnd ? word[^length..] : word[..length], out var speaking)) continue;
            foreach (var (language, score) in speaking)
            {
                if (counted[language]) continue;
                counted[language] = true;
                scores[language] += weight * score;
            }
        }
    }

    private void AddLetters(ReadOnlySpan<char> word, double weight, Span<double> scores)
    {
        Span<double> best = stackalloc double[scores.Length];
        Span<bool> foreign = stackalloc bool[scores.Length];
        best.Clear();
        foreign.Clear();
        var any = false;
        foreach (var c in word)
        {
            if (_letters.TryGetValue(c, out var speaking))
            {
                any = true;
                foreach (var (language, score) in speaking) best[language] = Math.Max(best[language], score);
            }
            if (_foreign.TryGetValue(c, out var against))
            {
                any = true;
                foreach (var (language, _) in against) foreign[language] = true;
            }
        }
        if (!any) return;
        for (var i = 0; i < scores.Length; i++) scores[i] += weight * (foreign[i] ? ForeignScore : best[i]);
    }

    private FrozenDictionary<string, Weight[]>.AlternateLookup<ReadOnlySpan<char>> Texts(IReadOnlyList<string[]> lines, string kind, Func<string, double> score) =>
        lines.Where(line => line[1] == kind)
            .SelectMany(line => line[2..].Distinct(StringComparer.Ordinal).Select(entry => (Entry: entry, Weight: new Weight(Array.IndexOf(Languages, line[0]), score(entry)))))
            .GroupBy(pair => pair.Entry, pair => pair.Weight, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    private FrozenDictionary<char, Weight[]> Characters(IReadOnlyList<string[]> lines, string kind, Func<int, double> score) =>
        lines.Where(line => line[1] == kind)
            .SelectMany(line => string.Concat(line[2..]).Distinct().Select(letter => (Letter: letter, Language: Array.IndexOf(Languages, line[0]))))
            .GroupBy(pair => pair.Letter, pair => pair.Language)
            .ToFrozenDictionary(group => group.Key, group => group.Select(language => new Weight(language, score(group.Count()))).ToArray());

    /// <summary>How strongly a piece of evidence speaks for a language, by its index.</summary>
    private readonly record struct Weight(int Language, double Score);
}
