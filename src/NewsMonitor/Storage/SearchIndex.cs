using System.Data;
using System.Globalization;
using System.Text;
using Dapper;
using NewsMonitor.Text;

namespace NewsMonitor.Storage;

/// <summary>
/// Full-text search in every language. Scripts without spaces (Chinese, Japanese) and Korean, whose particles hang on the word, are indexed by
/// the character and asked for as phrases, so that two characters find what they stand in; other scripts by the word, asked for by its beginning,
/// in Cyrillic without the ending that a case would change.
/// </summary>
internal static class SearchIndex
{
    private const int ShortestInflected = 5;
    private const int ShortestStem = 3;

    public static void Add(IDbConnection connection, long articleId, string title, string text) => connection.Execute(
        "INSERT INTO article_words (rowid, title, text) VALUES (@articleId, @title, @text)",
        new { articleId, title = Spaced(title), text = Spaced(text) });

    public static void Remove(IDbConnection connection, long articleId) =>
        connection.Execute("DELETE FROM article_words WHERE rowid = @articleId", new { articleId });

    /// <summary>The FTS5 question for what a user typed: every word must occur, words in double quotes next to each other. Null where nothing can be asked.</summary>
    public static string? Question(string words)
    {
        var parts = new List<string>();
        foreach (var (term, quoted) in Terms(words))
        {
            var tokens = Spaced(term).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (tokens.Length == 0)
                continue;
            var single = tokens.Length == 1 && !quoted;
            var phrase = '"' + string.Join(' ', single ? [Stem(tokens[0])] : tokens) + '"';
            parts.Add(single && !IsIdeographic(tokens[0][0]) ? phrase + '*' : phrase);
        }

        return parts.Count == 0 ? null : string.Join(" AND ", parts);
    }

    /// <summary>Letters and digits as they are, everything else as a blank, characters of unspaced scripts and of Hangul set apart.</summary>
    internal static string Spaced(string text)
    {
        var spaced = new StringBuilder(text.Length + 16);
        foreach (var letter in WellFormedText.Of(text).Normalize(NormalizationForm.FormKC))
        {
            if (IsIdeographic(letter))
                spaced.Append(' ').Append(letter).Append(' ');
            else if (char.IsLetterOrDigit(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
                spaced.Append(letter);
            else
                spaced.Append(' ');
        }

        return spaced.ToString();
    }

    private static string Stem(string word)
    {
        if (word.Length < ShortestInflected || !word.All(letter => letter is >= '\u0400' and <= '\u04FF'))
            return word;
        var stem = word.ToLowerInvariant().TrimEnd('а', 'е', 'ё', 'и', 'і', 'ї', 'й', 'о', 'у', 'ы', 'э', 'ю', 'я', 'є', 'ь');
        return stem.Length >= ShortestStem ? stem : word;
    }

    private static bool IsIdeographic(char letter) =>
        letter is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF')
            or (>= '\u1100' and <= '\u11FF') or (>= '\uAC00' and <= '\uD7A3');

    private static IEnumerable<(string Term, bool Quoted)> Terms(string words)
    {
        var pieces = words.Split('"');
        for (var i = 0; i < pieces.Length; i++)
        {
            if (i % 2 == 1)
            {
                yield return (pieces[i], true);
                continue;
            }

            foreach (var word in pieces[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                yield return (word, false);
        }
    }
}
