using NewsMonitor.Articles.Pages;

namespace NewsMonitor.Articles.Content;

/// <summary>Finds what stands between headline and body and belongs to the article: the standfirst, and opening paragraphs that a layout sets apart.</summary>
internal static class Standfirst
{
    private const double Shortest = 25;

    /// <summary>The blocks to put in front of <paramref name="body"/>, in reading order; none where the body begins with the standfirst itself.</summary>
    public static List<Block> Find(PageOutline page, List<Block> body, Section content, int headline, string? description)
    {
        var found = new List<Block>();
        var first = body.Count > 0 ? body[0].Index : content.Start;
        var folded = description is null ? "" : TextSimilarity.Folded(description);
        var start = headline >= 0 && headline < first ? headline + 1 : Math.Max(0, first - 12);
        var reach = headline >= 0 && headline < first ? Around(content, page.Blocks[headline].Section) : content.Parent ?? content;
        for (var i = start; i < first; i++)
        {
            var block = page.Blocks[i];
            if (block.Weight < Shortest || block.LinkShare > 0.5 || body.Exists(other => other.Text == block.Text) || BoilerplatePhrases.IsLabel(block.Text)) continue;
            if (folded.Length > 20 && Agrees(TextSimilarity.Folded(block.Text), folded))
            {
                found.Clear(); // Nothing before it is the article.
                found.Add(block);
            }
            else if (!block.Section.Excluded && reach.Contains(block.Section) && headline >= 0 && IsOpening(block, i - headline))
            {
                found.Add(block);
            }
        }
        return found;
    }

    private static bool IsOpening(Block block, int distance)
    {
        if (IsNamed(block.Section)) return true;
        if (block.Kind == BlockKind.Heading) return distance <= 2 && block.Weight >= 50;
        return block.Weight >= 80 && ".!?…。！？\"”»".Contains(block.Text[^1], StringComparison.Ordinal);
    }

    private static bool Agrees(string block, string description)
    {
        const int Enough = 40;
        var shared = Math.Min(block.Length, description.Length);
        return block.AsSpan().CommonPrefixLength(description) >= Math.Min(shared, Enough);
    }

    private static Section Around(Section content, Section other)
    {
        var around = content;
        while (around.Parent is { } parent && !around.Contains(other)) around = parent;
        return around;
    }

    private static bool IsNamed(Section section)
    {
        for (var (around, depth) = (section, 0); around is not null && depth < 3; around = around.Parent, depth++)
        {
            if (around.Evidence.HasAny(NameEvidence.Standfirst)) return true;
        }
        return false;
    }
}
