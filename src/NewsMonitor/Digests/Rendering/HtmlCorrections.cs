using NewsMonitor.Display;
using NewsMonitor.Matches;

namespace NewsMonitor.Digests.Rendering;

/// <summary>What was told and is so no more, in the HTML digest: both sentences, one under the other.</summary>
internal static class HtmlCorrections
{
    private const int MailCorrections = 12;

    /// <summary>The corrections of a topic; a mail counts what exceeds a dozen.</summary>
    public static HtmlBuilder Of(IReadOnlyList<CorrectionEntry> corrections, Phrases phrases, HtmlExtent extent)
    {
        var html = new HtmlBuilder();
        if (corrections.Count == 0)
            return html;
        html.Add($"<h3 style=\"font-size:18px;line-height:1.35;margin:20px 0 4px\">Corrected or withdrawn since we reported it</h3>\n");
        var listed = extent == HtmlExtent.Whole ? corrections.Count : MailCorrections;
        foreach (var correction in corrections.Take(listed))
            html.Add($"{One(correction, phrases)}");
        return corrections.Count > listed
            ? html.Add($"<p style=\"{HtmlStyle.Small}\">And {Phrases.Count(corrections.Count - listed, "more correction")} in the plain text of this message and in the full report.</p>\n")
            : html;
    }

    private static HtmlBuilder One(CorrectionEntry correction, Phrases phrases)
    {
        var html = new HtmlBuilder().Add($"<article class=\"s\" style=\"padding:10px 0\">\n");
        html.Add($"<p style=\"margin:0 0 4px;font-weight:600\"><span class=\"u\" style=\"{HtmlStyle.Badge}\">{Phrases.Status(correction)}</span> {correction.Words}</p>\n");
        html.Add($"<p class=\"m\" style=\"{HtmlStyle.Small}\">We told</p>\n{Quote("del", correction.Before, correction.Language)}");
        if (correction.After is { } after)
            html.Add($"<p class=\"m\" style=\"{HtmlStyle.Small}\">There stands now</p>\n{Quote("ins", after, correction.Language)}");
        html.Add($"<p style=\"{HtmlStyle.Small}\">");
        if (SafeLink.Of(correction.Url) is { } link)
            html.Add($"<a href=\"{link}\">{phrases.Attribution(correction)}</a>");
        else
            html.Add($"{phrases.Attribution(correction)}");
        return html.Add($"</p>\n</article>\n");
    }

    private static HtmlBuilder Quote(string change, string sentence, string? language)
    {
        // Read aloud as taken out and put in, and never struck through: both must be readable.
        var words = new HtmlBuilder().Add($"{SafeText.Inline(sentence)}");
        var html = new HtmlBuilder().Add($"<blockquote class=\"q\" style=\"margin:0 0 6px;padding:2px 0 2px 12px\" {QuoteHtml.Language(language)}>");
        return (change == "del" ? html.Add($"<del style=\"text-decoration:none\">{words}</del>") : html.Add($"<ins style=\"text-decoration:none\">{words}</ins>")).Add($"</blockquote>\n");
    }
}
