namespace NewsMonitor.Articles.Pages;

/// <summary>Recognizes scripts that hand a page's program the state it starts from: <c>window.__STATE__ = {…}</c>.</summary>
internal static class StateScripts
{
    /// <summary>Shorter states hold no article.</summary>
    private const int Shortest = 500;

    /// <summary>Whether a script assigns an object of JSON to a property of the window.</summary>
    public static bool IsOne(ReadOnlySpan<char> script) => Value(script).Length > 0;

    /// <summary>The JSON that a script assigns, with whatever follows it; empty where it does nothing of the kind.</summary>
    public static ReadOnlySpan<char> Value(ReadOnlySpan<char> script)
    {
        var text = script.TrimStart();
        if (text.Length < Shortest || !text.StartsWith("window", StringComparison.Ordinal) || text[6] is not ('.' or '[')) return [];
        var equals = text.IndexOf('=');
        if (equals is < 0 or > 80) return [];
        var value = text[(equals + 1)..].TrimStart();
        return value is ['{' or '[', ..] ? value : [];
    }
}
