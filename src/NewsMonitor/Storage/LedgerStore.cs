using System.Collections.Immutable;
using System.Data;
using System.Globalization;
using System.Text.Json;
using Dapper;
using NewsMonitor.Matches;
using NewsMonitor.Stories.Claims;
using NewsMonitor.Stories.Grouping;
using NewsMonitor.Stories.Reading;

namespace NewsMonitor.Storage;

/// <summary>The claim ledger's rows; <see cref="Ledger"/> has its rules. Everything runs inside the caller's transaction.</summary>
internal static class LedgerStore
{
    private const string Known = """
        SELECT c.id, c.key, r.article_id, a.outlet, r.quote, r.claimant, r.quantities
        FROM claims c JOIN claim_reports r ON r.claim_id = c.id JOIN articles a ON a.id = r.article_id
        WHERE (c.story_id = @story OR c.story_id IS NULL) AND c.key IN @keys
        ORDER BY r.id
        """;

    private const string InsertClaim = """
        INSERT INTO claims (story_id, key, topic, kind, direction, recognizer, regions, stance, first_at)
        VALUES (@scope, @Key, @Topic, @Kind, @Direction, @Recognizer, @regions, @stance, @now)
        RETURNING id
        """;

    // A claim that an article takes up again after dropping it is told anew by the same row.
    private const string InsertReport = """
        INSERT INTO claim_reports (claim_id, article_id, status, because, quote, claimant, quantity, unit, hedge, quantities, period, told_at, entered_at)
        VALUES (@claim, @article, @status, @Because, @Quote, @Claimant, @quantity, @unit, @hedge, @quantities, @period, @toldAt, @now)
        ON CONFLICT (claim_id, article_id) DO UPDATE SET quote = excluded.quote, claimant = excluded.claimant, quantity = excluded.quantity, unit = excluded.unit,
            hedge = excluded.hedge, quantities = excluded.quantities, period = excluded.period, withdrawn_at = NULL
        """;

    private const string InsertCorrection = "INSERT INTO corrections (claim_id, article_id, before, after, because, at) VALUES (@claim, @article, @before, @after, @because, @now)";

    /// <summary>Enters the claims of a report that was saved for the first time, or that has claims it had not before.</summary>
    /// <param name="edge">How it joined its story; null where it started it.</param>
    /// <param name="storyIsNew">Whether the story had no report before this one.</param>
    public static void Enter(
        IDbConnection connection, long article, long story, ImmutableArray<Claim> claims, ReportProfile profile, StoryEdge? edge, bool storyIsNew, DateTimeOffset now)
    {
        if (claims.IsEmpty)
            return;
        var known = connection.Query<KnownRow>(Known, new { story, keys = claims.Select(claim => claim.Key).Distinct(StringComparer.Ordinal) })
            .GroupBy(row => (row.Id, row.Key))
            .Select(rows => new KnownClaim(rows.Key.Id, rows.Key.Key, [.. rows.Select(Compose)]))
            .ToList();
        foreach (var entry in Ledger.Enter(claims.DistinctBy(claim => claim.Key, StringComparer.Ordinal), known, storyIsNew, edge, profile.Corrects))
        {
            var claim = entry.Known ?? Insert(connection, story, entry.Claim, now);
            InsertInto(connection, article, claim, entry, profile.Time, now);
            if (entry.Status == ClaimStatus.Corrected)
                Note(connection, article, new ClaimChange(claim, entry.Before!, entry.Claim.Finding.Evidence.Quote), entry.Because, now);
        }
    }

    /// <summary>
    /// What the change of an article does to the ledger: claims whose sentence changed are corrected, claims that are gone are withdrawn, claims that it
    /// makes now and did not are entered. Nothing where the sentences stand as they were.
    /// </summary>
    /// <param name="profile">The changed article's profile; null where it claims nothing any more.</param>
    /// <returns>The changes, in the order the claims were entered.</returns>
    public static ImmutableArray<ClaimChange> Correct(
        IDbConnection connection, long article, long story, ImmutableArray<Claim> claims, ReportProfile? profile, DateTimeOffset now)
    {
        var told = connection.Query<(long Claim, string Key, string Quote)>(
            "SELECT c.id, c.key, r.quote FROM claim_reports r JOIN claims c ON c.id = r.claim_id WHERE r.article_id = @article AND r.withdrawn_at IS NULL ORDER BY r.id",
            new { article }).ToList();
        var changes = Ledger.Correct(told, claims);
        foreach (var change in changes)
        {
            Note(connection, article, change, change.After is null ? "gone from the article" : "changed in the article", now);
            if (change.After is null)
                connection.Execute("UPDATE claim_reports SET withdrawn_at = @now WHERE claim_id = @Claim AND article_id = @article", new { now = UtcText.Of(now), change.Claim, article });
        }

        if (profile is null)
            return changes;
        foreach (var claim in claims)
        {
            var (known, _, _) = told.FirstOrDefault(row => string.Equals(row.Key, claim.Key, StringComparison.Ordinal));
            if (known != 0)
                InsertInto(connection, article, known, new LedgerEntry(claim, known, ClaimStatus.Repeated, "changed in the article"), profile.Time, now);
        }

        Enter(connection, article, story, [.. claims.Where(claim => !told.Exists(row => string.Equals(row.Key, claim.Key, StringComparison.Ordinal)))], profile, edge: null, storyIsNew: false, now);
        return changes;
    }

