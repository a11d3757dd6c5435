using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace NewsMonitor.Stories.Reading;

/// <summary>The words of one language that stories and claims are read by; <c>words.tsv</c> says which and how they are written.</summary>
internal sealed class WordLists
{
    private static readonly Lazy<FrozenDictionary<string, WordLists>> All = new(Load);

    private readonly FrozenDictionary<string, WordList> lists;

    private WordLists(string language, IEnumerable<(string List, string Value, string Expressions)> rows)
    {
        HasSpaces = language is not ("zh" or "ja");
        var bounded = HasSpaces && language is not "ko";
        lists = rows.GroupBy(row => row.List, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => new WordList(group.Select(row => (row.Value, row.Expressions)), bounded), StringComparer.Ordinal);
        Language = language;
    }

    /// <summary>ISO 639-1.</summary>
    public string Language { get; }

    /// <summary>Whether the language writes spaces between words.</summary>
    public bool HasSpaces { get; }

    /// <summary>The list of a name; an empty one where the language has none.</summary>
    public WordList this[string name] => lists.GetValueOrDefault(name, WordList.Empty);

    /// <summary>The words of a language, or null where there are none.</summary>
    public static WordLists? For(string? language) => language is null ? null : All.Value.GetValueOrDefault(language);

    private static FrozenDictionary<string, WordLists> Load() => Tables.Rows("Stories/words.tsv", 4)
        .GroupBy(row => row[0], StringComparer.Ordinal)
        .ToFrozenDictionary(rows => rows.Key, rows => new WordLists(rows.Key, rows.Select(row => (row[1], row[2], row[3]))), StringComparer.Ordinal);
}

/// <summary>Expressions of one purpose, each with what it stands for.</summary>
internal sealed class WordList
{
    private readonly Regex? pattern;
    private readonly ImmutableArray<string> values;

    public WordList(IEnumerable<(string Value, string Expressions)> rows, bool bounded)
    {
        var expressions = rows
            .SelectMany(row => row.Expressions.Split('|').Select(expression => (row.Value, Expression: expression)))
            .OrderByDescending(entry => entry.Expression.Length)
            .ToArray();
        values = [.. expressions.Select(entry => entry.Value)];
        if (expressions.Length == 0)
            return;
        Source = string.Join('|', expressions.Select((entry, index) => $"(?<v{index}>{Written(entry.Expression, bounded)})"));
#pragma warning disable MA0009 // Alternatives of fixed words, each with one open ending at the most: they take time in proportion to the text.
        pattern = new Regex(Source, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
#pragma warning restore MA0009
    }

    public static WordList Empty { get; } = new([], bounded: true);

    private string Source { get; } = "(?!)";

    /// <summary>Where the list's expressions stand in a text, in order.</summary>
    public IEnumerable<WordHit> In(string text)
    {
        if (pattern is null)
            yield break;
        for (var match = pattern.Match(text); match.Success; match = match.NextMatch())
            yield return Hit(match);
    }

    /// <summary>The expression that begins at <paramref name="at"/>, spaces passed over, or null.</summary>
    public WordHit? At(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]) && text[at] != '\n')
            at++;
        return pattern?.Match(text, at) is { Success: true } match && match.Index == at ? Hit(match) : null;
    }

    private WordHit Hit(Match match)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (match.Groups[$"v{i}"].Success)
                return new WordHit(match.Index, match.Index + match.Length, values[i]);
        }

        throw new InvalidOperationException("A match without a group.");
    }

    private static string Written(string expression, bool bounded)
    {
        var exact = expression.StartsWith('=');
        var words = new StringBuilder(Regex.Escape(exact ? expression[1..] : expression)).Replace("\\*", "\\w*").ToString();
        var ending = char.IsLetterOrDigit(expression[^1]) ? "(?!\\w)" : "";
        return (exact ? "(?-i:" : "(?:") + (bounded ? $"(?<!\\w){words}{ending}" : words) + ")";
    }
}

/// <summary>An expression found in a text.</summary>
internal readonly record struct WordHit(int Start, int End, string Value);
