using NewsMonitor.Articles.Pages;

namespace NewsMonitor.Articles.Content;

/// <summary>The headline as it stands above the body, which may be another than the one that names the page: sites give search engines and readers different ones.</summary>
internal readonly record struct DisplayedHeadline(int Index, Section? Heading)
{
    private const double Shortest = 20;

    /// <summary>The headline lies at most so many levels above the body.</summary>
    private const int Reach = 8;

    /// <summary>Looks where the page's headline is, and where that is in a navigation or nowhere, for the first heading of the highest rank before the body.</summary>
    /// <param name="page">The page, its sections marked.</param>
    /// <param name="content">The section that holds the body.</param>
    /// <param name="body">The blocks of the body so far.</param>
    /// <param name="headline">Index of the block with the page's headline, or −1.</param>
    public static DisplayedHeadline Find(PageOutline page, Section content, List<Block> body, int headline)
    {
        if (headline >= 0 && !page.Blocks[headline].Section.Excluded) return Of(page.Blocks[headline]);
        var firstProse = body.Find(block => block.IsProse)?.Index ?? content.Start;
        var around = content;
        for (var step = 0; step < Reach && around.Parent?.Parent is { } parent && around.Tag is not ("article" or "main"); step++) around = parent;
        Block? best = null;
        for (var i = Math.Max(0, around.Start); i < firstProse; i++)
        {
            var block = page.Blocks[i];
            if (block is not { Kind: BlockKind.Heading, Level: <= 2, Weight: >= Shortest, LinkShare: < 0.5 } || block.Section.Excluded || block.Level >= best?.Level) continue;
            if (!IsSentence(block.Text) && !IsAmongProse(page, Of(block).Heading)) best = block;
        }
        return best is null ? new DisplayedHeadline(headline, null) : Of(best);
    }

    /// <summary>Whether a section is the headline's element or inside it: a kicker may share it.</summary>
    public bool Contains(Section section) => Heading is not null && Heading.Contains(section);

    /// <summary>A standfirst may be marked up as a heading.</summary>
    private static bool IsSentence(string text) => text[^1] is '.' or '。' || text.Contains(". ", StringComparison.Ordinal);

    /// <summary>What stands in one box with paragraphs is a heading of theirs.</summary>
    private static bool IsAmongProse(PageOutline page, Section? heading)
    {
        if (heading?.Parent is not { } box) return false;
        for (var i = heading.End; i < box.End; i++)
        {
            if (page.Blocks[i].IsProse && ReferenceEquals(page.Blocks[i].Section.Parent, box)) return true;
        }
        return false;
    }

    private static DisplayedHeadline Of(Block block)
    {
        var heading = block.Section;
        while (heading.Tag is not ['h', >= '1' and <= '6'] && heading.Parent is { } parent && heading.End - heading.Start <= 4) heading = parent;
        return new DisplayedHeadline(block.Index, heading.Tag is ['h', >= '1' and <= '6'] ? heading : null);
    }
}
