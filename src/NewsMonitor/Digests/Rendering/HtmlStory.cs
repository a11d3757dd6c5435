using NewsMonitor.Display;
using NewsMonitor.Matches;

namespace NewsMonitor.Digests.Rendering;

/// <summary>One story of the HTML digest.</summary>
internal static class HtmlStory
{
    private const int MailClaims = 8;
    private const int MailSources = 8;

    /// <summary>The story as an article: whole, or for a mail with what exceeds a screen or two counted instead of listed.</summary>
    public static HtmlBuilder Of(StoryEntry story, Phrases phrases, HtmlExtent extent) =>
        story.Status == StoryStatus.Repeated ? Repeated(story) : Told(story, phrases, extent);

    private static HtmlBuilder Told(StoryEntry story, Phrases phrases, HtmlExtent extent)
    {
        var whole = extent == HtmlExtent.Whole;
        var html = new HtmlBuilder().Add($"<article class=\"s\" style=\"padding:14px 0 10px\">\n");
        html.Add($"<p style=\"margin:0 0 4px\">{Badge(Phrases.Status(story.Status))} <span class=\"m\" style=\"font-size:13px\">{phrases.History(story)}</span></p>\n");
        html.Add($"<h4 style=\"font-size:18px;line-height:1.35;margin:0 0 8px\" {QuoteHtml.Language(story.Language)}>{Phrases.Headline(story)}</h4>\n");

        var fresh = story.Claims.Where(claim => claim.IsNew).ToArray();
        var told = whole ? fresh : [.. fresh.Take(MailClaims)];
        foreach (var claim in told)
            html.Add($"{Claim(story, claim, phrases)}");
        if (told.Length < fresh.Length)
            html.Add($"<p style=\"{HtmlStyle.Small}\">And {Phrases.Count(fresh.Length - told.Length, "more new claim")} of this story in the full report.</p>\n");

        var known = story.Claims.Where(claim => !claim.IsNew).Select(claim => claim.Words).ToArray();
        if (known.Length > 0)
            html.Add($"<p class=\"m\" style=\"{HtmlStyle.Small}\">Said before and again: {string.Join("; ", known)}</p>\n");
        var quoted = told.Select(claim => claim.Source).ToHashSet();
        return html.Add($"{Others([.. story.Sources.Where(source => !quoted.Contains(source.Article))], story.Headline, phrases, whole)}</article>\n");
    }

    private static HtmlBuilder Claim(StoryEntry story, ClaimEntry claim, Phrases phrases)
    {
        var source = story.Sources.First(source => source.Article == claim.Source);
        var html = new HtmlBuilder().Add($"<p style=\"margin:12px 0 4px;font-weight:600\">{Word(story, claim)}{claim.Words}</p>\n");
        html.Add($"<blockquote class=\"q\" style=\"margin:0 0 6px;padding:2px 0 2px 12px\" {QuoteHtml.Language(source.Language)}>{QuoteHtml.Inside(claim.Excerpt)}</blockquote>\n");
        html.Add($"<p style=\"{HtmlStyle.Small}\">{Linked(source, besides: story.Headline)}, {phrases.Times(source)}</p>\n");
        var said = Phrases.Said(claim) is { } reports ? $"; {reports}" : "";
        return html.Add($"<p class=\"m\" style=\"{HtmlStyle.Small}\">{Phrases.Because(claim)}{said}<br>Why: {Phrases.Why(claim.Finding)}</p>\n");
    }

    // A word that stands on the story already is not said again on each of its claims.
    private static HtmlBuilder Word(StoryEntry story, ClaimEntry claim)
    {
        var word = Phrases.Status(claim.Status);
        return word == Phrases.Status(story.Status) ? new HtmlBuilder() : new HtmlBuilder().Add($"{Badge(word)} ");
    }

    private static HtmlBuilder Others(IReadOnlyList<StorySource> sources, string headline, Phrases phrases, bool whole)
    {
        var html = new HtmlBuilder();
        if (sources.Count == 0)
            return html;
        html.Add($"<p style=\"font-size:13px;margin:10px 0 2px;font-weight:600\">{Phrases.AlsoReported(sources)}</p>\n<ul style=\"font-size:13px;margin:0;padding-left:18px\">\n");
        var listed = whole ? sources.Count : MailSources;
        foreach (var source in sources.Take(listed))
            html.Add($"<li style=\"margin:3px 0\">{Linked(source, besides: headline)}, {phrases.Times(source)}</li>\n");
        if (sources.Count > listed)
            html.Add($"<li style=\"margin:3px 0\">and {Phrases.Number(sources.Count - listed)} more</li>\n");
        return html.Add($"</ul>\n");
    }

    private static HtmlBuilder Repeated(StoryEntry story)
    {
        var html = new HtmlBuilder().Add($"<article class=\"s\" style=\"padding:8px 0\">\n<p style=\"margin:0;font-size:14px\">{Badge(Phrases.Status(story.Status))} ");
        var headline = new HtmlBuilder().Add($"<span {QuoteHtml.Language(story.Language)}>{Phrases.Headline(story)}</span>");
        if (SafeLink.Of(story.Sources[0].Url) is { } link)
            html.Add($"<a href=\"{link}\">{headline}</a>");
        else
            html.Add($"{headline}");
        return html.Add($" <span class=\"m\">{Phrases.Further(story)}: {string.Join("; ", story.Claims.Select(claim => claim.Words))}</span></p>\n</article>\n");
    }

    /// <summary>Outlet, headline and people, linked; the outlet alone where the headline is the one that already stands <paramref name="besides"/>.</summary>
    private static HtmlBuilder Linked(StorySource source, string besides)
    {
        var html = Linked(source.Outlet, source.Title == besides ? "" : source.Title, source.Url, source.Language);
        var authors = SafeText.Line(string.Join(", ", source.Authors.Take(3)), width: 80);
        return authors.Length > 0 ? html.Add($", {authors}") : html;
    }

    /// <summary>Outlet and headline, linked; the outlet alone where there is no headline.</summary>
    internal static HtmlBuilder Linked(string at, string headline, string url, string? language)
    {
        var outlet = SafeText.Line(at, width: 60);
        var title = SafeText.Line(headline, width: 160);
        var html = new HtmlBuilder();
        if (title.Length > 0)
            html.Add($"{outlet}: ");
        var label = title.Length > 0 ? new HtmlBuilder().Add($"<span {QuoteHtml.Language(language)}>{title}</span>") : new HtmlBuilder().Add($"{outlet}");
        return SafeLink.Of(url) is { } link
            ? html.Add($"<a href=\"{link}\">{label}</a>")
            : html.Add($"{label} (no http address)");
    }

    /// <summary>A status word.</summary>
    internal static HtmlBuilder Badge(string word)
    {
        var look = word switch
        {
            "NEW" => "n",
            "UPDATED" => "u",
            "CORRECTED" or "WITHDRAWN" => "k",
            _ => "r",
        };
        return new HtmlBuilder().Add($"<span class=\"{look}\" style=\"{HtmlStyle.Badge}\">{word}</span>");
    }
}
