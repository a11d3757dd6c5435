namespace NewsMonitor.Text.Languages;

/// <summary>
/// Tells the language of a text, headlines included. Scripts decide where one language alone is written in them; among languages that share a script,
/// frequent words, endings and letters are counted. Pure, allocates little, reads the first 2,000 characters.
/// </summary>
public static class LanguageIdentifier
{
    private const int LongestSample = 2000;

    /// <summary>Less evidence than this is none.</summary>
    private const double LeastScore = 0.8;

    /// <summary>Less evidence a word than this says that the text is in a language that is not known here.</summary>
    private const double LeastScorePerWord = 0.12;

    /// <summary>A text this long has every frequent letter of its language.</summary>
    private const int LineLength = 40;

    /// <summary>Two languages that are closer than this are not told apart.</summary>
    private const double LeastLead = 0.15;

    private static readonly Lazy<LanguageTables> Tables = new(LanguageTables.Load);

    /// <summary>ISO 639-1 of the text, or null where it is in a language that is not known here, in several, or in none.</summary>
    public static string? Identify(ReadOnlySpan<char> text)
    {
        if (text.Length > LongestSample) text = text[..LongestSample];
        return ScriptCounts.Of(text).Dominant() switch
        {
            Script.Hangul => "ko",
            Script.Kana => "ja",
            Script.Han => HanVariants.IsJapanese(text) ? "ja" : "zh",
            Script.Cyrillic => Decide(text, Tables.Value.Cyrillic),
            Script.Latin => Decide(text, Tables.Value.Latin),
            _ => null,
        };
    }

    private static string? Decide(ReadOnlySpan<char> text, LanguageTable table)
    {
        Span<double> scores = stackalloc double[table.Languages.Length];
        scores.Clear();
        var words = 0;
        var shouted = IsShouted(text);
        Span<char> lower = stackalloc char[LanguageTable.LongestWord];
        var rest = text;
        while (NextWord(ref rest) is { Length: > 0 } word)
        {
            if (word.Length > LanguageTable.LongestWord) continue;
            words++;
            var length = word.ToLowerInvariant(lower);
            // A capital inside a sentence begins a name more often than a word, and names cross borders.
            var weight = words > 1 && !shouted && char.IsUpper(word[0]) ? 0.5 : 1.0;
            table.Add(lower[..length], weight, scores);
        }

        if (text.Length >= LineLength) table.Doubt(text, scores);

        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            if (scores[i] > scores[best]) best = i;
        }
        if (scores.Length == 0 || scores[best] < LeastScore || scores[best] < LeastScorePerWord * words) return null;
        for (var i = 0; i < scores.Length; i++)
        {
            if (i != best && scores[i] > scores[best] - LeastLead) return null;
        }
        return table.Languages[best];
    }

    private static bool IsShouted(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLower(c)) return false;
        }
        return true;
    }

    private static ReadOnlySpan<char> NextWord(ref ReadOnlySpan<char> rest)
    {
        var start = 0;
        while (start < rest.Length && !char.IsLetter(rest[start])) start++;
        var end = start;
        while (end < rest.Length && (char.IsLetter(rest[end]) || (IsApostrophe(rest[end]) && end + 1 < rest.Length && char.IsLetter(rest[end + 1])))) end++;
        var word = rest[start..end];
        rest = rest[end..];
        return word;
    }

    private static bool IsApostrophe(char c) => c is '\'' or '’' or 'ʼ';
}
