namespace NewsMonitor.Fetching;

/// <summary>
/// One line of a robots.txt: a path from its beginning, where <c>*</c> stands for anything and a final <c>$</c> for the end (RFC 9309, 2.2.3).
/// </summary>
internal sealed class RobotsPattern
{
    private readonly string[] _literals;
    private readonly bool _anchored;

    /// <summary>A pattern in the spelling of the paths it is compared with.</summary>
    public RobotsPattern(string pattern, bool allows)
    {
        Length = pattern.Length;
        Allows = allows;
        _anchored = pattern.EndsWith('$');
        _literals = (_anchored ? pattern[..^1] : pattern).Split('*');
    }

    /// <summary>How much a match of it weighs.</summary>
    public int Length { get; }

    /// <summary>Whether a match allows the fetch.</summary>
    public bool Allows { get; }

    /// <summary>Whether the path begins as the pattern says.</summary>
    public bool Matches(string path)
    {
        if (!path.StartsWith(_literals[0], StringComparison.Ordinal))
            return false;
        var at = _literals[0].Length;
        if (_literals.Length == 1)
            return !_anchored || at == path.Length;

        // Between wildcards the leftmost place of each literal leaves the most room for the rest; the last one may have to stand at the end.
        foreach (var literal in _literals.AsSpan(1..^1))
        {
            var found = path.IndexOf(literal, at, StringComparison.Ordinal);
            if (found < 0)
                return false;
            at = found + literal.Length;
        }

        var last = _literals[^1];
        return _anchored
            ? path.Length - at >= last.Length && path.EndsWith(last, StringComparison.Ordinal)
            : path.IndexOf(last, at, StringComparison.Ordinal) >= 0;
    }
}
