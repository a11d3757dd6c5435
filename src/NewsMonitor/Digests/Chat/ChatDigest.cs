using System.Collections.Immutable;
using NewsMonitor.Digests.Rendering;
using NewsMonitor.Display;
using NewsMonitor.Matches;

namespace NewsMonitor.Digests.Chat;

/// <summary>The digest as passages in reading order, the same for every chat.</summary>
internal sealed class ChatDigest
{
    private const int NamedSources = 5;
    private const int NamedNotes = 10;

    // Longer ones carry tracking or an attack, and would eat a message's room.
    private const int LongestLink = 500;

    private readonly Digest digest;
    private readonly Phrases phrases;
    private readonly List<Passage> passages = [];

    // Headings wait for what they head, so that none is left behind at the end of a message.
    private readonly List<PassageLine> headings = [];

    private ChatDigest(Digest digest)
    {
        this.digest = digest;
        phrases = new Phrases(digest);
    }

    public static ImmutableArray<Passage> Of(Digest digest)
    {
        var telling = new ChatDigest(digest);
        telling.Opening();
        foreach (var section in digest.Topics.Where(section => !section.Stories.IsEmpty || !section.Corrections.IsEmpty))
            telling.Section(section);
        telling.Coverage();
        telling.Footer();
        return [.. telling.passages];
    }

    private void Opening()
    {
        List<PassageLine> lines = [PassageLine.Of(phrases.Window()), PassageLine.Of(digest.Counts.Any() ? phrases.Facts() : phrases.Nothing())];
        foreach (var section in digest.Topics.Where(_ => digest.Counts.Any()))
        {
            var comparison = Phrases.Comparison(section.Trend) is { } compared ? $"; {compared}; {Sparkline.Of(section.Trend.Days)}" : "";
            lines.Add(PassageLine.Of($"{TopicNames.Title(section.Topic)}: {Phrases.Counts(section.Counts)}{comparison}"));
        }

        passages.Add(new Passage([.. lines]));
    }

    private void Section(TopicSection section)
    {
        headings.Add(PassageLine.Strong(TopicNames.Title(section.Topic)));
        foreach (var story in section.Stories.Where(story => story.Status != StoryStatus.Repeated))
            Story(story);
        foreach (var correction in section.Corrections)
            Correction(correction);
        foreach (var story in section.Stories.Where(story => story.Status == StoryStatus.Repeated))
            Add(entries: 1, new PassageLine(IsQuote: false, [Linked($"[{Phrases.Status(story.Status)}] {Phrases.Headline(story)}", story.Sources[0].Url), new PassageRun($" ({Phrases.Further(story)})")]));
        headings.Clear();
    }

    private void Story(StoryEntry story)
    {
        headings.Add(PassageLine.Strong($"[{Phrases.Status(story.Status)}] {Phrases.Headline(story)}"));
        headings.Add(PassageLine.Of(phrases.History(story)));
        var fresh = story.Claims.Where(claim => claim.IsNew).ToList();
        foreach (var claim in fresh)
        {
            var source = story.Sources.First(source => source.Article == claim.Source);
            var said = claim.Reports > 1 ? $" · said by {Phrases.Count(claim.Reports, "report")}" : "";
            Add(
                entries: 1,
                PassageLine.Of(claim.Words),
                new PassageLine(IsQuote: true, Quote(claim.Excerpt)),
                new PassageLine(IsQuote: false, [Linked(phrases.Attribution(source), source.Url), new PassageRun($" · {Phrases.Why(claim.Finding)}{said}")]));
        }

        var quoted = fresh.Select(claim => claim.Source).ToHashSet();
        Others([.. story.Claims.Where(claim => !claim.IsNew).Select(claim => claim.Words)], [.. story.Sources.Where(source => !quoted.Contains(source.Article))]);
        if (headings.Count > 0)
            Add(entries: 0);
    }

