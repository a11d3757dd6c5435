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
            return html.Add($"<p style=\"font-size:18px;margin:20px 0\">{phrases.Nothing()}</p>\n");
        html.Add($"<p class=\"m\" style=\"{HtmlStyle.Small}\">{phrases.Facts()}</p>\n");
        return html.Add($"{Glance()}");
    }

    private HtmlBuilder Glance()
    {
        var html = new HtmlBuilder().Add($"<section class=\"c\" style=\"padding:4px 14px;margin:18px 0 8px\" aria-label=\"At a glance\">\n");
        foreach (var section in digest.Topics)
        {
            html.Add($"<div style=\"margin:10px 0\"><strong>{TopicNames.Title(section.Topic)}</strong><br>{Phrases.Counts(section.Counts)}");
            if (Phrases.Comparison(section.Trend) is { } comparison)
            {
                var spoken = Sparkline.Spoken(section.Trend.Days);
                html.Add($"<br><span class=\"l\" role=\"img\" aria-label=\"{spoken}\" title=\"{spoken}\">{Sparkline.Of(section.Trend.Days)}</span>");
                html.Add($"<br><span class=\"m\" style=\"font-size:13px\">{comparison}</span>");
            }

            html.Add($"</div>\n");
        }

        return html.Add($"</section>\n");
    }

    /// <summary>The sections; where not all stories fit, the newest of each topic go first, and every section counts what is missing in it.</summary>
    private HtmlBuilder Sections(int room)
    {
        var html = new HtmlBuilder();
        var corrections = digest.Topics.ToDictionary(section => section.Topic, section => HtmlCorrections.Of(section.Corrections, phrases, extent), StringComparer.Ordinal);
        var shown = extent == HtmlExtent.Whole ? null : Fitting(room - corrections.Values.Sum(rendered => rendered.ByteCount()));
        foreach (var section in digest.Topics.Where(section => section.Counts.Any()))
        {
            html.Add($"<section>\n<h2 style=\"font-size:21px;line-height:1.3;margin:32px 0 8px\">{TopicNames.Title(section.Topic)}</h2>\n");
            foreach (var story in section.Stories)
            {
                if (shown is null)
                    html.Add($"{HtmlStory.Of(story, phrases, extent)}");
                else if (shown.TryGetValue(story, out var rendered))
                    html.Add($"{rendered}");
            }

            if (shown is not null)
                html.Add($"{Overflow([.. section.Stories.Where(story => !shown.ContainsKey(story))])}");
            html.Add($"{corrections[section.Topic]}</section>\n");
        }

        return html;
    }

    private Dictionary<StoryEntry, HtmlBuilder> Fitting(int room)
    {
        const int SectionFrame = 700; // heading, overflow line and link of a section, generously
        var shown = new Dictionary<StoryEntry, HtmlBuilder>(ReferenceEqualityComparer.Instance);
        var left = room - (digest.Topics.Length * SectionFrame);
        var queue = digest.Topics
            .SelectMany(section => section.Stories.Select((story, rank) => (story, rank)))
            .OrderBy(entry => entry.story.Status)
            .ThenBy(entry => entry.rank);
        foreach (var (story, _) in queue)
        {
            var rendered = HtmlStory.Of(story, phrases, extent);
            left -= rendered.ByteCount();
            if (left < 0)
                break;
            shown.Add(story, rendered);
        }

        return shown;
    }

    private HtmlBuilder Overflow(IReadOnlyList<StoryEntry> missing)
    {
        var html = new HtmlBuilder();
        if (missing.Count == 0)
            return html;
        var counts = Phrases.Counts(
            missing.Count(story => story.Status == StoryStatus.New),
            missing.Count(story => story.Status == StoryStatus.Updated),
            missing.Count(story => story.Status == StoryStatus.Repeated));
        html.Add($"<p class=\"s\" style=\"margin:14px 0 0;padding-top:12px\"><strong>And {Phrases.Count(missing.Count, "more story", "more stories")}</strong> ({counts}), all of them ");
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
