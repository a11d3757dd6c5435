using System.Net;
using NewsMonitor.Articles.Pages;

namespace NewsMonitor.Articles.Metadata;

/// <summary>
/// The headline. Publishers write several for one article (for the page, for search, for social networks); the one that most of a page's sources agree on
/// is taken, the one shown where they do not agree.
/// </summary>
internal static class TitleReader
{
    private const double ShownVote = 1.65;
    private const double DescribedVote = 1.2;
    private const double SharedVote = 0.7;
    private const double OtherVote = 0.2;

    /// <summary>A line above a headline is shorter than this part of both.</summary>
    private const double LongestKicker = 0.4;

    /// <summary>Marks that stand between a headline and a site's name.</summary>
    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " · ", " • ", " » ", " « ", " :: ", " ― ", " / ", "|", "｜"];

    /// <summary>The headline, empty where there is none, and the index of the block that shows it, −1 where none does.</summary>
    public static (string Title, int Block) Read(PageOutline page, JsonLd declared, OutletNames outlet)
    {
        var facts = page.Facts;
        var (described, shared, tweeted, window) = (Clean(declared.Headline), Clean(facts.Meta("og:title")), Clean(facts.Meta("twitter:title")), Clean(facts.Title));
        string[] titles = [.. new[] { described, shared, tweeted, window, Clean(declared.OtherHeadline) }.Where(title => title.Length > 0)];
        var shown = HeadlineFinder.Find(page, titles);
        var headline = WithoutKicker(shown.Text, described, shared);

        var votes = new List<(string Title, string Folded, double Votes)>();
        void Vote(string title, double weight)
        {
            title = WithoutSite(title, outlet, shown.Whole, headline);
            if (title.Length == 0) return;
            var folded = TextSimilarity.Folded(title);
            var at = votes.FindIndex(vote => vote.Folded == folded);
            if (at >= 0) votes[at] = votes[at] with { Votes = votes[at].Votes + weight };
            else votes.Add((title, folded, weight));
        }
        Vote(headline, ShownVote);
        Vote(described, DescribedVote);
        Vote(shared, SharedVote);
        Vote(tweeted, OtherVote);
        Vote(window, OtherVote);
        return (votes.Count == 0 ? "" : votes.MaxBy(vote => vote.Votes).Title, shown.Block);
    }

    private static string Clean(string? text) =>
        text is null ? "" : string.Join(' ', WebUtility.HtmlDecode(text).Replace("\u00AD", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A heading may begin with the line above the headline; where it ends with a declared title, that is the headline.</summary>
    private static string WithoutKicker(string shown, params ReadOnlySpan<string> declared)
    {
        var folded = TextSimilarity.Folded(shown);
        foreach (var title in declared)
        {
            var other = TextSimilarity.Folded(title);
            if (other.Length > 0 && other.Length < folded.Length && folded.EndsWith(other, StringComparison.Ordinal) && folded.Length - other.Length <= LongestKicker * folded.Length) return title;
        }
        return shown;
    }

    /// <summary>Cuts what follows or precedes the headline proper: the site's name, or anything where the rest is the headline shown.</summary>
    private static string WithoutSite(string title, OutletNames outlet, params ReadOnlySpan<string> shown)
    {
        for (var cut = true; cut;)
        {
            cut = false;
            foreach (var separator in Separators)
            {
                if (title.LastIndexOf(separator, StringComparison.Ordinal) is var at and > 0 && (outlet.IsVariant(title[(at + separator.Length)..]) || IsOneOf(title[..at], shown)))
                {
                    (title, cut) = (title[..at].TrimEnd(), true);
                }
                else if (title.IndexOf(separator, StringComparison.Ordinal) is var first and > 0 && outlet.IsName(title[..first]))
                {
                    (title, cut) = (title[(first + separator.Length)..].TrimStart(), true);
                }
            }
        }
        return title;
    }

    private static bool IsOneOf(string text, ReadOnlySpan<string> others)
    {
        var folded = TextSimilarity.Folded(text);
        foreach (var other in others)
        {
            if (folded.Length > 0 && folded == TextSimilarity.Folded(other)) return true;
        }
        return false;
    }
}
