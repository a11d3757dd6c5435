using System.Data;
using Dapper;

namespace NewsMonitor.Storage;

/// <summary>A page that was read, with what it must be asked again with.</summary>
/// <param name="Url">After redirects.</param>
internal sealed record PageCopy(string Url, string? ETag, string? LastModified);

/// <summary>A match whose page is to be looked at again.</summary>
/// <param name="Failures">How many looks in a row saw nothing.</param>
/// <param name="MissingSince">The first of the answers in a row that the page is not there; null where the last answer was another.</param>
internal sealed record DueRevisit(
    long ArticleId, PageCopy Page, DateTimeOffset FirstSeen, int Failures, DateTimeOffset? MissingSince, string CanonicalKey, string CanonicalUrl, string Title, string? Text,
    string? Note, string? Language, string Outlet, string? Published);

/// <summary>What a look came to.</summary>
/// <param name="Page">What the page is asked with the next time.</param>
/// <param name="Due">When that is; null where it is not looked at any more.</param>
/// <param name="Outcome">In words.</param>
internal sealed record RevisitPlan(PageCopy Page, DateTimeOffset? Due, int Failures, DateTimeOffset? MissingSince, string Outcome);

/// <summary>When the pages of matches are looked at again. A revisit is claimed before the page is asked for; a worker that dies loses its claim by the clock.</summary>
internal sealed class RevisitStore(Database database)
{
    private const string Insert = """
        INSERT INTO revisits (article_id, url, etag, last_modified, due_at) VALUES (@articleId, @Url, @ETag, @LastModified, @due) ON CONFLICT DO NOTHING
        """;

    private const string ClaimDue = """
        UPDATE revisits SET claimed_until = @until
        WHERE article_id IN (SELECT article_id FROM revisits WHERE due_at <= @now AND (claimed_until IS NULL OR claimed_until <= @now) ORDER BY due_at, article_id LIMIT @limit)
        RETURNING article_id
        """;

    private const string Claimed = """
        SELECT r.article_id, r.url, r.etag, r.last_modified, r.failures, r.missing_since, a.first_seen_at, a.canonical_key, a.canonical_url, a.title, a.text, a.note, a.language,
               a.outlet, a.published
        FROM revisits r JOIN articles a ON a.id = r.article_id WHERE r.article_id IN @ids ORDER BY r.due_at, r.article_id
        """;

    private const string Update = """
        UPDATE revisits SET url = @Url, etag = @ETag, last_modified = @LastModified, due_at = @due, failures = @Failures, missing_since = @missing, looked_at = @now, outcome = @Outcome,
               claimed_until = NULL
        WHERE article_id = @articleId
        """;

    /// <summary>Plans the first look at a match's page, inside the transaction that saves the match; one that is planned already keeps its plan.</summary>
    public static void Plan(IDbConnection connection, long articleId, PageCopy page, DateTimeOffset due) =>
        connection.Execute(Insert, new { articleId, page.Url, page.ETag, page.LastModified, due = UtcText.Of(due) });

    /// <summary>Stores what a look came to, inside the transaction that saves what was seen, and gives its claim up.</summary>
    public static void Save(IDbConnection connection, long articleId, RevisitPlan plan, DateTimeOffset now) => connection.Execute(Update, new
    {
        articleId,
        plan.Page.Url,
        plan.Page.ETag,
        plan.Page.LastModified,
        due = UtcText.Of(plan.Due),
        plan.Failures,
        missing = UtcText.Of(plan.MissingSince),
        plan.Outcome,
        now = UtcText.Of(now),
    });

    /// <summary>Claims what is due, longest first.</summary>
    public IReadOnlyList<DueRevisit> Claim(DateTimeOffset now, TimeSpan claim, int limit) => database.Write(connection =>
    {
        var ids = connection.Query<long>(ClaimDue, new { now = UtcText.Of(now), until = UtcText.Of(now + claim), limit }).AsList();
        return connection.Query<RevisitRow>(Claimed, new { ids }).Select(Compose).ToList();
    });

    /// <summary>When the next look is due; null where none is planned.</summary>
    public DateTimeOffset? Next() => database.Read(connection => UtcText.ReadNullable(connection.ExecuteScalar<string?>("SELECT min(due_at) FROM revisits WHERE due_at IS NOT NULL")));

    /// <summary>Stores what a look came to that saw nothing to be saved.</summary>
    public void Save(long articleId, RevisitPlan plan, DateTimeOffset now) => database.Write(connection => Save(connection, articleId, plan, now));

    /// <summary>Gives up the claims on what was not looked at after all.</summary>
    public void Release(IEnumerable<long> articleIds) => database.Write(connection =>
        connection.Execute("UPDATE revisits SET claimed_until = NULL WHERE article_id IN @ids", new { ids = articleIds.ToArray() }));

    private static DueRevisit Compose(RevisitRow row) => new(
        row.ArticleId,
        new PageCopy(row.Url, row.Etag, row.LastModified),
        UtcText.Read(row.FirstSeenAt),
        (int)row.Failures,
        UtcText.ReadNullable(row.MissingSince),
        row.CanonicalKey,
        row.CanonicalUrl,
        row.Title,
        row.Text,
        row.Note,
        row.Language,
        row.Outlet,
        row.Published);

    private sealed record RevisitRow(
        long ArticleId, string Url, string? Etag, string? LastModified, long Failures, string? MissingSince, string FirstSeenAt, string CanonicalKey, string CanonicalUrl, string Title,
        string? Text, string? Note, string? Language, string Outlet, string? Published);
}
