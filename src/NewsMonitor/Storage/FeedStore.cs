using System.Data;
using System.Text.Json;
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
        SELECT id, url, title, language, state, reason, etag, last_modified, interval_seconds, asked_seconds, skip_hours, skip_days, rhythm_seconds, newest_item_at,
               oldest_item_at, newest_third_at, consecutive_failures, body_broken, moved_to, moved_count, moved_since, target_taken, last_polled_at, last_success_at, next_poll_at, failure,
               failing_since, listed_items, usual_items, shrunk_since, long_gap_seconds, last_news_at, trouble, trouble_since, trouble_reason, recovered_from, recovered_since,
               recovered_at
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
               skip_hours = @SkipHours, skip_days = @SkipDays, rhythm_seconds = @rhythm, newest_item_at = @newest, oldest_item_at = @oldest, newest_third_at = @newestThird, consecutive_failures = @ConsecutiveFailures,
               body_broken = @BodyBroken, moved_to = @MovedTo, moved_count = @MovedCount, moved_since = @movedSince, target_taken = @IsTargetTaken, last_polled_at = @polled,
               last_success_at = @success, failure = @failure, failing_since = @failingSince, listed_items = @ListedItems, usual_items = @UsualItems, shrunk_since = @shrunkSince,
               long_gap_seconds = @longGap, last_news_at = @lastNews, trouble = @trouble, trouble_since = @troubleSince, trouble_reason = @troubleReason,
               recovered_from = @recoveredFrom, recovered_since = @recoveredSince, recovered_at = @recoveredAt, next_poll_at = @next, title = coalesce(title, @title), claimed_until = NULL
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
        connection.Execute("UPDATE feeds SET claimed_until = NULL WHERE id IN (SELECT value FROM json_each(@ids))", new { ids = JsonSerializer.Serialize(ids) }));

    /// <summary>Holds on to the claims on feeds that are still being polled.</summary>
    public void Renew(IEnumerable<long> ids, DateTimeOffset now, TimeSpan claim) => database.Write(connection => connection.Execute(
        "UPDATE feeds SET claimed_until = @until WHERE id IN (SELECT value FROM json_each(@ids))",
        new { until = UtcText.Of(now + claim), ids = JsonSerializer.Serialize(ids) }));

    /// <summary>Saves what a poll came to, inside its transaction. An address that another feed has already is not taken over.</summary>
    /// <returns>The state as it was saved.</returns>
    public static PollState Save(IDbConnection connection, StoredFeed feed, PollState state, string? title, DateTimeOffset now)
    {
        var moves = state.Url != feed.State.Url;
        if (moves && connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM feeds WHERE url = @Url AND id <> @Id)", new { state.Url, feed.Id }))
            state = PollPlan.NotAdopted(feed.State, state, now);
        PreparedCommand.Of(connection, SaveState).Run(
            ("@id", feed.Id),
            ("@title", title),
            ("@Url", state.Url),
            ("@state", StateWord(state.State)),
            ("@Reason", state.Reason),
            ("@ETag", state.ETag),
            ("@LastModified", state.LastModified),
            ("@interval", state.Interval.TotalSeconds),
            ("@asked", state.AskedInterval?.TotalSeconds),
            ("@SkipHours", state.SkipHours),
            ("@SkipDays", state.SkipDays),
            ("@rhythm", state.Rhythm?.TotalSeconds),
            ("@newest", UtcText.Of(state.NewestItemAt)),
            ("@oldest", UtcText.Of(state.OldestItemAt)),
            ("@newestThird", UtcText.Of(state.NewestThirdAt)),
            ("@ConsecutiveFailures", state.ConsecutiveFailures),
            ("@BodyBroken", state.BodyBroken),
            ("@MovedTo", state.MovedTo),
            ("@MovedCount", state.MovedCount),
            ("@movedSince", UtcText.Of(state.MovedSince)),
            ("@IsTargetTaken", state.IsTargetTaken),
            ("@failure", Word(state.Failure)),
            ("@failingSince", UtcText.Of(state.FailingSince)),
            ("@ListedItems", state.ListedItems),
            ("@UsualItems", state.UsualItems),
            ("@shrunkSince", UtcText.Of(state.ShrunkSince)),
            ("@longGap", state.LongGap?.TotalSeconds),
            ("@lastNews", UtcText.Of(state.LastNewsAt)),
            ("@trouble", Word(state.Trouble?.Kind)),
            ("@troubleSince", UtcText.Of(state.Trouble?.Since)),
            ("@troubleReason", state.Trouble?.Reason),
            ("@recoveredFrom", Word(state.Recovery?.From)),
            ("@recoveredSince", UtcText.Of(state.Recovery?.Since)),
            ("@recoveredAt", UtcText.Of(state.Recovery?.At)),
            ("@polled", UtcText.Of(state.LastPolledAt)),
            ("@success", UtcText.Of(state.LastSuccessAt)),
            ("@next", UtcText.Of(state.NextPollAt)));
        return state;
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
        database.Write(connection => connection.Execute(Gone, new { urls = JsonSerializer.Serialize(named) }));

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
            feed.State.ConsecutiveFailures)
        {
            Trouble = feed.State.Trouble,
            Recovery = feed.State.Recovery,
            IsTroubleWorthTelling = feed.State.IsTroubleWorthTelling,
        }),
    ];

    private List<StoredFeed> Claim(string sql, DateTimeOffset now, TimeSpan claim, object? more)
    {
        var values = new DynamicParameters(more);
        values.Add("now", UtcText.Of(now));
        values.Add("until", UtcText.Of(now + claim));
        return database.Write(connection =>
        {
            var ids = JsonSerializer.Serialize(connection.Query<long>(sql, values));
            return connection.Query<FeedRow>(Columns + " WHERE id IN (SELECT value FROM json_each(@ids)) ORDER BY next_poll_at, id", new { ids }).Select(Compose).ToList();
        });
    }

    private static string StateWord(FeedState state) => Enum.GetName(state)!.ToLowerInvariant();

    private static string? Word(TroubleKind? kind) => kind is { } known ? TroubleWords.Word(known) : null;

    private static TroubleKind? Kind(string? word) => word is null ? null : TroubleWords.Read(word);

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
        SkipDays = (int)row.SkipDays,
        Rhythm = Span(row.RhythmSeconds),
        NewestItemAt = UtcText.ReadNullable(row.NewestItemAt),
        OldestItemAt = UtcText.ReadNullable(row.OldestItemAt),
        NewestThirdAt = UtcText.ReadNullable(row.NewestThirdAt),
        ConsecutiveFailures = (int)row.ConsecutiveFailures,
        BodyBroken = row.BodyBroken != 0,
        MovedTo = row.MovedTo,
        MovedCount = (int)row.MovedCount,
        MovedSince = UtcText.ReadNullable(row.MovedSince),
        IsTargetTaken = row.TargetTaken != 0,
        Failure = Kind(row.Failure),
        FailingSince = UtcText.ReadNullable(row.FailingSince),
        ListedItems = (int?)row.ListedItems,
        UsualItems = row.UsualItems,
        ShrunkSince = UtcText.ReadNullable(row.ShrunkSince),
        LongGap = Span(row.LongGapSeconds),
        LastNewsAt = UtcText.ReadNullable(row.LastNewsAt),
        Trouble = Kind(row.Trouble) is { } trouble ? new Trouble(trouble, UtcText.Read(row.TroubleSince!), row.TroubleReason ?? "") : null,
        Recovery = Kind(row.RecoveredFrom) is { } from ? new Recovery(from, UtcText.Read(row.RecoveredSince!), UtcText.Read(row.RecoveredAt!)) : null,
        LastPolledAt = UtcText.ReadNullable(row.LastPolledAt),
        LastSuccessAt = UtcText.ReadNullable(row.LastSuccessAt),
        NextPollAt = UtcText.ReadNullable(row.NextPollAt),
    });

    private static TimeSpan? Span(double? seconds) => seconds is { } known ? TimeSpan.FromSeconds(known) : null;

    private sealed record FeedRow(
        long Id, string Url, string? Title, string? Language, string State, string? Reason, string? Etag, string? LastModified, double IntervalSeconds, double? AskedSeconds,
        long SkipHours, long SkipDays, double? RhythmSeconds, string? NewestItemAt, string? OldestItemAt, string? NewestThirdAt, long ConsecutiveFailures, long BodyBroken, string? MovedTo, long MovedCount,
        string? MovedSince, long TargetTaken, string? LastPolledAt, string? LastSuccessAt, string? NextPollAt, string? Failure, string? FailingSince, long? ListedItems,
        double? UsualItems, string? ShrunkSince, double? LongGapSeconds, string? LastNewsAt, string? Trouble, string? TroubleSince, string? TroubleReason, string? RecoveredFrom,
        string? RecoveredSince, string? RecoveredAt);
}
