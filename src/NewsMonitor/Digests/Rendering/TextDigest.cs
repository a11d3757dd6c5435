using System.Text;
using NewsMonitor.Display;
using NewsMonitor.Matches;

namespace NewsMonitor.Digests.Rendering;

/// <summary>The digest as plain text of 72 columns, complete in itself: evidence between asterisks, every address on a line of its own.</summary>
internal sealed class TextDigest
{
    public const int Width = 72;

    private readonly Digest digest;
    private readonly Phrases phrases;
    private readonly StringBuilder text = new();

    private TextDigest(Digest digest)
    {
        this.digest = digest;
        phrases = new Phrases(digest);
    }

    /// <summary>The whole digest; lines end with a line feed.</summary>
    public static string Render(Digest digest)
    {
        var rendering = new TextDigest(digest);
        rendering.All();
        return rendering.text.ToString();
    }

    private void All()
    {
        Paragraph($"NewsMonitor digest, {phrases.Title()}");
        Rule('=');
        Paragraph(phrases.Window());
        Paragraph(digest.Counts.Any() ? phrases.Facts() : phrases.Nothing());
        if (phrases.HasGlance())
            Glance();
        foreach (var section in BodySections.Of(digest))
            Section(section);
        Coverage();
        Footer();
    }

    private void Glance()
    {
        Blank();
        Heading("At a glance");
        Row("", Phrases.Columns(digest.Counts).Select(column => (column.Name, column.Name)));
        foreach (var section in digest.Topics)
        {
            Row(TopicNames.Title(section.Topic), Phrases.Columns(section.Counts).Select(column => (column.Name, Phrases.Number(column.Count))));
            if (Phrases.Comparison(section.Trend) is { } comparison)
            {
                Paragraph(comparison, "  ");
                Paragraph($"{Sparkline.Of(section.Trend.Days)} ({Sparkline.Spoken(section.Trend.Days)})", "  ");
            }
        }
    }

    private void Row(string label, IEnumerable<(string Column, string Cell)> cells)
    {
        const int LabelColumns = 34;
        const int Gap = 2;
        var shown = SafeText.Line(label, LabelColumns);
        text.Append(shown).Append(' ', Math.Max(0, LabelColumns - DisplayWidth.Of(shown)));
        foreach (var (column, cell) in cells)
            text.Append(cell.PadLeft(column.Length + Gap));
        text.Append('\n');
    }

    private void Section(BodySection section)
    {
        Blank();
        Heading(section.Heading);
        foreach (var part in section.Parts)
        {
            Paragraph($"{TopicNames.Title(part.Topic)} ({Phrases.Number(part.Count)})");
            Blank();
            foreach (var story in part.Stories)
            {
                if (story.Status == StoryStatus.Repeated)
                    Repeated(story);
                else
                    Story(story);
            }

            foreach (var correction in part.Corrections)
                Corrected(correction);
        }
    }

    private void Story(StoryEntry story)
    {
        Paragraph($"[{Phrases.Status(story.Status)}] {Phrases.Headline(story)}");
        Paragraph(phrases.History(story), "  ");
        Blank();
        foreach (var claim in story.Claims.Where(claim => claim.IsNew))
            Claim(story, claim);
        var known = story.Claims.Where(claim => !claim.IsNew).Select(claim => claim.Words).ToArray();
        if (known.Length > 0)
            Paragraph($"Said before and again: {string.Join("; ", known)}", "  ");
        var quoted = story.Claims.Where(claim => claim.IsNew).Select(claim => claim.Source).ToHashSet();
        Sources([.. story.Sources.Where(source => !quoted.Contains(source.Article))]);
        Blank();
    }

    private void Claim(StoryEntry story, ClaimEntry claim)
    {
        var source = story.Sources.First(source => source.Article == claim.Source);
        Paragraph($"{Phrases.Status(claim.Status)}: {claim.Words}", "  ");
        Wrapped(Quote(claim.Excerpt), "    > ", "    > ");
        Paragraph(phrases.Attribution(source), "    ");
        Address(source.Url, "    ");
        Paragraph($"{Phrases.Because(claim)}{(Phrases.Said(claim) is { } said ? $"; {said}" : "")}", "    ");
        Paragraph($"Why: {Phrases.Why(claim.Finding)}", "    ");
        Blank();
    }

