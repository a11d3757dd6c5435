using System.Collections.Immutable;
using System.Data;
using System.Text.Json;
using Dapper;
using NewsMonitor.Detection;
using NewsMonitor.Matches;
using NewsMonitor.Text.Dates;

namespace NewsMonitor.Storage;

/// <summary>From rows to matches: the articles asked for, with their findings and sightings.</summary>
internal static class MatchRows
{
    private const string Articles = """
        SELECT id, canonical_url, title, text, authors, published, first_seen_at, language, outlet, text_source, story_id, note
        FROM articles WHERE id IN @ids
        """;

    private const string Findings = """
        SELECT article_id, topic, kind, direction, recognizer, regions, stance, evidence_in, quote, quote_start, quote_end, confidence, rule, cameo, mentions, words
        FROM findings WHERE article_id IN @ids ORDER BY article_id, id
        """;

    private const string Sightings = "SELECT article_id, feed, url, seen_at FROM sightings WHERE article_id IN @ids ORDER BY article_id, seen_at, feed, url";

    // SQLite takes a limited number of parameters a statement.
    private const int AtOnce = 500;

    /// <summary>The matches of <paramref name="ids"/>, in that order, each with its stored text.</summary>
    public static IEnumerable<StoredMatch> Load(IDbConnection connection, IEnumerable<long> ids)
    {
        foreach (var chunk in ids.Chunk(AtOnce))
        {
            var articles = connection.Query<ArticleRow>(Articles, new { ids = chunk }).ToDictionary(row => row.Id);
            var findings = connection.Query<FindingRow>(Findings, new { ids = chunk }).ToLookup(row => row.ArticleId);
            var sightings = connection.Query<SightingRow>(Sightings, new { ids = chunk }).ToLookup(row => row.ArticleId);
            foreach (var id in chunk)
            {
                if (articles.TryGetValue(id, out var row))
                    yield return new StoredMatch(Compose(row, findings[id], sightings[id]), row.Text ?? "", [.. findings[id].Select(Words)]);
            }
        }
    }

    private static Match Compose(ArticleRow row, IEnumerable<FindingRow> findings, IEnumerable<SightingRow> sightings) => new(
        row.Id,
        row.CanonicalUrl,
        row.Title,
        [.. JsonSerializer.Deserialize<string[]>(row.Authors)!],
        PublishedText.Read(row.Published),
        UtcText.Read(row.FirstSeenAt),
        row.Language,
        row.Outlet,
        Enum.Parse<TextSource>(row.TextSource, ignoreCase: true),
        row.StoryId ?? 0,
        [.. sightings.Select(sighting => new Sighting(sighting.Feed.Length == 0 ? null : sighting.Feed, sighting.Url, UtcText.Read(sighting.SeenAt)))],
        [.. findings.Select(Compose)],
        row.Note);

    private static Finding Compose(FindingRow row) => new(
        row.Topic,
        row.Kind,
        row.Direction,
        row.Recognizer,
        row.Regions is null ? null : [.. JsonSerializer.Deserialize<string[]>(row.Regions)!],
        Enum.Parse<Stance>(row.Stance, ignoreCase: true),
        new Evidence(Enum.Parse<EvidencePlace>(row.EvidenceIn, ignoreCase: true), row.Quote, (int)row.QuoteStart, (int)row.QuoteEnd),
        row.Confidence,
        row.Rule,
        row.Cameo,
        (int)row.Mentions);

    private static ImmutableArray<TextSpan> Words(FindingRow row) => [.. JsonSerializer.Deserialize<int[][]>(row.Words)!.Select(word => new TextSpan(word[0], word[1]))];

    private sealed record ArticleRow(
        long Id, string CanonicalUrl, string Title, string? Text, string Authors, string? Published, string FirstSeenAt, string? Language, string Outlet,
        string TextSource, long? StoryId, string? Note);

    private sealed record FindingRow(
        long ArticleId, string Topic, string? Kind, string? Direction, string? Recognizer, string? Regions, string Stance, string EvidenceIn, string Quote,
        long QuoteStart, long QuoteEnd, double Confidence, string Rule, string? Cameo, long Mentions, string Words);

    private sealed record SightingRow(long ArticleId, string Feed, string Url, string SeenAt);
}
