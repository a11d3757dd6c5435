using System.Collections.Immutable;
using NewsMonitor.Display;
using NewsMonitor.Matches;

namespace NewsMonitor.Digests.Rendering;

/// <summary>How much of a digest its HTML holds.</summary>
internal enum HtmlExtent
{
    /// <summary>All of it: the file and the page.</summary>
    Whole,

    /// <summary>What fits below <see cref="HtmlDigest.MailLimit"/>; what does not is counted. Mail clients cut longer messages in the middle.</summary>
    Mail,
}

/// <summary>The digest as one HTML document: a single column, no script, no image, nothing loaded from anywhere.</summary>
internal sealed class HtmlDigest
{
    /// <summary>In bytes of UTF-8.</summary>
    public const int MailLimit = 90_000;

    private const int MailTroubleFeeds = 15;
    private const int FirstCorrections = 10;

    private readonly Digest digest;
    private readonly HtmlExtent extent;
    private readonly Phrases phrases;

    private HtmlDigest(Digest digest, HtmlExtent extent)
    {
        this.digest = digest;
        this.extent = extent;
        phrases = new Phrases(digest);
    }

    /// <summary>The document.</summary>
    public static string Render(Digest digest, HtmlExtent extent) => new HtmlDigest(digest, extent).Document().ToString();

    private HtmlBuilder Document()
    {
        var before = Opening();
        var after = Closing();
        var sections = Sections(MailLimit - before.ByteCount() - after.ByteCount());
        return before.Add($"{sections}{after}");
    }

    private HtmlBuilder Opening()
    {
        var html = new HtmlBuilder();
        html.Add($"<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n");
        html.Add($"<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"supported-color-schemes\" content=\"light dark\">\n");
        html.Add($"<title>{DigestSubject.Of(digest)}</title>\n<style>\n{HtmlStyle.Sheet()}\n</style>\n</head>\n<body style=\"{HtmlStyle.Body}\">\n<main style=\"{HtmlStyle.Column}\">\n");
        html.Add($"<p class=\"m\" style=\"font-size:13px;font-weight:600;margin:0\">NewsMonitor daily digest</p>\n");
        html.Add($"<h1 style=\"font-size:26px;line-height:1.25;margin:2px 0 6px\">{phrases.Title()}</h1>\n");
        html.Add($"<p class=\"m\" style=\"{HtmlStyle.Small}\">{phrases.Window()}</p>\n");
        if (!digest.Counts.Any())
            html.Add($"<p style=\"font-size:18px;margin:20px 0\">{phrases.Nothing()}</p>\n");
        else
            html.Add($"<p class=\"m\" style=\"{HtmlStyle.Small}\">{phrases.Facts()}</p>\n");
        return phrases.HasGlance() ? html.Add($"{Glance()}") : html;
    }

    private HtmlBuilder Glance()
    {
        var html = new HtmlBuilder().Add($"<section class=\"c\" style=\"padding:4px 14px;margin:18px 0 8px\" aria-label=\"At a glance\">\n");
        foreach (var section in digest.Topics)
        {
            html.Add($"<div style=\"margin:10px 0 12px\"><strong>{TopicNames.Title(section.Topic)}</strong>\n<table role=\"presentation\" style=\"{HtmlStyle.Counts}\"><tr>");
            foreach (var (name, count) in Phrases.Columns(section.Counts))
                html.Add($"<td style=\"{HtmlStyle.Count}\"><span style=\"font-size:20px;font-weight:600\">{count}</span><br><span class=\"m\" style=\"font-size:13px\">{name}</span></td>");
            html.Add($"</tr></table>\n");
            if (Phrases.Comparison(section.Trend) is { } comparison)
            {
                var spoken = Sparkline.Spoken(section.Trend.Days);
                html.Add($"<span class=\"l\" role=\"img\" aria-label=\"{spoken}\" title=\"{spoken}\">{Sparkline.Of(section.Trend.Days)}</span>");
                html.Add($"<br><span class=\"m\" style=\"font-size:13px\">{comparison}</span>");
            }

            html.Add($"</div>\n");
        }

        return html.Add($"</section>\n");
    }

    /// <summary>The sections; where not everything fits, the first of each topic go first, and every topic counts what is missing of it.</summary>
    private HtmlBuilder Sections(int room)
    {
        var html = new HtmlBuilder();
        var sections = BodySections.Of(digest);
        var shown = Fitting(sections, extent == HtmlExtent.Whole ? int.MaxValue : room);
        foreach (var section in sections)
        {
            html.Add($"<section>\n<h2 style=\"font-size:21px;line-height:1.3;margin:32px 0 8px\">{section.Heading}</h2>\n");
            foreach (var part in section.Parts)
            {
                html.Add($"<h3 class=\"m\" style=\"font-size:15px;line-height:1.3;margin:16px 0 8px\">{TopicNames.Title(part.Topic)} ({Phrases.Number(part.Count)})</h3>\n");
                var missing = 0;
                foreach (var entry in Entries(part))
                {
                    if (shown.TryGetValue(entry, out var rendered))
                        html.Add($"{rendered}");
                    else
                        missing++;
                }

                if (missing > 0)
                    html.Add($"{Overflow(part.Stories.IsEmpty ? Phrases.Count(missing, "more correction") : Phrases.Count(missing, "more story", "more stories"))}");
            }

            html.Add($"</section>\n");
        }

        return html;
    }

