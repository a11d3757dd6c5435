using System.Collections.Immutable;
using System.Data;
using System.Globalization;
using System.Text.Json;
using Dapper;
using NewsMonitor.Matches;
using NewsMonitor.Revisions;
using NewsMonitor.Stories;
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

    // A claim keeps its row where its sentence changed, and is not told anew by it.
    private const string InsertReport = """
        INSERT INTO claim_reports (claim_id, article_id, status, because, quote, claimant, quantity, unit, hedge, quantities, period, told_at, entered_at)
        VALUES (@claim, @article, @status, @Because, @Quote, @Claimant, @quantity, @unit, @hedge, @quantities, @period, @toldAt, @now)
        ON CONFLICT (claim_id, article_id) DO UPDATE SET quote = excluded.quote, claimant = excluded.claimant, quantity = excluded.quantity, unit = excluded.unit,
            hedge = excluded.hedge, quantities = excluded.quantities, period = excluded.period, withdrawn_at = NULL
        """;

    private const string Promote = """
        UPDATE claim_reports SET status = @Status, because = @Because
        WHERE id = (SELECT min(id) FROM claim_reports WHERE claim_id = @Claim AND id > @Entry AND withdrawn_at IS NULL AND status = 'repeated')
              AND NOT EXISTS (SELECT 1 FROM claim_reports WHERE claim_id = @Claim AND id > @Entry AND withdrawn_at IS NULL AND status = @Status)
        """;

    private const string EnterAgain = """
        UPDATE claim_reports SET id = max(@Entry, (SELECT max(id) FROM claim_reports)) + 1, status = @status, because = 'made again after it was withdrawn', entered_at = @now WHERE id = @Id
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
    /// Brings the ledger in step with an article that its publisher changed: claims whose sentence changed are corrected, claims that are gone are withdrawn, claims that it
    /// makes now and did not are entered. What no digest has told yet is not corrected but simply otherwise.
    /// </summary>
    /// <param name="corrections">What the change did to the claims that were read before it.</param>
    /// <param name="told">What stories and ledger take of the article now; null where it claims nothing any more.</param>
    /// <param name="after">The article as it is now.</param>
    public static void Correct(
        IDbConnection connection, long story, ImmutableArray<Correction> corrections, ReportReading? told, StoredMatch after, DateTimeOffset now)
    {
        var article = after.Match.Id;
        var mark = Mark.Of(connection);
        var claims = told?.Claims ?? [];
        foreach (var correction in corrections)
        {
            var key = ClaimKey.Of(correction.Claim);
            if (Standing(connection, article).FirstOrDefault(row => row.Key == key) is not { } row)
                continue;
            if (correction.Kind != CorrectionKind.Reworded)
                Withdraw(connection, article, row, mark, correction.After, Because(correction), now);
            else if (claims.FirstOrDefault(claim => claim.Key == key) is { } claim)
                Reword(connection, article, row, mark, correction, claim, told!.Profile.Time, now);
        }

        if (told is not null)
            EnterAdded(connection, article, story, told, mark, now);
    }

    /// <summary>Brings the ledger in step with an article whose text is the same and that other rules read otherwise.</summary>
    /// <param name="told">What stories and ledger take of the article now; null where it claims nothing any more.</param>
    public static void Reread(IDbConnection connection, long article, long story, ReportReading? told, DateTimeOffset now)
    {
        var mark = Mark.Of(connection);
        var keys = told is null ? [] : told.Claims.Select(claim => claim.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var row in Standing(connection, article).Where(row => !keys.Contains(row.Key)))
            Withdraw(connection, article, row, mark, after: null, "today's rules do not read it so", now);
        if (told is not null)
            EnterAdded(connection, article, story, told, mark, now);
    }

    private static void EnterAdded(IDbConnection connection, long article, long story, ReportReading told, Mark mark, DateTimeOffset now)
    {
        var standing = Standing(connection, article).Select(row => row.Key).ToHashSet(StringComparer.Ordinal);
        var added = told.Claims.Where(claim => !standing.Contains(claim.Key)).DistinctBy(claim => claim.Key, StringComparer.Ordinal).ToList();
        added.RemoveAll(claim => TakeUpAgain(connection, article, claim, mark, told.Profile.Time, now));
        Enter(connection, article, story, [.. added], told.Profile, edge: null, storyIsNew: false, now);
    }

    /// <summary>Withdraws what an article told whose page was taken down; what no digest has told yet is told with that note.</summary>
    public static void Withdraw(IDbConnection connection, long article, string because, DateTimeOffset now)
    {
        var mark = Mark.Of(connection);
        foreach (var row in Standing(connection, article).Where(row => row.Id <= mark.Entry))
            Withdraw(connection, article, row, mark, after: null, because, now);
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

    private static List<StandingRow> Standing(IDbConnection connection, long article) => connection.Query<StandingRow>(
        """
        SELECT r.id, c.id AS claim, c.key, r.quote, r.status, r.because FROM claim_reports r JOIN claims c ON c.id = r.claim_id
        WHERE r.article_id = @article AND r.withdrawn_at IS NULL ORDER BY r.id
        """,
        new { article }).AsList();

    private static string Because(Correction correction) => correction.Kind switch
    {
        CorrectionKind.Reworded => "changed in the article",
        CorrectionKind.Changed => "the article says something else now",
        _ => "gone from the article",
    };

    private static void Reword(IDbConnection connection, long article, StandingRow row, Mark mark, Correction correction, Claim claim, DateTimeOffset toldAt, DateTimeOffset now)
    {
        if (row.Id <= mark.Entry)
            Note(connection, article, new ClaimChange(row.Claim, row.Quote, correction.After), Because(correction), now);
        else
            connection.Execute("UPDATE corrections SET after = @After WHERE claim_id = @Claim AND article_id = @article AND id > @Correction", new { correction.After, row.Claim, article, mark.Correction });
        InsertInto(connection, article, row.Claim, new LedgerEntry(claim, row.Claim, ClaimStatus.Repeated, row.Because), toldAt, now);
    }

    private static void Withdraw(IDbConnection connection, long article, StandingRow row, Mark mark, string? after, string because, DateTimeOffset now)
    {
        if (row.Id <= mark.Entry)
        {
            Note(connection, article, new ClaimChange(row.Claim, row.Quote, after), because, now);
            connection.Execute("UPDATE claim_reports SET withdrawn_at = @now WHERE id = @Id", new { now = UtcText.Of(now), row.Id });
            return;
        }

        // Nobody was told: as if it had never been said. Where others say it too, the first of them was the first to.
        connection.Execute("DELETE FROM corrections WHERE claim_id = @Claim AND article_id = @article AND id > @Correction", new { row.Claim, article, mark.Correction });
        connection.Execute("DELETE FROM claim_reports WHERE id = @Id", new { row.Id });
        if (row.Status is not "repeated")
            connection.Execute(Promote, new { row.Claim, row.Status, row.Because, mark.Entry });
        connection.Execute("DELETE FROM claims WHERE id = @Claim AND NOT EXISTS (SELECT 1 FROM claim_reports WHERE claim_id = @Claim)", new { row.Claim });
    }

    /// <summary>
    /// A claim that its article withdrew and makes again. Where no digest has told of the withdrawal, there was none; else it is told again, as an update.
    /// </summary>
    /// <returns>Whether it was such a claim.</returns>
    private static bool TakeUpAgain(IDbConnection connection, long article, Claim claim, Mark mark, DateTimeOffset toldAt, DateTimeOffset now)
    {
        var withdrawn = connection.QueryFirstOrDefault<StandingRow>(
            """
            SELECT r.id, c.id AS claim, c.key, r.quote, r.status, r.because FROM claim_reports r JOIN claims c ON c.id = r.claim_id
            WHERE r.article_id = @article AND c.key = @Key AND r.withdrawn_at IS NOT NULL
            """,
            new { article, claim.Key });
        if (withdrawn is null)
            return false;
        var untold = connection.ExecuteScalar<bool>(
            "SELECT EXISTS (SELECT 1 FROM corrections WHERE claim_id = @Claim AND article_id = @article AND id > @Correction)", new { withdrawn.Claim, article, mark.Correction });
        if (untold)
        {
            Note(connection, article, new ClaimChange(withdrawn.Claim, withdrawn.Quote, claim.Finding.Evidence.Quote), "changed in the article", now);
            InsertInto(connection, article, withdrawn.Claim, new LedgerEntry(claim, withdrawn.Claim, ClaimStatus.Repeated, withdrawn.Because), toldAt, now);
        }
        else
        {
            // A number that no digest has passed yet: entries are told by their numbers.
            connection.Execute(EnterAgain, new { withdrawn.Id, mark.Entry, status = ClaimStatus.Updated.Word(), now = UtcText.Of(now) });
            InsertInto(connection, article, withdrawn.Claim, new LedgerEntry(claim, withdrawn.Claim, ClaimStatus.Updated, ""), toldAt, now);
        }

        return true;
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

    private sealed record StandingRow(long Id, long Claim, string Key, string Quote, string Status, string Because);

    /// <summary>Up to where digests have told.</summary>
    private readonly record struct Mark(long Entry, long Correction)
    {
        public static Mark Of(IDbConnection connection)
        {
            var (entry, correction) = connection.QuerySingle<(long, long)>("SELECT coalesce(max(last_entry), 0), coalesce(max(last_correction), 0) FROM digests");
            return new Mark(entry, correction);
        }
    }

    private sealed record StoredQuantity(double Value, string? Unit, string? Hedge);

    private sealed record KnownRow(long Id, string Key, long ArticleId, string Outlet, string Quote, string? Claimant, string Quantities);
}
