namespace NewsMonitor.Detection.Vocabulary;

/// <summary>
/// The notation of expressions in topic files: <c>word*</c> any ending, <c>(a|b|)</c> one of these or nothing, a leading <c>*</c> inside a word,
/// a leading <c>=</c> exactly this upper and lower case.
/// </summary>
internal static class Patterns
{
    private const int MostAlternatives = 2048;

    /// <summary>All plain patterns an expression stands for, or null with the reason where it is malformed.</summary>
    public static IReadOnlyList<string>? Expand(string expression, out string? problem)
    {
        if (!IsBalanced(expression))
        {
            problem = $"'{expression}' has a parenthesis without its partner.";
            return null;
        }

        var all = Alternatives(expression).Take(MostAlternatives + 1).ToList();
        if (all.Count > MostAlternatives)
        {
            problem = $"'{expression}' stands for more than {MostAlternatives} expressions.";
            return null;
        }

        var result = all.Select(Tidy).Where(h => h.Trim('*', '=', ' ').Length > 0).Distinct(StringComparer.Ordinal).ToList();
        problem = result.Count == 0 ? "An expression is empty." : null;
        return result.Count == 0 ? null : result;
    }

    private static string Tidy(string pattern) => string.Join(' ', pattern.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static bool IsBalanced(string expression)
    {
        var depth = 0;
        foreach (var c in expression)
        {
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth < 0)
                return false;
        }

        return depth == 0;
    }

    private static IEnumerable<string> Alternatives(string expression)
    {
        var open = expression.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
            return [expression];
        var close = Partner(expression, open);
        var (head, tail) = (expression[..open], Alternatives(expression[(close + 1)..]).ToList());
        return Choices(expression[(open + 1)..close]).SelectMany(Alternatives).SelectMany(choice => tail.Select(t => head + choice + t));
    }

    private static int Partner(string expression, int open)
    {
        var depth = 0;
        for (var i = open; ; i++)
        {
            depth += expression[i] == '(' ? 1 : expression[i] == ')' ? -1 : 0;
            if (depth == 0)
                return i;
        }
    }

    private static IEnumerable<string> Choices(string inside)
    {
        var depth = 0;
        var start = 0;
        for (var i = 0; i < inside.Length; i++)
        {
            depth += inside[i] == '(' ? 1 : inside[i] == ')' ? -1 : 0;
            if (inside[i] != '|' || depth > 0)
                continue;
            yield return inside[start..i];
            start = i + 1;
        }

        yield return inside[start..];
    }
}
