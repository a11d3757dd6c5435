using NewsMonitor.Articles.Pages;

namespace NewsMonitor.Articles.Content;

/// <summary>Finds the paragraph between headline and body.</summary>
internal static class Standfirst
{
    /// <summary>The block, or null where the page has none beside the body.</summary>
    public static Block? Find(PageOutline page, List<Block> body, int headline, string? description)
    {
        var folded = description is null ? "" : TextSimilarity.Folded(description).TrimEnd('.', '…');
        var first = body.Count > 0 ? body[0].Index : page.Blocks.Length;
        var start = headline >= 0 ? headline + 1 : Math.Max(0, first - 20);
        for (var i = start; i < first; i++)
        {
            var block = page.Blocks[i];
            if (block.Weight < 25 || block.LinkShare > 0.5) continue;
            if (folded.Length > 20 && Agrees(TextSimilarity.Folded(block.Text), folded)) return block;
            if (!block.Section.Excluded && IsNamed(block.Section) && block.Weight >= 40) return block;
        }
        return null;
    }

    private static bool Agrees(string block, string description) =>
        block.StartsWith(description, StringComparison.Ordinal) || description.StartsWith(block, StringComparison.Ordinal)
        || (description.Length > 40 && block.StartsWith(description[..40], StringComparison.Ordinal));

    private static bool IsNamed(Section section)
    {
        for (var (around, depth) = (section, 0); around is not null && depth < 3; around = around.Parent, depth++)
        {
            if (around.Evidence.HasAny(NameEvidence.Standfirst)) return true;
        }
        return false;
    }
}
