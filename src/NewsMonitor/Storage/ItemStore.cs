using System.Data;
using System.Text.Json;
using Dapper;

namespace NewsMonitor.Storage;

/// <summary>An entry of a feed that waits for its page.</summary>
internal sealed record PendingItem(
    long Id, long FeedId, string FeedUrl, string? FeedTitle, string? FeedLanguage, string Url, string CanonicalKey, string CanonicalUrl, string Host, string? Title,
    string? Summary, string? Published, long Attempts, string SeenAt);

/// <summary>The entries of feeds: recorded when seen, pending until done or failed for good.</summary>
internal sealed class ItemStore(Database database)
{
    private const string Known = """
        SELECT id, key, canonical_key, title, published FROM items WHERE feed_id = @feedId AND key IN (SELECT value FROM json_each(@guids))
        UNION
        SELECT id, key, canonical_key, title, published FROM items WHERE feed_id = @feedId AND canonical_key IN (SELECT value FROM json_each(@pages))
        UNION
        SELECT id, key, canonical_key, title, published FROM items WHERE feed_id = @feedId AND published IN (SELECT value FROM json_each(@dates))
        """;

    private const string Insert = """
        INSERT INTO items (feed_id, key, url, canonical_key, canonical_url, host, title, summary, published, next_attempt_at, seen_at)
        VALUES (@feedId, @key, @url, @canonicalKey, @canonicalUrl, @host, @title, @summary, @published, @now, @now)
        ON CONFLICT DO NOTHING
        RETURNING id
        """;

    // What was edited is what it is known by from now on, so that the next edit finds it too.
    private const string Edit = """
        UPDATE OR IGNORE items SET key = coalesce(@Guid, key), url = @Url, canonical_key = @CanonicalKey, canonical_url = @CanonicalUrl, host = @Host, title = @Title, published = @Published
        WHERE id = @id
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

    /// <summary>Records what a feed showed, inside the transaction that saves the poll. An entry that was edited is no new one, see <see cref="KnownItems"/>.</summary>
    /// <returns>How many were new.</returns>
    public static int Record(IDbConnection connection, long feedId, IReadOnlyCollection<NewItem> items, DateTimeOffset now)
    {
        if (items.Count == 0)
            return 0;
        var known = new KnownItems(PreparedCommand.Of(connection, Known).Rows(
            row => new KnownItem(row.GetInt64(0), row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3), row.IsDBNull(4) ? null : row.GetString(4)),
            ("@feedId", feedId),
            ("@guids", JsonSerializer.Serialize(items.Select(item => item.Guid).OfType<string>())),
            ("@pages", JsonSerializer.Serialize(items.Select(item => item.CanonicalKey))),
            ("@dates", JsonSerializer.Serialize(items.Where(item => item.IsDatedAlone).Select(item => item.Published)))));
        var added = 0;
        var seen = UtcText.Of(now);
        foreach (var item in items)
        {
            if (known.Find(item) is { } found)
            {
                TakeEdit(connection, found, item);
            }
            else if (Add(connection, feedId, known.FreeKey(item), item, seen) is { } recorded)
            {
                known.Add(recorded);
                added++;
            }
        }

        return added;
    }

    // Null where the row is there already.
    private static KnownItem? Add(IDbConnection connection, long feedId, string key, NewItem item, string seen)
    {
        var id = PreparedCommand.Of(connection, Insert).Scalar(
            ("@feedId", feedId),
            ("@key", key),
            ("@url", item.Url),
            ("@canonicalKey", item.CanonicalKey),
            ("@canonicalUrl", item.CanonicalUrl),
            ("@host", item.Host),
            ("@title", item.Title),
            ("@summary", item.Summary),
            ("@published", item.Published),
            ("@now", seen));
        return id is long added ? new KnownItem(added, key, item.CanonicalKey, item.Title, item.Published) : null;
    }

    private static void TakeEdit(IDbConnection connection, KnownItem known, NewItem item)
    {
        var isSame = (item.Guid ?? known.Key) == known.Key && item.CanonicalKey == known.CanonicalKey && item.Title == known.Title && item.Published == known.Published;
        if (!isSame)
            connection.Execute(Edit, new { id = known.Id, item.Guid, item.Url, item.CanonicalKey, item.CanonicalUrl, item.Host, item.Title, item.Published });
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
