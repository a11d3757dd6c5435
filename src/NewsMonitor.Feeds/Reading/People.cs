namespace NewsMonitor.Feeds.Reading;

/// <summary>Reads authors as feeds write them.</summary>
internal static class People
{
    /// <summary><c>mail@example.org (Name)</c>, <c>Name &lt;mail@example.org&gt;</c> or a name alone; null for nothing.</summary>
    public static FeedPerson? Read(string text)
    {
        if (text.Length == 0)
            return null;
        var open = text.IndexOf('(', StringComparison.Ordinal);
        if (open > 0 && text.EndsWith(')') && IsEmail(text.AsSpan(0, open).Trim()))
            return new FeedPerson(text[(open + 1)..^1].Trim(), text[..open].Trim());
        open = text.IndexOf('<', StringComparison.Ordinal);
        if (open > 0 && text.EndsWith('>') && IsEmail(text.AsSpan(open + 1, text.Length - open - 2)))
            return new FeedPerson(text[..open].Trim(), text[(open + 1)..^1]);
        return new FeedPerson(text, IsEmail(text) ? text : null);
    }

    private static bool IsEmail(ReadOnlySpan<char> text) => text.IndexOf('@') is > 0 && !text.ContainsAny(" \t");
}
