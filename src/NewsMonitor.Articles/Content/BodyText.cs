using NewsMonitor.Articles.Pages;

namespace NewsMonitor.Articles.Content;

/// <summary>The blocks of a section that are the article: standfirst, paragraphs, subheadings, lists, tables and quotes in reading order.</summary>
internal static class BodyText
{
    public static List<Block> Select(PageOutline page, Section content, int headline, string? description)
    {
        var kept = new List<Block>();
        for (var i = content.Start; i < Math.Min(content.End, page.Blocks.Length); i++)
        {
            var block = page.Blocks[i];
            if (i <= headline || block.Section.Excluded || IsLinks(block)) continue;
            kept.Add(block);
        }
        TrimHeadings(kept);
        if (Standfirst.Find(page, kept, headline, description) is { } standfirst && !kept.Contains(standfirst)) kept.Insert(0, standfirst);
        return kept;
    }

    private static bool IsLinks(Block block) => block.LinkShare > 0.8 && block.Kind != BlockKind.Row;

    /// <summary>A heading that nothing follows before the next of its rank or the end introduces what was left out.</summary>
    private static void TrimHeadings(List<Block> blocks)
    {
        for (var i = blocks.Count - 1; i >= 0; i--)
        {
            if (blocks[i].Kind == BlockKind.Heading && (i == blocks.Count - 1 || (blocks[i + 1].Kind == BlockKind.Heading && blocks[i + 1].Level <= blocks[i].Level))) blocks.RemoveAt(i);
        }
    }
}
