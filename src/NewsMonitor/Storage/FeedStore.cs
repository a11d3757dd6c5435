using System.Data;
using Dapper;
using NewsMonitor.Subscriptions;

namespace NewsMonitor.Storage;

/// <summary>A subscribed feed and what is remembered of it.</summary>
internal sealed record StoredFeed(long Id, string? Title, string? Language, PollState State);

/// <summary>Who subscribed to a feed: the OPML file that is kept in step, or a user.</summary>
internal enum FeedOrigin
{
    Opml,
    User,
}

/// <summary>The subscribed feeds.</summary>
internal sealed class FeedStore(Database database)
{
    private const string Columns = """
        SELECT id, url, title, language, state, reason, etag, last_modified, interval_seconds, asked_seconds, skip_hours, rhythm_seconds, newest_item_at,
               oldest_item_at, consecutive_failures, body_broken, moved_to, moved_count, last_polled_at, last_success_at, next_poll_at
        FROM feeds
        """;

    // A feed is claimed for as long as a poll may take; a worker that dies loses its claim by the clock.
    private const string ClaimDue = """
        UPDATE feeds SET claimed_until = @until
        WHERE id IN (SELECT id FROM feeds WHERE next_poll_at <= @now AND (claimed_until IS NULL OR claimed_until <= @now) ORDER BY next_poll_at LIMIT @limit)
        RETURNING id
        """;

    private const string ClaimAll = "UPDATE feeds SET claimed_until = @until WHERE state <> 'parked' AND (claimed_until IS NULL OR claimed_until <= @now) RETURNING id";

    private const string ClaimOne = "UPDATE feeds SET claimed_until = @until WHERE url = @url RETURNING id";

    private const string SaveState = """
        UPDATE feeds SET first_url = CASE WHEN url <> @Url THEN coalesce(first_url, url) ELSE first_url END, url = @Url, state = @state, reason = @Reason, etag = @ETag, last_modified = @LastModified, interval_seconds = @interval, asked_seconds = @asked,
               skip_hours = @SkipHours, rhythm_seconds = @rhythm, newest_item_at = @newest, oldest_item_at = @oldest, consecutive_failures = @ConsecutiveFailures,
               body_broken = @BodyBroken, moved_to = @MovedTo, moved_count = @MovedCount, last_polled_at = @polled, last_success_at = @success,
               next_poll_at = @next, title = coalesce(title, @title), claimed_until = NULL
        WHERE id = @id
        """;

    private const string Insert = """
        INSERT INTO feeds (url, title, language, outline, origin, next_poll_at, added_at)
        VALUES (@Url, @Title, @Language, @outline, @origin, @now, @now)
        ON CONFLICT (url) DO UPDATE SET title = coalesce(excluded.title, title), language = coalesce(excluded.language, language), outline = excluded.outline
        WHERE (title, language, outline) IS NOT (coalesce(excluded.title, title), coalesce(excluded.language, language), excluded.outline)
        """;

    private const string Gone = """
        DELETE FROM feeds WHERE origin = 'opml' AND url NOT IN (SELECT value FROM json_each(@urls)) AND coalesce(first_url, url) NOT IN (SELECT value FROM json_each(@urls))
        """;

    /// <summary>Claims the feeds whose time has come, those waiting longest first.</summary>
    public IReadOnlyList<StoredFeed> Due(DateTimeOffset now, TimeSpan claim, int limit) => Claim(ClaimDue, now, claim, new { limit });

    /// <summary>Claims every feed that is not parked.</summary>
    public IReadOnlyList<StoredFeed> All(DateTimeOffset now, TimeSpan claim) => Claim(ClaimAll, now, claim, null);

    /// <summary>Claims one feed by its address, whatever its state.</summary>
    public IReadOnlyList<StoredFeed> One(string url, DateTimeOffset now, TimeSpan claim) => Claim(ClaimOne, now, claim, new { url });

    /// <summary>The feed of an address, or null.</summary>
    public StoredFeed? Find(string url) =>
        database.Read(connection => connection.Query<FeedRow>(Columns + " WHERE url = @url", new { url }).Select(Compose).FirstOrDefault());

    /// <summary>Gives up the claims on feeds that were not polled after all.</summary>
    public void Release(IEnumerable<long> ids) => database.Write(connection =>
        connection.Execute("UPDATE feeds SET claimed_until = NULL WHERE id IN @ids", new { ids = ids.ToArray() }));

