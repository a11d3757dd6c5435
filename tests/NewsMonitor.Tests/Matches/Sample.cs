using System.Collections.Immutable;
using NewsMonitor.Detection;
using NewsMonitor.Matches;
using NewsMonitor.Text.Dates;

namespace NewsMonitor.Tests.Matches;

/// <summary>Matches for tests: every value has a default, and evidence is found in the text it is quoted from.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Seen = new(2026, 11, 24, 3, 15, 0, TimeSpan.Zero);

    public static StoredMatch Match(
        string text,
        Finding[] findings,
        long id = 1,
        long? story = null,
        string title = "Headline",
        string outlet = "Outlet",
        string? language = "en",
        string? url = null,
        DateTimeOffset? seen = null,
        PublicationTime? published = null,
        TextSource source = TextSource.Page,
        string? note = null,
        string[]? authors = null,
        string[][]? words = null)
    {
        var address = url ?? $"https://news.example/{id}";
        var match = new Match(
            id,
            address,
            title,
            [.. authors ?? []],
            published ?? PublicationTime.At((seen ?? Seen).AddMinutes(-20)),
            seen ?? Seen,
            language,
            outlet,
            source,
            story ?? id,
            [new Sighting(source == TextSource.Seed ? null : "https://news.example/feed.xml", address, seen ?? Seen)],
            [.. findings],
            note);
        return new StoredMatch(match, text, [.. (words ?? []).Select((found, i) => Spans(text, findings[i].Evidence, found))]);
    }

    public static Finding Support(
        string text, string quote, string kind = "troops", string direction = "dprk-to-russia", Stance stance = Stance.Affirmed, int mentions = 1) =>
        new(TopicNames.Support, kind, direction, null, null, stance, At(text, quote), 0.93, "support.send", "074", mentions);

    public static Finding Recognition(string text, string quote, string recognizer = "PRK", string[]? regions = null, Stance stance = Stance.Affirmed) =>
        new(TopicNames.Recognition, null, null, recognizer, [.. regions ?? ["donetsk", "luhansk"]], stance, At(text, quote), 0.9, "recognition.state", null, 1);

    private static Evidence At(string text, string quote)
    {
        var start = text.IndexOf(quote, StringComparison.Ordinal);
        return new Evidence(EvidencePlace.Text, quote, start, start + quote.Length);
    }

    private static ImmutableArray<TextSpan> Spans(string text, Evidence evidence, string[] words) =>
    [
        .. words.Select(word => text.IndexOf(word, evidence.Start, StringComparison.Ordinal)).Zip(words, (start, word) => new TextSpan(start, start + word.Length)),
    ];
}
