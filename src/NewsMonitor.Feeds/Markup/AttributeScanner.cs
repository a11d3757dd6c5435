namespace NewsMonitor.Feeds.Markup;

/// <summary>Reads the attributes of a start tag, quoted or not; at most a hundred, for no format has more.</summary>
internal ref struct AttributeScanner(ReadOnlySpan<char> attributes)
{
    private const int Most = 100;

    private ReadOnlySpan<char> rest = attributes;
    private int count;

    /// <summary>The name with its prefix, as written.</summary>
    public ReadOnlySpan<char> Name { get; private set; }

    /// <summary>The value with its references, as written.</summary>
    public ReadOnlySpan<char> Value { get; private set; }

    /// <summary>Moves to the next attribute; false when there is none.</summary>
    public bool Read()
    {
        rest = rest.TrimStart(" \t\r\n\f/\"'");
        if (rest.IsEmpty || count++ == Most)
            return false;
        var end = rest.IndexOfAny("= \t\r\n");
        Name = end < 0 ? rest : rest[..end];
        Value = [];
        rest = end < 0 ? [] : rest[end..].TrimStart();
        if (rest is not ['=', ..])
            return true;
        rest = rest[1..].TrimStart();
        if (rest is ['"' or '\'', ..] && rest[1..].IndexOf(rest[0]) is var close && close >= 0)
        {
            Value = rest[1..(close + 1)];
            rest = rest[(close + 2)..];
            return true;
        }
        end = rest.IndexOfAny(" \t\r\n");
        Value = (end < 0 ? rest : rest[..end]).Trim("\"'");
        rest = end < 0 ? [] : rest[end..];
        return true;
    }

    /// <summary>The first attribute of a name, prefix included; false where there is none.</summary>
    public static bool TryFind(ReadOnlySpan<char> attributes, ReadOnlySpan<char> name, out ReadOnlySpan<char> value)
    {
        var scanner = new AttributeScanner(attributes);
        while (scanner.Read())
        {
            if (scanner.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                value = scanner.Value;
                return true;
            }
        }
        value = [];
        return false;
    }
}
