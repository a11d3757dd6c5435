using System.Collections.Immutable;
using System.Data;
using Dapper;

namespace NewsMonitor.Storage;

/// <summary>What was decided on an article, as it is kept.</summary>
/// <param name="Record">JSON; null where the article names nobody of any topic, or is from before records were kept.</param>
/// <param name="RulesVersion">The rules that decided.</param>
/// <param name="Readings">When other rules read it before, with their version, newest first.</param>
internal sealed record StoredDecision(
    long ArticleId, string Title, string Url, string? Language, bool HasText, string? Record, string RulesVersion, DateTimeOffset Scanned, ImmutableArray<(string Rules, DateTimeOffset Replaced)> Readings);

/// <summary>The records of what was decided on articles and why.</summary>
internal sealed class DecisionStore(Database database)
{
    /// <summary>Keeps the record of an article, in place of an older one, inside the caller's transaction.</summary>
    public static void Keep(IDbConnection connection, long articleId, string rulesVersion, string? record)
    {
        connection.Execute("DELETE FROM decisions WHERE article_id = @articleId", new { articleId });
        if (record is not null)
            connection.Execute("INSERT INTO decisions (article_id, rules_version, record) VALUES (@articleId, @rulesVersion, @record)", new { articleId, rulesVersion, record });
    }

    /// <summary>Keeps what is about to be replaced by another reading of the same text.</summary>
    public static void KeepReading(IDbConnection connection, long articleId, string findings, DateTimeOffset now) => connection.Execute(
        """
        INSERT INTO readings (article_id, rules_version, record, findings, replaced_at)
        SELECT a.id, a.rules_version, d.record, @findings, @now FROM articles a LEFT JOIN decisions d ON d.article_id = a.id WHERE a.id = @articleId
        """,
        new { articleId, findings, now = UtcText.Of(now) });

    /// <summary>The decision on an article; null where there is no such article.</summary>
    public StoredDecision? Find(long articleId) => database.Read(connection =>
    {
        var row = connection.QueryFirstOrDefault<Row>(
            """
            SELECT a.id, a.title, a.canonical_url, a.language, a.text IS NOT NULL AS has_text, d.record, a.rules_version, a.scanned_at
            FROM articles a LEFT JOIN decisions d ON d.article_id = a.id WHERE a.id = @articleId
            """,
            new { articleId });
        if (row is null)
            return null;
        var readings = connection.Query<(string Rules, string Replaced)>("SELECT rules_version, replaced_at FROM readings WHERE article_id = @articleId ORDER BY id DESC", new { articleId });
        return new StoredDecision(
            row.Id, row.Title, row.CanonicalUrl, row.Language, row.HasText != 0, row.Record, row.RulesVersion, UtcText.Read(row.ScannedAt), [.. readings.Select(r => (r.Rules, UtcText.Read(r.Replaced)))]);
    });

    /// <summary>The article known by an address; null where there is none.</summary>
    public long? Find(string canonicalKey) => database.Read(connection => ArticleStore.Find(connection, canonicalKey));

    /// <summary>What became of an item that is no article: its state and the reason; null where no feed showed such an address.</summary>
    public (string State, string? Reason)? ItemAt(string canonicalKey) => database.Read(connection =>
        connection.Query<(string, string?)>("SELECT state, reason FROM items WHERE canonical_key = @canonicalKey ORDER BY id DESC LIMIT 1", new { canonicalKey }).Select(r => ((string, string?)?)r).FirstOrDefault());

    private sealed record Row(long Id, string Title, string CanonicalUrl, string? Language, long HasText, string? Record, string RulesVersion, string ScannedAt);
}
