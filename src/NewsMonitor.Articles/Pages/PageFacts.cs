namespace NewsMonitor.Articles.Pages;

/// <summary>What a page says about itself, as found while it was read: nothing is weighed here.</summary>
internal sealed class PageFacts
{
    /// <summary>Contents of <c>meta</c> elements by lower-case name, property or item property, in page order.</summary>
    public Dictionary<string, List<string>> Metas { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The JSON-LD scripts.</summary>
    public List<string> JsonLd { get; } = [];

    /// <summary>Other JSON scripts: the state a page's program starts from.</summary>
    public List<string> JsonStates { get; } = [];

    /// <summary><c>time</c> elements and others that are named as dates.</summary>
    public List<NamedText> Times { get; } = [];

    /// <summary>Elements that are named as authors.</summary>
    public List<NamedText> Authors { get; } = [];

    /// <summary>The <c>title</c> element.</summary>
    public string? Title { get; set; }

    /// <summary>The <c>lang</c> attribute of the root, else of the body.</summary>
    public string? Language { get; set; }

    /// <summary>The <c>link rel=canonical</c>.</summary>
    public string? Canonical { get; set; }

    /// <summary>Whether there is a field for a password.</summary>
    public bool AsksForPassword { get; set; }

    /// <summary>Video and audio players and frames.</summary>
    public int Players { get; set; }

    /// <summary>Scripts of any kind.</summary>
    public int Scripts { get; set; }

    /// <summary>The first content of the first of these names that has one.</summary>
    public string? Meta(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Metas.TryGetValue(name, out var contents)) return contents[0];
        }
        return null;
    }
}

/// <summary>A short text that an element was named for.</summary>
/// <param name="Text">The text of the element; may be empty.</param>
/// <param name="Machine">The attribute made for programs (<c>datetime</c>, <c>content</c>), or null.</param>
/// <param name="Name">The tag, class and item property it was recognized by.</param>
/// <param name="Block">How many blocks stood before it.</param>
/// <param name="Section">The section it stands in.</param>
internal sealed record NamedText(string Text, string? Machine, string Name, int Block, Section Section);
