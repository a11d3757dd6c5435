using NewsMonitor.Feeds.Markup;

namespace NewsMonitor.Feeds.Reading;

/// <summary>A start tag with its namespace made out.</summary>
internal readonly ref struct Element(FeedNamespace space, ReadOnlySpan<char> name, ReadOnlySpan<char> attributes, string? baseAddress, string? language)
{
    private readonly ReadOnlySpan<char> attributes = attributes;

    public FeedNamespace Namespace { get; } = space;

    /// <summary>The name without a prefix, as written.</summary>
    public ReadOnlySpan<char> Name { get; } = name;

    /// <summary>What addresses in it are relative to.</summary>
    public string? BaseAddress { get; } = baseAddress;

    /// <summary>The language of its text, if declared on it or around it.</summary>
    public string? Language { get; } = language;

    public bool Is(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The value of an attribute with its references decoded, or null.</summary>
    public string? Attribute(string name)
    {
        if (!AttributeScanner.TryFind(attributes, name, out var raw))
            return null;
        if (!raw.Contains('&'))
            return raw.ToString();
        using var value = new TextBuffer();
        CharacterReferences.Append(raw, null, value);
        return value.Text.ToString();
    }

    /// <summary>The value of an attribute as written, for values that need no references; empty where there is none.</summary>
    public ReadOnlySpan<char> Raw(string name) => AttributeScanner.TryFind(attributes, name, out var raw) ? raw.Trim() : [];

    /// <summary>The address in an attribute, resolved; null where there is none or it cannot be used.</summary>
    public string? Address(string name)
    {
        if (!AttributeScanner.TryFind(attributes, name, out var raw))
            return null;
        return Links.Resolve(raw.Contains('&') ? Attribute(name) : raw, BaseAddress);
    }

    /// <summary>Whether it declares a namespace, under whichever prefix.</summary>
    public bool Declares(FeedNamespace space)
    {
        var scanner = new AttributeScanner(attributes);
        while (scanner.Read())
        {
            if (scanner.Name.StartsWith("xmlns:", StringComparison.OrdinalIgnoreCase) && FeedNamespaces.ByAddress(scanner.Value) == space)
                return true;
        }
        return false;
    }

    /// <summary>Whether an attribute is there with a value, whatever its case.</summary>
    public bool Has(string name, string value) =>
        AttributeScanner.TryFind(attributes, name, out var raw) && raw.Trim().Equals(value, StringComparison.OrdinalIgnoreCase);
}
