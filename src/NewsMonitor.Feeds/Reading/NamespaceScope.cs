using NewsMonitor.Feeds.Markup;

namespace NewsMonitor.Feeds.Reading;

/// <summary>The prefixes that are declared at a point of the document.</summary>
internal sealed class NamespaceScope(FaultLog faults)
{
    private const int Most = 256;

    private readonly List<(string Prefix, FeedNamespace Space)> bindings = [];
    private FeedNamespace home = FeedNamespace.Own;
    private string? homePrefix;

    public int Count => bindings.Count;

    /// <summary>Forgets what was declared since there were <paramref name="count"/>.</summary>
    public void Restore(int count)
    {
        if (bindings.Count > count)
            bindings.RemoveRange(count, bindings.Count - count);
    }

    /// <summary>Takes up the declarations of a start tag.</summary>
    public void Declare(ReadOnlySpan<char> attributes)
    {
        if (attributes.IndexOf("xmlns", StringComparison.OrdinalIgnoreCase) < 0)
            return;
        var scanner = new AttributeScanner(attributes);
        while (bindings.Count < Most && scanner.Read())
        {
            if (!scanner.Name.StartsWith("xmlns", StringComparison.OrdinalIgnoreCase))
                continue;
            if (scanner.Name.Length == 5)
                bindings.Add(("", FeedNamespaces.ByAddress(scanner.Value)));
            else if (scanner.Name[5] == ':')
                bindings.Add((scanner.Name[6..].ToString(), Known(FeedNamespaces.ByAddress(scanner.Value), scanner.Name[6..])));
        }
    }

    /// <summary>Makes the namespace of the root element the one of the format itself, whatever it is.</summary>
    public void Settle(ReadOnlySpan<char> rootName)
    {
        var space = Resolve(rootName, out _);
        if (space == FeedNamespace.Other)
            homePrefix = rootName[..rootName.IndexOf(':')].ToString();
        else
            home = space;
    }

    /// <summary>Splits a name and finds its namespace.</summary>
    public FeedNamespace Resolve(ReadOnlySpan<char> name, out ReadOnlySpan<char> local)
    {
        var colon = name.IndexOf(':');
        local = name[(colon + 1)..];
        var prefix = colon < 0 ? [] : name[..colon];
        var space = Find(prefix);
        return space == home || (colon >= 0 && homePrefix is not null && prefix.SequenceEqual(homePrefix)) ? FeedNamespace.Own : space;
    }

    private FeedNamespace Find(ReadOnlySpan<char> prefix)
    {
        for (var i = bindings.Count - 1; i >= 0; i--)
        {
            if (!prefix.SequenceEqual(bindings[i].Prefix))
                continue;
            // A default namespace that nobody knows is a publisher's invention around the ordinary words.
            return prefix.IsEmpty && bindings[i].Space == FeedNamespace.Other ? FeedNamespace.Own : bindings[i].Space;
        }
        if (prefix.IsEmpty)
            return FeedNamespace.Own;
        if (!prefix.SequenceEqual("xml"))
            faults.Add(FeedFaultKind.UndeclaredPrefix, prefix);
        return FeedNamespaces.ByPrefix(prefix);
    }

    /// <summary>A customary prefix with a mistyped address means what it always means.</summary>
    private static FeedNamespace Known(FeedNamespace space, ReadOnlySpan<char> prefix) => space == FeedNamespace.Other ? FeedNamespaces.ByPrefix(prefix) : space;
}