    /// <summary>
    /// What fits, rendered. The first corrections have a place whatever a busy day brings, for whoever was told wrong must learn of it; then come the stories in the order of
    /// the body, then the other corrections.
    /// </summary>
    private Dictionary<object, HtmlBuilder> Fitting(ImmutableArray<BodySection> sections, int room)
    {
        const int Frame = 900; // headings, overflow line and link of a topic, generously
        var shown = new Dictionary<object, HtmlBuilder>(ReferenceEqualityComparer.Instance);
        var parts = sections.SelectMany(section => section.Parts).ToArray();
        var left = room - (parts.Length * Frame);
        var stories = sections.SelectMany(section => section.Parts.SelectMany(part => part.Stories.Select((story, rank) => (story, rank))).OrderBy(entry => entry.rank).Select(entry => entry.story));
        var corrections = parts.SelectMany(part => part.Corrections.Select((correction, rank) => (correction, rank))).OrderBy(entry => entry.rank).Select(entry => entry.correction).ToArray();
        foreach (var entry in corrections.Take(FirstCorrections).Concat<object>(stories).Concat(corrections.Skip(FirstCorrections)))
        {
            var rendered = entry is StoryEntry story ? HtmlStory.Of(story, phrases, extent) : HtmlCorrection.Of((CorrectionEntry)entry, phrases);
            left -= rendered.ByteCount();
            if (left < 0)
                break;
            shown.Add(entry, rendered);
        }

        return shown;
    }

    private static IEnumerable<object> Entries(TopicPart part) => part.Stories.Concat<object>(part.Corrections);

    private HtmlBuilder Overflow(string more)
    {
        var html = new HtmlBuilder().Add($"<p class=\"s\" style=\"margin:14px 0 0;padding-top:12px\"><strong>And {more}</strong>, all of them ");
        return SafeLink.Of(digest.ReportUrl) is { } report
            ? html.Add($"in the <a href=\"{report}\">full report</a>.</p>\n")
            : html.Add($"in the plain text of this message and in the full report, {digest.Name}.html.</p>\n");
    }

    private HtmlBuilder Closing()
    {
        var html = new HtmlBuilder().Add($"{Coverage()}<footer class=\"s m\" style=\"font-size:13px;margin-top:32px;padding-top:10px\">\n");
        html.Add($"<p style=\"margin:4px 0\">NewsMonitor {digest.ProgramVersion}, rules {digest.RulesVersion}, digest {digest.Name}. Every quote is verbatim from the text as it was stored.");
        if (SafeLink.Of(digest.ReportUrl) is { } report)
            html.Add($" <a href=\"{report}\">Full report</a>");
        html.Add($"</p>\n<p style=\"margin:4px 0\">Hour, zone and recipients: <code>Digest:Schedule</code>, <code>Digest:TimeZone</code> and <code>Digest:To</code> ");
        return html.Add($"in the monitor's configuration. To unsubscribe, reply to whoever runs it.</p>\n</footer>\n</main>\n</body>\n</html>\n");
    }

    private HtmlBuilder Coverage()
    {
        var html = new HtmlBuilder();
        var coverage = digest.Coverage;
        if (!phrases.HasBlindSpots())
            return html;
        html.Add($"<section>\n<h2 style=\"font-size:21px;line-height:1.3;margin:32px 0 8px\">Coverage and blind spots</h2>\n");
        html.Add($"<ul style=\"margin:0;padding-left:20px;font-size:14px\">\n");
        var room = extent == HtmlExtent.Whole ? int.MaxValue : MailTroubleFeeds;
        foreach (var (count, reason, feeds) in phrases.Trouble())
        {
            var named = feeds.Take(room).ToArray();
            room -= named.Length;
            html.Add($"<li style=\"margin:4px 0\"><strong>{count}</strong>: {reason}. <span class=\"m\">{string.Join("; ", named)}");
            html.Add($"{(named.Length == feeds.Count ? "" : $"{(named.Length > 0 ? "; and " : "")}{Phrases.Number(feeds.Count - named.Length)} more")}</span></li>\n");
        }

        foreach (var recovered in phrases.Recovered().Take(extent == HtmlExtent.Whole ? int.MaxValue : MailTroubleFeeds))
            html.Add($"<li style=\"margin:4px 0\">{recovered}</li>\n");
        foreach (var tally in coverage.PagesWithoutText)
            html.Add($"<li style=\"margin:4px 0\">Articles whose text could not be had, {Phrases.Line(tally)}</li>\n");
        foreach (var tally in coverage.LanguagesWithoutRules)
            html.Add($"<li style=\"margin:4px 0\">Articles in a language without rules, {Phrases.Line(tally)}</li>\n");
        foreach (var note in digest.Notes.Take(extent == HtmlExtent.Whole ? int.MaxValue : MailTroubleFeeds))
            html.Add($"<li style=\"margin:4px 0\">{SafeText.Line(note, width: 300)}</li>\n");
        return html.Add($"</ul>\n</section>\n");
    }
}
