using NewsMonitor.Articles.Pages;

namespace NewsMonitor.Articles.Metadata;

/// <summary>The headline, chosen among what a page declares and what it shows, without the site's name.</summary>
internal static class TitleReader
{
    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " · ", " • ", " » ", " « ", " / ", " :: ", " ⋆ ", "|", "｜", " ― ", " : "];

    /// <summary>The headline, empty where there is none, and the index of the block that shows it, −1 where none does.</summary>
    public static (string Title, int Block) Read(PageOutline page, JsonLd declared, string? siteName)
    {
        var facts = page.Facts;
        var candidates = new List<string>();
        void Add(string? text)
        {
            if (Clean(text) is { Length: > 0 } clean) candidates.Add(clean);
        }
        Add(declared.Headline);
        Add(facts.Meta("og:title"));
        Add(facts.Meta("twitter:title"));
        Add(facts.Title);

        var shown = FindShown(page, candidates);
        var title = shown >= 0 ? page.Blocks[shown].Text : candidates.Count > 0 ? candidates[0] : "";
        return (WithoutSite(title, siteName), shown);
    }

    /// <summary>The block that shows the headline: the heading of the first level that agrees best with what is declared.</summary>
    private static int FindShown(PageOutline page, List<string> candidates)
    {
        var (best, bestScore) = (-1, 0.0);
        foreach (var block in page.Blocks)
        {
            if (block.Kind != BlockKind.Heading || block.Text.Length < 4) continue;
            var agreement = candidates.Count == 0 ? 0 : candidates.Max(candidate => TextSimilarity.WordOverlap(block.Text, candidate));
            if (block.Level > 1 && agreement < 0.7) continue;
            var score = agreement + (block.Level == 1 ? 0.35 : 0) + (block.Section.Evidence.HasAny(NameEvidence.Headline) ? 0.1 : 0) - (block.Section.Excluded ? 0.3 : 0);
            if (score > bestScore) (best, bestScore) = (block.Index, score);
        }
        return bestScore >= 0.3 ? best : -1;
    }

    private static string Clean(string? text) =>
        text is null ? "" : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string WithoutSite(string title, string? siteName)
    {
        if (siteName is null) return title;
        foreach (var separator in Separators)
        {
            if (title.EndsWith(separator + siteName, StringComparison.OrdinalIgnoreCase)) return title[..^(separator.Length + siteName.Length)].Trim();
            if (title.StartsWith(siteName + separator, StringComparison.OrdinalIgnoreCase)) return title[(separator.Length + siteName.Length)..].Trim();
        }
        return title;
    }
}
