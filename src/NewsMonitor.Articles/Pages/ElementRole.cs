using System.Collections.Frozen;

namespace NewsMonitor.Articles.Pages;

/// <summary>How an element takes part in the flow of text.</summary>
internal enum ElementRole
{
    /// <summary>Part of a line.</summary>
    Inline,

    /// <summary>Begins and ends a block.</summary>
    Block,

    /// <summary>Holds no text for a reader.</summary>
    Skipped,

    /// <summary>An element a site made up: holds blocks, and may as well stand in a line.</summary>
    Custom,
}

internal static class ElementRoles
{
    private static readonly FrozenDictionary<string, ElementRole> Roles = Build();

    public static ElementRole Of(string localName) =>
        Roles.TryGetValue(localName, out var role) ? role : localName.Contains('-', StringComparison.Ordinal) ? ElementRole.Custom : ElementRole.Inline;

    private static FrozenDictionary<string, ElementRole> Build()
    {
        const string Blocks = "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header "
            + "hgroup hr li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul caption colgroup frameset noframes legend";
        const string Skipped = "script style noscript template svg math iframe object embed canvas audio video select option optgroup datalist textarea button input link meta base "
            + "head title map area progress meter param source track rt rp amp-ad amp-analytics amp-embed amp-iframe amp-video amp-script frame";
        var roles = new Dictionary<string, ElementRole>(StringComparer.Ordinal);
        foreach (var name in Blocks.Split(' ')) roles[name] = ElementRole.Block;
        foreach (var name in Skipped.Split(' ')) roles[name] = ElementRole.Skipped;
        return roles.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
