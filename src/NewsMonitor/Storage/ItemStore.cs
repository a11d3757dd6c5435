using System.Data;
using Dapper;

namespace NewsMonitor.Storage;

/// <summary>An entry of a feed that waits for its page.</summary>
internal sealed record PendingItem(
    long Id, long FeedId, string FeedUrl, string? FeedTitle, string? FeedLanguage, string Url, string CanonicalKey, string CanonicalUrl, string Host, string? Title,
    string? Summary, string? Published, long Attempts, string SeenAt);

/// <summary>An entry as a feed showed it, to be recorded before its page is fetched.</summary>
internal sealed record NewItem(string Key, string Url, string CanonicalKey, string CanonicalUrl, string Host, string? Title, string? Summary, string? Published);

/// <summary>The entries of feeds: recorded when seen, pending until done or failed for good.</summary>
internal sealed class ItemStore(Database database)
{
    private const string Known = "SELECT EXISTS (SELECT 1 FROM items WHERE feed_id = @feedId AND (key = @Key OR canonical_key = @CanonicalKey))";

    private const string Insert = """
        INSERT INTO items (feed_id, key, url, canonical_key, canonical_url, host, title, summary, published, next_attempt_at, seen_at)
        VALUES (@feedId, @Key, @Url, @CanonicalKey, @CanonicalUrl, @Host, @Title, @Summary, @Published, @now, @now)
        ON CONFLICT DO NOTHING
        """;

    // Oldest first for each host, hosts taking turns, so that a feed with a thousand entries does not hold up the others.
    private const string Pending = """
        SELECT i.id, i.feed_id, f.url AS feed_url, f.title AS feed_title, f.language AS feed_language, i.url, i.canonical_key, i.canonical_url, i.host, i.title, i.summary,
               i.published, i.attempts, i.seen_at
        FROM (SELECT *, row_number() OVER (PARTITION BY host ORDER BY id) AS turn FROM items WHERE state = 'pending' AND next_attempt_at <= @now) i
        JOIN feeds f ON f.id = i.feed_id
        ORDER BY i.turn, i.id
        LIMIT @limit
        """;

    private const string Finish = """
        UPDATE items SET state = @state, reason = @reason, article_id = @articleId, done_at = @now, summary = NULL WHERE id = @id AND state = 'pending'
        """;

    private const string Postpone = """
        UPDATE items SET attempts = attempts + 1, reason = @reason, next_attempt_at = @next WHERE id = @id AND state = 'pending'
        """;

    /// <summary>Records what a feed showed, inside the transaction that saves the poll. An entry that keeps its key or its address is no new one.</summary>
    /// <returns>How many were new.</returns>
    public static int Record(IDbConnection connection, long feedId, IEnumerable<NewItem> items, DateTimeOffset now)
    {
        var added = 0;
        foreach (var item in items)
        {
            if (connection.ExecuteScalar<bool>(Known, new { feedId, item.Key, item.CanonicalKey }))
                continue;
            added += connection.Execute(Insert, new
            {
                feedId,
                item.Key,
                item.Url,
                item.CanonicalKey,
                item.CanonicalUrl,
                item.Host,
                item.Title,
                item.Summary,
                item.Published,
                now = UtcText.Of(now),
            });
        }

        return added;
    }

    /// <summary>What waits and is due, hosts taking turns.</summary>
    public IReadOnlyList<PendingItem> Due(DateTimeOffset now, int limit) =>
        database.Read(connection => connection.Query<PendingItem>(Pending, new { now = UtcText.Of(now), limit }).AsList());

    /// <summary>Marks an item done, inside the transaction that saves its article.</summary>
    public static void Done(IDbConnection connection, long id, long articleId, string? reason, DateTimeOffset now) =>
        connection.Execute(Finish, new { id, articleId = (long?)articleId, state = "done", reason, now = UtcText.Of(now) });

    /// <summary>Gives an item up for good.</summary>
    public void Fail(long id, string reason, DateTimeOffset now) =>
        database.Write(connection => connection.Execute(Finish, new { id, articleId = (long?)null, state = "failed", reason, now = UtcText.Of(now) }));

    /// <summary>Puts an item off until <paramref name="next"/>.</summary>
    public void TryAgain(long id, string reason, DateTimeOffset next) =>
        database.Write(connection => connection.Execute(Postpone, new { id, reason, next = UtcText.Of(next) }));

    /// <summary>Lets an item wait until <paramref name="next"/> without counting an attempt.</summary>
    public void Wait(long id, string reason, DateTimeOffset next) => database.Write(connection =>
        connection.Execute("UPDATE items SET reason = @reason, next_attempt_at = @next WHERE id = @id AND state = 'pending'", new { id, reason, next = UtcText.Of(next) }));

    /// <summary>How many items wait, and the earliest time one of them is due.</summary>
    public (long Count, DateTimeOffset? Next) Backlog() => database.Read(connection =>
    {
        var (count, next) = connection.QuerySingle<(long, string?)>("SELECT count(*), min(next_attempt_at) FROM items WHERE state = 'pending'");
        return (count, UtcText.ReadNullable(next));
    });
}
