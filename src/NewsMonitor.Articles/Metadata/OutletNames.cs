namespace NewsMonitor.Articles.Metadata;

/// <summary>What an outlet is called: by itself, by its publisher and in its address.</summary>
internal sealed class OutletNames
{
    private const int LongestAddition = 16;

    private readonly HashSet<string> _folded = new(StringComparer.Ordinal);
    private readonly List<string> _written = [];

    /// <param name="siteName">The outlet's name as it calls itself, or null.</param>
    /// <param name="publisher">The publisher's name, or null.</param>
    /// <param name="host">The page's host without <c>www.</c>, or null.</param>
    public OutletNames(string? siteName, string? publisher, string? host)
    {
        Add(siteName);
        Add(publisher);
        if (host is null) return;
        Add(host);
        Add(SiteOf(host));
        Add(SiteOf(host).Split('.')[0]);
    }

    /// <summary>Whether a text is one of the names and nothing else.</summary>
    public bool IsName(string text) => _folded.Contains(TextSimilarity.Folded(text));

    /// <summary>Whether a text is one of the names, whole or shortened, or one of them with a word or two behind it: <c>Example Post World</c>.</summary>
    public bool IsVariant(string text)
    {
        var folded = TextSimilarity.Folded(text);
        if (folded.Length < 2 || _folded.Contains(folded)) return true;
        foreach (var name in _written)
        {
            if (text.Length > name.Length && text.Length <= name.Length + LongestAddition && text.StartsWith(name, StringComparison.OrdinalIgnoreCase) && !char.IsLetter(text[name.Length])) return true;
            if (folded.Length >= 3 && name.Length > text.Length && name.StartsWith(text, StringComparison.OrdinalIgnoreCase) && !char.IsLetter(name[text.Length])) return true;
        }
        return false;
    }

    /// <summary>The last two labels of a host, three where the last but one is short, as in <c>bbc.co.uk</c>.</summary>
    public static string SiteOf(string host)
    {
        var labels = host.Split('.');
        var take = labels.Length > 2 && labels[^2].Length <= 3 && labels[^1].Length == 2 ? 3 : 2;
        return string.Join('.', labels.TakeLast(take));
    }

    private void Add(string? name)
    {
        if (name is null || TextSimilarity.Folded(name) is not { Length: > 1 } folded) return;
        if (_folded.Add(folded)) _written.Add(name.Trim());
    }
}
