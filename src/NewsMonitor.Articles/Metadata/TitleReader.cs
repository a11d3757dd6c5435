using System.Net;
using NewsMonitor.Articles.Pages;

namespace NewsMonitor.Articles.Metadata;

/// <summary>
/// The headline. Publishers write several for one article (for the page, for search, for social networks); the one that most of a page's sources agree on
/// is taken, the one shown where they do not agree.
/// </summary>
internal static class TitleReader
{
    private const double ShownVote = 1.3;
    private const double DescribedVote = 1.2;
    private const double SharedVote = 0.7;
    private const double OtherVote = 0.2;

    /// <summary>Marks that stand between a headline and a site's name.</summary>
    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " · ", " • ", " » ", " « ", " :: ", " ― ", " / ", "|", "｜"];

    /// <summary>The headline, empty where there is none, and the index of the block that shows it, −1 where none does.</summary>
    public static (string Title, int Block) Read(PageOutline page, JsonLd declared, string? siteName)
    {
        var facts = page.Facts;
        var (described, shared, tweeted, window) = (Clean(declared.Headline), Clean(facts.Meta("og:title")), Clean(facts.Meta("twitter:title")), Clean(facts.Title));
        var block = FindShown(page, [described, shared, tweeted, window]);
        var shown = block >= 0 ? page.Blocks[block].Text : "";

        var votes = new List<(string Title, string Folded, double Votes)>();
        void Vote(string title, double weight)
        {
            title = WithoutSite(title, siteName, shown);
            if (title.Length == 0) return;
            var folded = TextSimilarity.Folded(title);
            var at = votes.FindIndex(vote => vote.Folded == folded);
            if (at >= 0) votes[at] = votes[at] with { Votes = votes[at].Votes + weight };
            else votes.Add((title, folded, weight));
        }
        Vote(shown, ShownVote);
        Vote(described, DescribedVote);
        Vote(shared, SharedVote);
        Vote(tweeted, OtherVote);
        Vote(window, OtherVote);
        return (votes.Count == 0 ? "" : votes.MaxBy(vote => vote.Votes).Title, block);
    }

    /// <summary>The block that shows the headline: the heading of the first level that agrees best with what is declared.</summary>
    private static int FindShown(PageOutline page, string[] declared)
    {
        var candidates = declared.Where(title => title.Length > 0).ToArray();
        var (best, bestScore) = (-1, 0.0);
        foreach (var block in page.Blocks)
        {
            if (block.Kind != BlockKind.Heading || block.Text.Length < 4) continue;
            var agreement = candidates.Length == 0 ? 0 : candidates.Max(candidate => TextSimilarity.WordOverlap(block.Text, candidate));
            if (block.Level > 1 && agreement < 0.7) continue;
            var score = agreement + (block.Level == 1 ? 0.35 : 0) + (block.Section.Evidence.HasAny(NameEvidence.Headline) ? 0.1 : 0);
            if (score > bestScore) (best, bestScore) = (block.Index, score);
        }
        return bestScore >= 0.3 ? best : -1;
    }

    private static string Clean(string? text) =>
        text is null ? "" : string.Join(' ', WebUtility.HtmlDecode(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Cuts what follows or precedes the headline proper: the site's name, or anything where the rest is the headline shown.</summary>
    private static string WithoutSite(string title, string? siteName, string shown)
    {
        var (site, headline) = (siteName is null ? "" : TextSimilarity.Folded(siteName), TextSimilarity.Folded(shown));
        for (var cut = true; cut;)
        {
            cut = false;
            foreach (var separator in Separators)
            {
                if (title.LastIndexOf(separator, StringComparison.Ordinal) is var at and > 0 && IsSite(title[(at + separator.Length)..], title[..at]))
                {
                    (title, cut) = (title[..at].TrimEnd(), true);
                }
                else if (title.IndexOf(separator, StringComparison.Ordinal) is var first and > 0 && site.Length > 0 && TextSimilarity.Folded(title[..first]) == site)
                {
                    (title, cut) = (title[(first + separator.Length)..].TrimStart(), true);
                }
            }
        }
        return title;

        bool IsSite(string end, string rest)
        {
            var folded = TextSimilarity.Folded(end);
            return folded.Length == 0 || folded == site || (headline.Length > 0 && TextSimilarity.Folded(rest) == headline);
        }
    }
}