    /// <summary>Moves what an article told in one story to another, as an analyst joins and splits; what was told stays told.</summary>
    public static void Move(IDbConnection connection, long article, long toStory)
    {
        var rows = connection.Query<(long Report, long Claim, string Key)>(
            "SELECT r.id, c.id, c.key FROM claim_reports r JOIN claims c ON c.id = r.claim_id WHERE r.article_id = @article AND c.story_id IS NOT NULL AND c.story_id <> @toStory ORDER BY r.id",
            new { article, toStory }).ToList();
        foreach (var (report, claim, key) in rows)
        {
            var target = connection.QueryFirstOrDefault<long?>("SELECT id FROM claims WHERE story_id = @toStory AND key = @key", new { toStory, key })
                ?? connection.QuerySingle<long>(
                    """
                    INSERT INTO claims (story_id, key, topic, kind, direction, recognizer, regions, stance, first_at)
                    SELECT @toStory, key, topic, kind, direction, recognizer, regions, stance, first_at FROM claims WHERE id = @claim RETURNING id
                    """,
                    new { toStory, claim });
            connection.Execute("UPDATE claim_reports SET claim_id = @target WHERE id = @report", new { target, report });
            connection.Execute("UPDATE corrections SET claim_id = @target WHERE claim_id = @claim AND article_id = @article", new { target, claim, article });
            connection.Execute("DELETE FROM claims WHERE id = @claim AND NOT EXISTS (SELECT 1 FROM claim_reports WHERE claim_id = @claim)", new { claim });
        }
    }

    private static long Insert(IDbConnection connection, long story, Claim claim, DateTimeOffset now) => connection.QuerySingle<long>(InsertClaim, new
    {
        scope = claim.IsStanding ? (long?)null : story,
        claim.Key,
        claim.Finding.Topic,
        claim.Finding.Kind,
        claim.Finding.Direction,
        claim.Finding.Recognizer,
        regions = claim.Finding.Regions is { } regions ? JsonSerializer.Serialize(regions.AsEnumerable()) : null,
        stance = claim.Finding.Stance.Word(),
        now = UtcText.Of(now),
    });

    private static void InsertInto(IDbConnection connection, long article, long claim, LedgerEntry entry, DateTimeOffset toldAt, DateTimeOffset now)
    {
        var first = entry.Claim.Quantities.Length > 0 ? entry.Claim.Quantities[0] : (Quantity?)null;
        connection.Execute(InsertReport, new
        {
            claim,
            article,
            status = entry.Status.Word(),
            entry.Because,
            entry.Claim.Finding.Evidence.Quote,
            entry.Claim.Claimant,
            quantity = first?.Value,
            unit = first?.Unit,
            hedge = first?.Hedge,
            quantities = JsonSerializer.Serialize(entry.Claim.Quantities.Select(quantity => new StoredQuantity(quantity.Value, quantity.Unit, quantity.Hedge))),
            period = entry.Claim.Period?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            toldAt = UtcText.Of(toldAt),
            now = UtcText.Of(now),
        });
    }

    private static void Note(IDbConnection connection, long article, ClaimChange change, string because, DateTimeOffset now) =>
        connection.Execute(InsertCorrection, new { claim = change.Claim, article, before = change.Before, after = change.After, because, now = UtcText.Of(now) });

    private static ToldClaim Compose(KnownRow row) => new(
        row.ArticleId,
        row.Outlet,
        row.Quote,
        row.Claimant,
        [.. JsonSerializer.Deserialize<StoredQuantity[]>(row.Quantities)!.Select(quantity => new Quantity(quantity.Value, quantity.Unit, quantity.Hedge, 0, 0))]);

    private sealed record StoredQuantity(double Value, string? Unit, string? Hedge);

    private sealed record KnownRow(long Id, string Key, long ArticleId, string Outlet, string Quote, string? Claimant, string Quantities);
}
