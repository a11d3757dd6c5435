using NewsMonitor.Display;
using NewsMonitor.Matches;

namespace NewsMonitor.Digests.Rendering;

/// <summary>One correction of the HTML digest: the sentence before and after, told apart by words.</summary>
internal static class HtmlCorrection
{
    /// <summary>The correction as an article.</summary>
    public static HtmlBuilder Of(CorrectionEntry correction, Phrases phrases)
    {
        var (before, after) = ChangedWords.Of(correction);
        var html = new HtmlBuilder().Add($"<article class=\"s\" style=\"padding:14px 0 10px\">\n");
        html.Add($"<p style=\"margin:0 0 4px\">{HtmlStory.Badge(Phrases.Status(correction))} <span class=\"m\" style=\"font-size:13px\">{phrases.Changed(correction)}</span></p>\n");
        html.Add($"<h4 style=\"font-size:16px;line-height:1.35;margin:0 0 8px\">{correction.Words}</h4>\n");
        html.Add($"{Quote("Before:", before, correction.Language)}");
        if (after is null)
            html.Add($"<p style=\"{HtmlStyle.Small};font-weight:600\">{Phrases.Now(correction)}</p>\n");
        else
            html.Add($"{Quote(Phrases.Now(correction), after, correction.Language)}");
        return html.Add($"<p style=\"{HtmlStyle.Small}\">{HtmlStory.Linked(correction.Outlet, correction.Title, correction.Url, correction.Language)}</p>\n</article>\n");
    }

    private static HtmlBuilder Quote(string label, Excerpt quote, string? language) => new HtmlBuilder()
        .Add($"<p style=\"{HtmlStyle.Small};font-weight:600\">{label}</p>\n")
        .Add($"<blockquote class=\"q\" style=\"margin:0 0 6px;padding:2px 0 2px 12px\" {QuoteHtml.Language(language)}>{QuoteHtml.Inside(quote)}</blockquote>\n");
}
