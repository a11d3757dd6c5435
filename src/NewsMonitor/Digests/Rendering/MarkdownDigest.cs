using System.Text;
using NewsMonitor.Matches;

namespace NewsMonitor.Digests.Rendering;

/// <summary>The digest as Markdown (CommonMark).</summary>
internal sealed class MarkdownDigest
{
    private readonly Digest digest;
    private readonly Phrases phrases;
    private readonly StringBuilder text = new();

    private MarkdownDigest(Digest digest)
    {
        this.digest = digest;
        phrases = new Phrases(digest);
    }

    /// <summary>The whole digest; lines end with a line feed.</summary>
    public static string Render(Digest digest)
    {
        var rendering = new MarkdownDigest(digest);
        rendering.All();
        return rendering.text.ToString();
    }

    private void All()
    {
        Block($"# NewsMonitor digest, {MarkdownText.Escape(phrases.Title())}");
        Block(MarkdownText.Escape(phrases.Window()));
        Block(MarkdownText.Escape(digest.Counts.Any() ? phrases.Facts() : phrases.Nothing()));
        if (phrases.HasGlance())
            Glance();
        foreach (var section in BodySections.Of(digest))
            Section(section);
        Coverage();
        Block("---");
        Block(MarkdownText.Escape($"NewsMonitor {digest.ProgramVersion}, rules {digest.RulesVersion}, digest {digest.Name}. Every quote is verbatim from the text as it was stored."));
        if (digest.ReportUrl is { } report)
            Block(MarkdownText.Link("Full report", report));
        Block("Hour, zone and recipients: `Digest:Schedule`, `Digest:TimeZone` and `Digest:To` in the monitor's configuration. To unsubscribe, reply to whoever runs it.");
    }

    private void Glance()
    {
        Block("## At a glance");
        foreach (var section in digest.Topics)
        {
            var comparison = Phrases.Comparison(section.Trend) is { } compared ? $"; {compared} {Sparkline.Of(section.Trend.Days)} ({Sparkline.Spoken(section.Trend.Days)})" : "";
            Line($"- **{MarkdownText.Escape(TopicNames.Title(section.Topic))}**: {MarkdownText.Escape(Phrases.Counts(section.Counts) + comparison)}");
        }

        Line("");
    }

    private void Section(BodySection section)
    {
        Block($"## {section.Heading}");
        foreach (var part in section.Parts)
        {
            Block($"### {MarkdownText.Escape(TopicNames.Title(part.Topic))} ({Phrases.Number(part.Count)})");
            foreach (var story in part.Stories.Where(story => story.Status != StoryStatus.Repeated))
                Story(story);
            foreach (var correction in part.Corrections)
                Corrected(correction);
            var repeated = part.Stories.Where(story => story.Status == StoryStatus.Repeated).ToArray();
            foreach (var story in repeated)
                Repeated(story);
            if (repeated.Length > 0)
                Line("");
        }
    }

    private void Story(StoryEntry story)
    {
        Block($"#### {Phrases.Status(story.Status)}: {MarkdownText.Escape(Phrases.Headline(story))}");
        Block(MarkdownText.Escape(phrases.History(story)));
        foreach (var claim in story.Claims.Where(claim => claim.IsNew))
            Claim(story, claim);
        var known = story.Claims.Where(claim => !claim.IsNew).Select(claim => claim.Words).ToArray();
        if (known.Length > 0)
            Block($"Said before and again: {MarkdownText.Escape(string.Join("; ", known))}");
        var quoted = story.Claims.Where(claim => claim.IsNew).Select(claim => claim.Source).ToHashSet();
        var others = story.Sources.Where(source => !quoted.Contains(source.Article)).ToArray();
        if (others.Length == 0)
            return;
        Block($"{MarkdownText.Escape(Phrases.AlsoReported(others))}:");
        foreach (var source in others)
            Line($"- {MarkdownText.Link(source.Title.Length > 0 ? source.Title : source.Outlet, source.Url)}, {MarkdownText.Escape(phrases.Attribution(source))}");
        Line("");
    }

    private void Claim(StoryEntry story, ClaimEntry claim)
    {
        var source = story.Sources.First(source => source.Article == claim.Source);
        Block($"**{Phrases.Status(claim.Status)}: {MarkdownText.Escape(claim.Words)}**");
        Block($"> {Quote(claim.Excerpt)}");
        var said = Phrases.Said(claim) is { } reports ? $"; {reports}" : "";
        Block($"{MarkdownText.Link(source.Title.Length > 0 ? source.Title : source.Outlet, source.Url)}, {MarkdownText.Escape(phrases.Attribution(source))}. "
            + $"{MarkdownText.Escape(Phrases.Because(claim) + said)}. Why: {MarkdownText.Escape(Phrases.Why(claim.Finding))}.");
    }

    private void Corrected(CorrectionEntry correction)
    {
        var (before, after) = ChangedWords.Of(correction);
        Block($"#### {Phrases.Status(correction)}: {MarkdownText.Escape(correction.Words)}");
        Block($"{MarkdownText.Escape(phrases.Changed(correction))}");
        Block("Before:");
        Block($"> {Quote(before)}");
        Block(Phrases.Now(correction));
        if (after is not null)
            Block($"> {Quote(after)}");
        Block($"{MarkdownText.Link(correction.Title.Length > 0 ? correction.Title : correction.Outlet, correction.Url)}, {MarkdownText.Escape(correction.Outlet)}");
    }

    private void Repeated(StoryEntry story)
    {
        var claims = string.Join("; ", story.Claims.Select(claim => claim.Words));
        Line($"- {Phrases.Status(story.Status)}: {MarkdownText.Link(Phrases.Headline(story), story.Sources[0].Url)} {MarkdownText.Escape($"({Phrases.Further(story)}: {claims})")}");
    }

    private void Coverage()
    {
        var lines = new List<string>();
        foreach (var (count, reason, feeds) in phrases.Trouble())
            lines.Add($"{count}: {reason}: {string.Join("; ", feeds)}");
        lines.AddRange(phrases.Recovered());
        lines.AddRange(digest.Coverage.PagesWithoutText.Select(tally => $"Articles whose text could not be had, {Phrases.Line(tally)}"));
        lines.AddRange(digest.Coverage.LanguagesWithoutRules.Select(tally => $"Articles in a language without rules, {Phrases.Line(tally)}"));
        lines.AddRange(digest.Notes);
        if (lines.Count == 0)
            return;
        Block("## Coverage and blind spots");
        foreach (var line in lines)
            Line($"- {MarkdownText.Escape(line)}");
        Line("");
    }

    private static string Quote(Excerpt excerpt)
    {
        var quote = new StringBuilder(excerpt.CutBefore ? "… " : "");
        foreach (var (piece, marked) in QuotePieces.Of(excerpt))
            quote.Append(marked ? $"**{MarkdownText.Inline(piece)}**" : MarkdownText.Inline(piece));
        return quote.Append(excerpt.CutAfter ? " …" : "").ToString();
    }

    private void Block(string block) => text.Append(block).Append("\n\n");

    private void Line(string line) => text.Append(line).Append('\n');
}
