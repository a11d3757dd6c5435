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
        if (!digest.Counts.Any())
        {
            Block(MarkdownText.Escape(phrases.Nothing()));
        }
        else
        {
            Block(MarkdownText.Escape(phrases.Facts()));
            Glance();
            foreach (var section in digest.Topics.Where(section => section.Counts.Any()))
                Section(section);
        }

        Coverage();
        Block("---");
        Block(MarkdownText.Escape($"NewsMonitor {digest.ProgramVersion}, rules {digest.RulesVersion}, digest {digest.Name}. Every quote is verbatim from the text as it was stored."));
        if (digest.ReportUrl is { } report)
            Block(MarkdownText.Link("Full report", report));
    }

    private void Glance()
    {
        Block("## At a glance");
        foreach (var section in digest.Topics)
        {
            var comparison = Phrases.Comparison(section.Trend) is { } compared ? $"; {compared} {Sparkline.Of(section.Trend.Days)}" : "";
            Line($"- **{MarkdownText.Escape(TopicNames.Title(section.Topic))}**: {MarkdownText.Escape(Phrases.Counts(section.Counts) + comparison)}");
        }

        Line("");
    }

    private void Section(TopicSection section)
    {
        Block($"## {MarkdownText.Escape(TopicNames.Title(section.Topic))}");
        foreach (var story in section.Stories.Where(story => story.Status != StoryStatus.Repeated))
            Story(story);
        foreach (var correction in section.Corrections)
            Correction(correction);
        foreach (var story in section.Stories.Where(story => story.Status == StoryStatus.Repeated))
            Repeated(story);
        Line("");
    }

    private void Story(StoryEntry story)
    {
        Block($"### {Phrases.Status(story.Status)}: {MarkdownText.Escape(Phrases.Headline(story))}");
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
        Block($"Also reported by {Phrases.Number(others.Length)}:");
        foreach (var source in others)
            Line($"- {MarkdownText.Link(source.Title.Length > 0 ? source.Title : source.Outlet, source.Url)}, {MarkdownText.Escape(phrases.Attribution(source))}");
        Line("");
    }

    private void Correction(CorrectionEntry correction)
    {
        Block($"### {Phrases.Status(correction)}: {MarkdownText.Escape(correction.Words)}");
        Block($"We told:\n\n> {MarkdownText.Inline(correction.Before)}");
        if (correction.After is { } after)
            Block($"There stands now:\n\n> {MarkdownText.Inline(after)}");
        Block($"{MarkdownText.Link(correction.Title.Length > 0 ? correction.Title : correction.Outlet, correction.Url)}, {MarkdownText.Escape(phrases.Attribution(correction))}.");
    }

    private void Claim(StoryEntry story, ClaimEntry claim)
    {
        var source = story.Sources.First(source => source.Article == claim.Source);
        Block($"**{MarkdownText.Escape(claim.Words)}**");
        Block($"> {Quote(claim.Excerpt)}");
        var reports = claim.Reports > 1 ? $". Said by {Phrases.Count(claim.Reports, "report")}" : "";
        Block($"{MarkdownText.Link(source.Title.Length > 0 ? source.Title : source.Outlet, source.Url)}, {MarkdownText.Escape(phrases.Attribution(source))}. "
            + $"Why: {MarkdownText.Escape(Phrases.Why(claim.Finding) + reports)}.");
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