    private void Sources(IReadOnlyList<StorySource> sources)
    {
        if (sources.Count == 0)
            return;
        Paragraph($"{Phrases.AlsoReported(sources)}:", "  ");
        foreach (var source in sources)
        {
            Wrapped(phrases.Attribution(source), "  - ", "    ");
            if (SafeText.Line(source.Title, width: 200) is { Length: > 0 } title)
                Paragraph(title, "    ");
            Address(source.Url, "    ");
        }
    }

    private void Repeated(StoryEntry story)
    {
        Paragraph($"[{Phrases.Status(story.Status)}] {Phrases.Headline(story)} ({Phrases.Further(story)}: {string.Join("; ", story.Claims.Select(claim => claim.Words))})");
        foreach (var source in story.Sources)
            Address(source.Url, "  ");
        Blank();
    }

    private void Corrected(CorrectionEntry correction)
    {
        var (before, after) = ChangedWords.Of(correction);
        Paragraph($"[{Phrases.Status(correction)}] {correction.Words}");
        Paragraph(phrases.Changed(correction), "  ");
        Paragraph("Before:", "  ");
        Wrapped(Quote(before), "    > ", "    > ");
        Paragraph(Phrases.Now(correction), "  ");
        if (after is not null)
            Wrapped(Quote(after), "    > ", "    > ");
        Paragraph(string.Join(": ", new[] { SafeText.Line(correction.Outlet, width: 60), SafeText.Line(correction.Title, width: 200) }.Where(part => part.Length > 0)), "  ");
        Address(correction.Url, "  ");
        Blank();
    }

    private void Coverage()
    {
        var coverage = digest.Coverage;
        if (!phrases.HasBlindSpots())
            return;
        Blank();
        Heading("Coverage and blind spots");
        foreach (var (count, reason, feeds) in phrases.Trouble())
        {
            Paragraph($"{count}: {reason}");
            foreach (var feed in feeds)
                Wrapped(feed, "  - ", "    ");
        }

        foreach (var recovered in phrases.Recovered())
            Paragraph(recovered);
        Tallies("Articles whose text could not be had:", coverage.PagesWithoutText);
        Tallies("Articles in languages without rules:", coverage.LanguagesWithoutRules);
        foreach (var note in digest.Notes)
            Paragraph("Note: " + SafeText.Line(note));
    }

    private void Tallies(string heading, IReadOnlyList<Tally> tallies)
    {
        if (tallies.Count == 0)
            return;
        Paragraph(heading);
        foreach (var tally in tallies)
            Wrapped(Phrases.Line(tally), "  - ", "    ");
    }

    private void Footer()
    {
        Blank();
        Rule('-');
        Paragraph($"NewsMonitor {digest.ProgramVersion}, rules {digest.RulesVersion}, digest {digest.Name}. Every quote is verbatim from the text as it was stored.");
        if (digest.ReportUrl is { } report)
        {
            Paragraph("Full report:");
            Address(report, "  ");
        }

        Paragraph("Hour, zone and recipients: Digest:Schedule, Digest:TimeZone and Digest:To in the monitor's configuration. To unsubscribe, reply to whoever runs it.");
    }

    private static string Quote(Excerpt excerpt)
    {
        var quote = new StringBuilder(excerpt.CutBefore ? "… " : "");
        foreach (var (piece, marked) in QuotePieces.Of(excerpt))
        {
            var shown = SafeText.Inline(piece);
            quote.Append(marked ? $"*{shown}*" : shown);
        }

        return quote.Append(excerpt.CutAfter ? " …" : "").ToString();
    }

    private void Heading(string heading)
    {
        Paragraph(heading.ToUpperInvariant());
        Rule('-');
    }

    private void Address(string url, string indent) =>
        text.Append(indent).Append(SafeLink.Of(url) ?? $"(no http address: {SafeText.Line(url, width: 60)})").Append('\n');

    private void Paragraph(string paragraph, string indent = "") => Wrapped(paragraph, indent, indent);

    private void Wrapped(string paragraph, string firstIndent, string indent)
    {
        foreach (var line in Wrapping.Lines(paragraph, Width, firstIndent, indent))
            text.Append(line).Append('\n');
    }

    private void Rule(char of) => text.Append(of, Width).Append('\n');

    private void Blank()
    {
        if (text.Length > 1 && !(text[^1] == '\n' && text[^2] == '\n'))
            text.Append('\n');
    }
}