    private void Others(IReadOnlyList<string> known, IReadOnlyList<StorySource> sources)
    {
        List<PassageLine> lines = [];
        if (known.Count > 0)
            lines.Add(PassageLine.Of(SafeText.Line($"Said before and again: {string.Join("; ", known)}", width: 600)));
        if (sources.Count > 0)
        {
            List<PassageRun> runs = [new($"Also reported by {Phrases.Number(sources.Count)}: ")];
            foreach (var source in sources.Take(NamedSources))
            {
                if (runs.Count > 1)
                    runs.Add(new PassageRun("; "));
                runs.Add(Linked(SafeText.Line(source.Outlet, width: 60), source.Url));
            }

            if (sources.Count > NamedSources)
                runs.Add(new PassageRun($"; and {Phrases.Number(sources.Count - NamedSources)} more"));
            lines.Add(new PassageLine(IsQuote: false, [.. runs]));
        }

        if (lines.Count > 0)
            Add(entries: 0, [.. lines]);
    }

    private void Correction(CorrectionEntry correction)
    {
        List<PassageLine> lines = [PassageLine.Strong($"[{Phrases.Status(correction)}] {SafeText.Line(correction.Words, width: 200)}"), PassageLine.Of("We told:"), Quote(correction.Before)];
        if (correction.After is { } after)
            lines.AddRange([PassageLine.Of("There stands now:"), Quote(after)]);
        lines.Add(new PassageLine(IsQuote: false, [Linked(SafeText.Line(correction.Outlet, width: 60), correction.Url), new PassageRun($" · {SafeText.Line(correction.Because, width: 160)}")]));
        Add(entries: 1, [.. lines]);
    }

    private void Coverage()
    {
        if (!phrases.HasBlindSpots())
            return;
        headings.Add(PassageLine.Strong("Coverage and blind spots"));
        foreach (var (count, reason, feeds) in phrases.Trouble())
        {
            var more = feeds.Count > NamedSources ? $"; and {Phrases.Number(feeds.Count - NamedSources)} more" : "";
            Add(entries: 0, PassageLine.Of($"{count}: {reason}: {string.Join("; ", feeds.Take(NamedSources))}{more}"));
        }

        foreach (var recovered in phrases.Recovered().Take(NamedNotes))
            Add(entries: 0, PassageLine.Of(recovered));
        Tallies("Articles whose text could not be had", digest.Coverage.PagesWithoutText);
        Tallies("Articles in languages without rules", digest.Coverage.LanguagesWithoutRules);
        foreach (var note in digest.Notes.Take(NamedNotes))
            Add(entries: 0, PassageLine.Of($"Note: {SafeText.Line(note, width: 300)}"));
        headings.Clear();
    }

    private void Tallies(string what, IReadOnlyCollection<Tally> tallies)
    {
        if (tallies.Count > 0)
            Add(entries: 0, PassageLine.Of(SafeText.Line($"{what}: {string.Join("; ", tallies.Select(Phrases.Line))}", width: 600)));
    }

    private void Footer()
    {
        var version = $"NewsMonitor {digest.ProgramVersion}, rules {digest.RulesVersion}, digest {digest.Name}. Every quote is verbatim from the text as it was stored.";
        passages.Add(digest.ReportUrl is { } report ? new Passage([new PassageLine(IsQuote: false, [new PassageRun(version + " "), Linked("Full report", report)])]) : Passage.Of(version));
    }

    private void Add(int entries, params ReadOnlySpan<PassageLine> lines)
    {
        passages.Add(new Passage([.. headings, .. lines], entries));
        headings.Clear();
    }

    private static PassageRun Linked(string text, string url) =>
        new(text.Length == 0 ? "source" : text, Link: SafeLink.Of(url) is { Length: <= LongestLink } link ? link : null);

    private static PassageLine Quote(string sentence) => new(IsQuote: true, [new PassageRun(Shown(sentence))]);

    private static ImmutableArray<PassageRun> Quote(Excerpt excerpt)
    {
        List<PassageRun> runs = [.. excerpt.CutBefore ? [new PassageRun("… ")] : Array.Empty<PassageRun>()];
        runs.AddRange(QuotePieces.Of(excerpt).Select(piece => new PassageRun(Shown(piece.Text), piece.Marked)).Where(run => run.Text.Length > 0));
        if (excerpt.CutAfter)
            runs.Add(new PassageRun(" …"));
        return [.. runs];
    }

    private static string Shown(string text) => SafeText.Inline(text);
}
