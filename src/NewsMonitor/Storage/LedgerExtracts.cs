using System.Collections.Immutable;
using System.Data;
using System.Text.Json;
using Dapper;
using NewsMonitor.Detection;
using NewsMonitor.Digests;
using NewsMonitor.Revisions;
using NewsMonitor.Stories.Claims;
using NewsMonitor.Stories.Reading;

namespace NewsMonitor.Storage;

/// <summary>What a digest takes of the ledger.</summary>
internal static class LedgerExtracts
{
    private const string Entries = """
        SELECT r.article_id, c.key, r.status, r.because, r.claimant, r.quantity, r.unit, r.hedge
        FROM claim_reports r JOIN claims c ON c.id = r.claim_id
        WHERE r.id > @afterEntry AND r.id <= @untilEntry
        ORDER BY r.id
        """;

    private const string Copies = """
        SELECT e.article_id, e.original FROM story_edges e JOIN articles a ON a.id = e.article_id
        WHERE e.original IS NOT NULL AND a.match_number <= @untilMatch AND a.id IN (SELECT article_id FROM claim_reports WHERE id > @afterEntry AND id <= @untilEntry)
        """;

    private const string Corrections = """
        SELECT k.claim_id, c.topic, c.kind, c.direction, c.recognizer, c.regions, c.stance, k.before, k.after, k.because, k.article_id, a.outlet, a.title,
               a.canonical_url, a.language, k.at
        FROM corrections k JOIN claims c ON c.id = k.claim_id JOIN articles a ON a.id = k.article_id
        WHERE k.id > @afterCorrection AND k.id <= @untilCorrection
        ORDER BY k.id
        """;

    // A sentence may have been told from another report of the claim than the one that corrects it.
    private const string Versions = """
        WITH told AS (SELECT @ArticleId AS id UNION SELECT article_id FROM claim_reports WHERE claim_id = @ClaimId),
             versions AS (SELECT title, text FROM articles WHERE id IN told UNION ALL SELECT title, text FROM revisions WHERE article_id IN told)
        SELECT part FROM (SELECT title AS part FROM versions UNION ALL SELECT text FROM versions)
        WHERE instr(part, @Before) > 0 OR instr(part, @After) > 0
        """;

    /// <summary>The entries and the corrections from one mark to another.</summary>
    /// <param name="range"><c>afterMatch</c> and <c>untilMatch</c>, the same of <c>Entry</c> and <c>Correction</c>.</param>
    public static LedgerExtract Of(IDbConnection connection, object range) => new(
        [.. connection.Query<EntryRow>(Entries, range).DistinctBy(row => (row.ArticleId, row.Key)).Select(Compose)],
        connection.Query<(long Article, long Original)>(Copies, range).ToImmutableDictionary(row => row.Article, row => row.Original),
        [.. connection.Query<CorrectionRow>(Corrections, range).GroupBy(row => (row.ClaimId, row.ArticleId)).Select(Net).OfType<CorrectionRow>().Select(row => Compose(row, connection))]);

    /// <summary>Several changes of one claim are one to the reader: from what was told to what stands; none where that is the same again.</summary>
    private static CorrectionRow? Net(IEnumerable<CorrectionRow> changes)
    {
        var all = changes.ToList();
        var net = all[^1] with { Before = all[0].Before };
        return net.After is { } after && Sentences.Form(after) == Sentences.Form(net.Before) ? null : net;
    }

    private static EnteredClaim Compose(EntryRow row) => new(
        row.ArticleId,
        row.Key,
        Enum.Parse<ClaimStatus>(row.Status, ignoreCase: true),
        row.Because,
        row.Claimant,
        row.Quantity is { } value ? new Quantity(value, row.Unit, row.Hedge, 0, 0) : null);

    private static CorrectedClaim Compose(CorrectionRow row, IDbConnection connection)
    {
        var finding = new Finding(
            row.Topic,
            row.Kind,
            row.Direction,
            row.Recognizer,
            row.Regions is null ? null : [.. JsonSerializer.Deserialize<string[]>(row.Regions)!],
            Enum.Parse<Stance>(row.Stance, ignoreCase: true),
            new Evidence(EvidencePlace.Text, row.Before, 0, row.Before.Length),
            Confidence: 1,
            Rule: "",
            Cameo: null,
            Mentions: 1);
        var entry = new CorrectionEntry(
            row.ClaimId, ClaimWords.Of(finding, claimant: null, quantity: null), row.Before, row.After, row.Because, row.ArticleId, row.Outlet, row.Title, row.CanonicalUrl,
            row.Language, UtcText.Read(row.At));
        return new CorrectedClaim(entry, row.Topic, [.. connection.Query<string>(Versions, new { row.ArticleId, row.ClaimId, row.Before, row.After })]);
    }

    private sealed record EntryRow(long ArticleId, string Key, string Status, string Because, string? Claimant, double? Quantity, string? Unit, string? Hedge);

    private sealed record CorrectionRow(
        long ClaimId, string Topic, string? Kind, string? Direction, string? Recognizer, string? Regions, string Stance, string Before, string? After, string Because,
        long ArticleId, string Outlet, string Title, string CanonicalUrl, string? Language, string At);
}
