using NewsMonitor.Articles.Pages;

namespace NewsMonitor.Articles.Content;

/// <summary>Cuts from the beginning and the end of a body what frames it: dates, reading times, credits, the author's life, calls to follow.</summary>
internal static class BodyEnds
{
    public static void Trim(List<Block> blocks, BodyShapes shapes, IReadOnlyList<string> authors)
    {
        var first = blocks.FindIndex(block => IsText(block, shapes));
        if (first < 0) return;
        blocks.RemoveRange(0, first);
        var last = blocks.FindLastIndex(block => IsText(block, shapes) && !ClosingNotes.IsOne(block, authors));
        // A text of nothing but notes is one that was misjudged.
        if (last >= 0) blocks.RemoveRange(last + 1, blocks.Count - last - 1);
    }

    private static bool IsText(Block block, BodyShapes shapes) => block.Kind switch
    {
        BlockKind.Heading => block.Weight >= 5,
        BlockKind.Row or BlockKind.Preformatted or BlockKind.ListItem => true,
        _ => !Credits.IsCredit(block.Text) && (block.Weight >= 60 || shapes.Has(block.Section)),
    };
}