    /// <summary>Saves what a poll came to, inside its transaction. An address that another feed has already is not taken over.</summary>
    public static void Save(IDbConnection connection, long id, PollState state, string? title)
    {
        var taken = connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM feeds WHERE url = @Url AND id <> @id)", new { state.Url, id });
        var url = taken ? connection.ExecuteScalar<string>("SELECT url FROM feeds WHERE id = @id", new { id }) : state.Url;
        connection.Execute(SaveState, new
        {
            id,
            title,
            Url = url,
            state = StateWord(state.State),
            state.Reason,
            state.ETag,
            state.LastModified,
            interval = state.Interval.TotalSeconds,
            asked = state.AskedInterval?.TotalSeconds,
            state.SkipHours,
            rhythm = state.Rhythm?.TotalSeconds,
            newest = UtcText.Of(state.NewestItemAt),
            oldest = UtcText.Of(state.OldestItemAt),
            state.ConsecutiveFailures,
            state.BodyBroken,
            state.MovedTo,
            state.MovedCount,
            polled = UtcText.Of(state.LastPolledAt),
            success = UtcText.Of(state.LastSuccessAt),
            next = UtcText.Of(state.NextPollAt),
        });
    }

    /// <summary>Adds feeds; one that is known takes the new title, language and outline.</summary>
    /// <returns>How many were added or changed.</returns>
    public int Add(IEnumerable<OpmlEntry> entries, FeedOrigin origin, DateTimeOffset now) => database.Write(connection =>
    {
        // A feed that has moved since is known under the address it was added by.
        var moved = connection.Query<string>("SELECT first_url FROM feeds WHERE first_url IS NOT NULL").ToHashSet(StringComparer.Ordinal);
        return entries.Where(entry => !moved.Contains(entry.Url)).Sum(entry => connection.Execute(Insert, new
        {
            entry.Url,
            entry.Title,
            entry.Language,
            outline = OutlineJson.Write(entry),
            origin = Enum.GetName(origin)!.ToLowerInvariant(),
            now = UtcText.Of(now),
        }));
    });

    /// <summary>Removes a feed with its pending items; what was saved from it stays.</summary>
    public bool Remove(string url) => database.Write(connection => connection.Execute("DELETE FROM feeds WHERE url = @url", new { url })) > 0;

    /// <summary>Removes the feeds of an OPML file that it does not name any more.</summary>
    public int RemoveUnnamed(IEnumerable<string> named) =>
        database.Write(connection => connection.Execute(Gone, new { urls = System.Text.Json.JsonSerializer.Serialize(named) }));

    /// <summary>The subscriptions with their folders, in the order they were added.</summary>
    public IReadOnlyList<OpmlEntry> Entries() => database.Read(connection => connection
        .Query<(string Url, string? Title, string? Language, string Outline)>("SELECT url, title, language, outline FROM feeds ORDER BY id")
        .Select(row => OutlineJson.Read(row.Url, row.Title, row.Language, row.Outline))
        .ToList());

    /// <summary>How every feed fares, in the order of their addresses.</summary>
    public IReadOnlyList<FeedStatus> Statuses() => database.Read(Statuses);

    /// <inheritdoc cref="Statuses()"/>
    public static IReadOnlyList<FeedStatus> Statuses(IDbConnection connection) =>
    [
        .. connection.Query<FeedRow>(Columns + " ORDER BY url").Select(Compose).Select(feed => new FeedStatus(
            feed.State.Url, feed.Title, feed.Language, feed.State.State, feed.State.Reason, feed.State.LastPolledAt, feed.State.LastSuccessAt, feed.State.NextPollAt,
            feed.State.ConsecutiveFailures)),
    ];

    private List<StoredFeed> Claim(string sql, DateTimeOffset now, TimeSpan claim, object? more)
    {
        var values = new DynamicParameters(more);
        values.Add("now", UtcText.Of(now));
        values.Add("until", UtcText.Of(now + claim));
        return database.Write(connection =>
        {
            var claimed = connection.Query<long>(sql, values).ToHashSet();
            return connection.Query<FeedRow>(Columns + " ORDER BY next_poll_at, id").Where(row => claimed.Contains(row.Id)).Select(Compose).ToList();
        });
    }

    private static string StateWord(FeedState state) => Enum.GetName(state)!.ToLowerInvariant();

    private static StoredFeed Compose(FeedRow row) => new(row.Id, row.Title, row.Language, new PollState
    {
        Url = row.Url,
        State = Enum.Parse<FeedState>(row.State, ignoreCase: true),
        Reason = row.Reason,
        ETag = row.Etag,
        LastModified = row.LastModified,
        Interval = TimeSpan.FromSeconds(row.IntervalSeconds),
        AskedInterval = Span(row.AskedSeconds),
        SkipHours = (int)row.SkipHours,
        Rhythm = Span(row.RhythmSeconds),
        NewestItemAt = UtcText.ReadNullable(row.NewestItemAt),
        OldestItemAt = UtcText.ReadNullable(row.OldestItemAt),
        ConsecutiveFailures = (int)row.ConsecutiveFailures,
        BodyBroken = row.BodyBroken != 0,
        MovedTo = row.MovedTo,
        MovedCount = (int)row.MovedCount,
        LastPolledAt = UtcText.ReadNullable(row.LastPolledAt),
        LastSuccessAt = UtcText.ReadNullable(row.LastSuccessAt),
        NextPollAt = UtcText.ReadNullable(row.NextPollAt),
    });

    private static TimeSpan? Span(double? seconds) => seconds is { } known ? TimeSpan.FromSeconds(known) : null;

    private sealed record FeedRow(
        long Id, string Url, string? Title, string? Language, string State, string? Reason, string? Etag, string? LastModified, double IntervalSeconds, double? AskedSeconds,
        long SkipHours, double? RhythmSeconds, string? NewestItemAt, string? OldestItemAt, long ConsecutiveFailures, long BodyBroken, string? MovedTo, long MovedCount,
        string? LastPolledAt, string? LastSuccessAt, string? NextPollAt);
}
