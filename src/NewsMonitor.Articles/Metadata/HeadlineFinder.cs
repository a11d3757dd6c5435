using NewsMonitor.Articles.Pages;

namespace NewsMonitor.Articles.Metadata;

/// <summary>A headline as a page shows it.</summary>
/// <param name="Block">Index of the block that shows it, −1 where none does.</param>
/// <param name="Text">The headline without the line above it; empty where none is shown.</param>
/// <param name="Whole">All of the heading, the line above included.</param>
internal sealed record ShownHeadline(int Block, string Text, string Whole)
{
    public static readonly ShownHeadline None = new(-1, "", "");
}

/// <summary>Finds the heading that shows an article's headline: the one that agrees best with what the page declares and stands where headlines stand.</summary>
internal static class HeadlineFinder
{
    private const double FirstLevel = 0.35;
    private const double Named = 0.1;
    private const double AmongLinks = 0.6;
    private const double Enough = 0.3;

    /// <summary>Pages repeat the title where they end; so much better has a later heading to be.</summary>
    private const double Margin = 0.15;

    /// <summary>The least agreement at which a heading that is not of the first level can be the headline.</summary>
    private const double LowerLevels = 0.7;

    /// <param name="page">The page.</param>
    /// <param name="declared">The titles that the page declares, without the site's name.</param>
    public static ShownHeadline Find(PageOutline page, IEnumerable<string> declared)
    {
        HashSet<string>[] titles = [.. declared.Distinct(StringComparer.Ordinal).Select(TextSimilarity.Words)];
        var (best, bestScore) = (ShownHeadline.None, Enough);
        for (var i = 0; i < page.Blocks.Length;)
        {
            var next = EndOfHeading(page, i);
            if (page.Blocks[i].Kind == BlockKind.Heading)
            {
                var score = Score(page, i, next, titles, out var headline);
                if (score > bestScore + (best.Block >= 0 ? Margin : 0)) (best, bestScore) = (headline, score);
            }
            i = next;
        }
        return best;
    }

    /// <summary>The index after the last block of the heading that begins at a block: a line above the headline is often a block of the same element.</summary>
    private static int EndOfHeading(PageOutline page, int start)
    {
        var next = start + 1;
        if (page.Blocks[start].Kind != BlockKind.Heading || HeadingOf(page.Blocks[start].Section) is not { } heading) return next;
        while (next < page.Blocks.Length && next < start + 6 && heading.Contains(page.Blocks[next].Section)) next++;
        return next;
    }

    private static double Score(PageOutline page, int start, int end, HashSet<string>[] titles, out ShownHeadline headline)
    {
        var first = page.Blocks[start];
        var whole = end == start + 1 ? first.Text : string.Join(' ', page.Blocks.AsSpan()[start..end].ToArray().Select(block => block.Text));
        headline = new ShownHeadline(start, whole, whole);
        if (whole.Length < 4) return 0;
        var agreement = Agreement(whole, titles);
        if (end > start + 1)
        {
            // Kicker and headline: the last line of some length is the headline proper.
            var main = end - 1;
            while (main > start && page.Blocks[main].Weight < 15) main--;
            headline = new ShownHeadline(main, page.Blocks[main].Text, whole);
            agreement = Math.Max(agreement, Agreement(headline.Text, titles));
        }
        if (first.Level > 1 && agreement < LowerLevels) return 0;
        return agreement + (first.Level == 1 ? FirstLevel : 0) + (first.Section.Evidence.HasAny(NameEvidence.Headline) ? Named : 0) - (IsAmongLinks(first.Section) ? AmongLinks : 0);
    }

    private static double Agreement(string text, HashSet<string>[] titles)
    {
        if (titles.Length == 0) return 0;
        var words = TextSimilarity.Words(text);
        return titles.Max(title => TextSimilarity.WordOverlap(words, title));
    }

    private static Section? HeadingOf(Section section)
    {
        for (var (around, depth) = (section, 0); around is not null && depth < 6; around = around.Parent, depth++)
        {
            if (around.Tag is ['h', >= '1' and <= '6']) return around;
        }
        return null;
    }

    /// <summary>Whether a heading is an entry of a list or of a path of links, where pages repeat the title in the words that search engines are to see.</summary>
    private static bool IsAmongLinks(Section heading)
    {
        for (var (around, depth) = (heading, 0); around is not null && depth < 5; around = around.Parent, depth++)
        {
            if (around.Tag is "nav" or "li" || around.Classes.Contains("breadcrumb", StringComparison.OrdinalIgnoreCase)) return true;
            if (around.Tag is "article" or "header" or "main") return false;
        }
        return false;
    }
}
