using System.Collections.Frozen;

namespace NewsMonitor.Text.Languages;

/// <summary>What tells one language from its neighbors.</summary>
internal sealed class LanguageProfile(string language)
{
    /// <summary>Longer words are chemistry or noise.</summary>
    public const int LongestWord = 40;

    private const double WordScore = 1.0;
    private const double ShortWordScore = 0.6;
    private const double EndingScore = 0.45;
    private const double StartScore = 0.35;
    private const double ForeignScore = -1.2;

    private FrozenDictionary<string, double> _words = FrozenDictionary<string, double>.Empty;
    private FrozenSet<string> _endings = [];
    private FrozenSet<string> _starts = [];
    private FrozenDictionary<char, double> _letters = FrozenDictionary<char, double>.Empty;
    private FrozenSet<char> _foreign = [];

    public string Language { get; } = language;

    /// <summary>Evidence of one lower-case word for this language, below zero where it speaks against it.</summary>
    public double Score(ReadOnlySpan<char> word)
    {
        var score = 0.0;
        if (_words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var known)) score = known;
        else if (word.Length >= 5)
        {
            score += MatchesEnd(word) ? EndingScore : 0;
            score += MatchesStart(word) ? StartScore : 0;
        }
        var letters = 0.0;
        foreach (var c in word)
        {
            if (_foreign.Contains(c)) return score + ForeignScore;
            if (_letters.TryGetValue(c, out var rare)) letters = Math.Max(letters, rare);
        }
        return score + letters;
    }

    /// <summary>Adds one line of the data file.</summary>
    public void Add(string kind, string[] entries)
    {
        switch (kind)
        {
            case "words":
                _words = entries.Distinct(StringComparer.Ordinal).ToFrozenDictionary(word => word, word => word.Length <= 1 ? ShortWordScore : WordScore, StringComparer.Ordinal);
                break;
            case "endings":
                _endings = entries.ToFrozenSet(StringComparer.Ordinal);
                break;
            case "starts":
                _starts = entries.ToFrozenSet(StringComparer.Ordinal);
                break;
            case "letters":
                _letters = string.Concat(entries).Distinct().ToFrozenDictionary(letter => letter, _ => 0.0);
                break;
            case "foreign":
                _foreign = string.Concat(entries).ToFrozenSet();
                break;
            default:
                throw new InvalidDataException("languages.txt has an unknown kind of line: " + kind);
        }
    }

    /// <summary>Gives each letter the more weight the fewer languages of the script have it.</summary>
    public void WeighLetters(IReadOnlyDictionary<char, int> languagesWithLetter) =>
        _letters = _letters.Keys.ToFrozenDictionary(letter => letter, letter => 0.9 / Math.Sqrt(languagesWithLetter[letter]));

    public IEnumerable<char> Letters => _letters.Keys;

    private bool MatchesEnd(ReadOnlySpan<char> word)
    {
        var endings = _endings.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = 2; length <= 5 && length < word.Length; length++)
        {
            if (endings.Contains(word[^length..])) return true;
        }
        return false;
    }

    private bool MatchesStart(ReadOnlySpan<char> word)
    {
        var starts = _starts.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = 2; length <= 4 && length < word.Length; length++)
        {
            if (starts.Contains(word[..length])) return true;
        }
        return false;
    }
}
