using NewsMonitor.Articles.Pages;

namespace NewsMonitor.Articles.Content;

/// <summary>The blocks that are the article: standfirst, paragraphs, subheadings, lists, tables and quotes in reading order, each once.</summary>
internal sealed class BodyText
{
    private readonly PageOutline _page;
    private readonly Section _content;
    private readonly int _headline;
    private readonly BodyShapes _shapes;

    private BodyText(PageOutline page, Section content, int headline)
    {
        (_page, _content, _headline) = (page, content, headline);
        _shapes = BodyShapes.Of(page, content);
    }

    /// <summary>Chooses the blocks.</summary>
    /// <param name="page">The page, its sections weighed and marked.</param>
    /// <param name="content">The section that holds the body.</param>
    /// <param name="headline">Index of the block with the headline, or −1.</param>
    /// <param name="description">The page's description of the article, or null.</param>
    /// <param name="authors">Who wrote it, as far as the page says.</param>
    public static List<Block> Select(PageOutline page, Section content, int headline, string? description, IReadOnlyList<string> authors)
    {
        var body = new BodyText(page, content, headline);
        var kept = new List<Block>();
        for (var i = content.Start; i < content.End; i++)
        {
            var block = page.Blocks[i];
            if (i != headline && body.Belongs(block)) kept.Add(block);
        }
        BodyEnds.Trim(kept, body._shapes, authors);
        var shown = DisplayedHeadline.Find(page, content, kept, headline);
        kept.RemoveAll(block => shown.Contains(block.Section));
        kept.InsertRange(0, Standfirst.Find(page, kept, content, shown.Index, description));
        RemoveRepeated(kept);
        RemoveEmptyHeadings(kept);
        return kept;
    }

    private bool Belongs(Block block)
    {
        if (block.Section.Excluded) return false;
        if (BoilerplatePhrases.IsLabel(block.Text)) return false;
        switch (block.Kind)
        {
            case BlockKind.Row or BlockKind.Preformatted:
                return true;
            case BlockKind.Heading:
                return block.LinkShare < 0.5 || block.Section.Depth - _content.Depth <= 1;
            case BlockKind.ListItem or BlockKind.Quote:
                return block.LinkShare < 0.8 || block.Weight > 200;
            default:
                if (block.LinkShare > 0.8) return false;
                // A label, a counter or a credit stands in a box of its own; a short paragraph of the article looks like the long ones.
                return block.Weight >= 60 || block.BoldShare > 0.9 || _shapes.Has(block.Section) || (block.Weight >= 25 && EndsSentence(block.Text));
        }
    }

    private static bool EndsSentence(string text) => ".!?…。！？\"”»“’」』:".Contains(text[^1], StringComparison.Ordinal);

    /// <summary>Pages show a sentence twice, for two screen sizes or as a pull quote; the article says it once.</summary>
    private static void RemoveRepeated(List<Block> blocks)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        blocks.RemoveAll(block => block.Weight >= 80 && block.Kind != BlockKind.Row && !seen.Add(block.Text));
    }

    /// <summary>A heading that nothing follows before the next of its rank or the end introduces what was left out.</summary>
    private static void RemoveEmptyHeadings(List<Block> blocks)
    {
        for (var i = blocks.Count - 1; i > 0; i--)
        {
            if (blocks[i].Kind == BlockKind.Heading && (i == blocks.Count - 1 || (blocks[i + 1].Kind == BlockKind.Heading && blocks[i + 1].Level <= blocks[i].Level))) blocks.RemoveAt(i);
        }
    }
}
