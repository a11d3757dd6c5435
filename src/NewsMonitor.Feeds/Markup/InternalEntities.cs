namespace NewsMonitor.Feeds.Markup;

/// <summary>
/// The entities that a document type defines inside the document. External ones are never fetched, parameter entities are ignored, and the
/// text that all of them together expand to is bounded, so that a small document cannot become a large one.
/// </summary>
internal sealed class InternalEntities
{
    private const int MostEntities = 1000;
    private const int MostDepth = 8;
    private const int MostCharacters = 1_000_000;
    private const int CharactersPerUse = 16;

    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);
    private int left = MostCharacters;

    /// <summary>Whether a bound was reached and something was left out.</summary>
    public bool WasCut { get; private set; }

    public bool Any => values.Count > 0;

    /// <summary>Reads a document type and returns its length.</summary>
    public int ReadDoctype(ReadOnlySpan<char> rest)
    {
        var close = rest.IndexOf('>');
        var bracket = rest.IndexOf('[');
        if (bracket < 0 || (close >= 0 && close < bracket))
            return close < 0 ? rest.Length : close + 1;
        var end = rest[bracket..].IndexOf("]>", StringComparison.Ordinal);
        var subset = end < 0 ? SubsetToLastBracket(rest[bracket..]) : rest.Slice(bracket, end);
        ReadSubset(subset);
        if (end >= 0)
            return bracket + end + 2;
        close = rest[(bracket + subset.Length)..].IndexOf('>');
        return close < 0 ? rest.Length : bracket + subset.Length + close + 1;
    }

    /// <summary>Appends what a name stands for; false where it is not defined here.</summary>
    public bool TryExpand(ReadOnlySpan<char> name, TextBuffer to) => TryExpand(name, to, 0);

    private bool TryExpand(ReadOnlySpan<char> name, TextBuffer to, int depth)
    {
        if (!values.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var value))
            return false;
        // Each use costs as much as a few characters, so that entities of nothing but entities come to an end too.
        if (depth >= MostDepth || left == 0)
        {
            WasCut = true;
            left = Math.Max(0, left - CharactersPerUse);
            return true;
        }
        left = Math.Max(0, left - CharactersPerUse);
        for (var rest = value.AsSpan(); !rest.IsEmpty;)
        {
            var reference = rest.IndexOf('&');
            Spend(reference < 0 ? rest : rest[..reference], to);
            if (reference < 0 || left == 0)
                return true;
            rest = rest[reference..];
            var semicolon = rest[..Math.Min(rest.Length, 64)].IndexOf(';');
            if (semicolon > 1 && TryExpand(rest[1..semicolon], to, depth + 1))
            {
                rest = rest[(semicolon + 1)..];
                continue;
            }
            var before = to.Length;
            rest = rest[CharacterReferences.Decode(rest, to)..];
            left = Math.Max(0, left - (to.Length - before));
        }
        return true;
    }

    private void Spend(ReadOnlySpan<char> text, TextBuffer to)
    {
        if (text.Length > left)
        {
            WasCut = true;
            text = text[..left];
        }
        left -= text.Length;
        to.Append(text);
    }

    private static ReadOnlySpan<char> SubsetToLastBracket(ReadOnlySpan<char> rest)
    {
        var close = rest.IndexOf(']');
        return close < 0 ? rest[..1] : rest[..close];
    }

    private void ReadSubset(ReadOnlySpan<char> subset)
    {
        while (values.Count < MostEntities && subset.IndexOf("<!ENTITY", StringComparison.OrdinalIgnoreCase) is var at && at >= 0)
        {
            subset = subset[(at + 8)..].TrimStart();
            var blank = subset.IndexOfAny(" \t\r\n");
            if (blank <= 0)
                return;
            var name = subset[..blank];
            var value = subset[blank..].TrimStart();
            // % begins a parameter entity; SYSTEM and PUBLIC something outside the document.
            if (name[0] == '%' || value is not ['"' or '\'', ..])
                continue;
            var close = value[1..].IndexOf(value[0]);
            if (close < 0)
                return;
            values.TryAdd(name.ToString(), value.Slice(1, close).ToString());
            subset = value[(close + 2)..];
        }
        WasCut |= values.Count >= MostEntities;
    }
}
