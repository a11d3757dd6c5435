using System.Collections.Immutable;
using System.Data;
using System.Globalization;
using Dapper;
using NewsMonitor.Digests;
using NewsMonitor.Digests.Delivery;
using NewsMonitor.Matches;
using NewsMonitor.Subscriptions;

namespace NewsMonitor.Storage;

/// <summary>Digests as they were frozen, and what the next one is made of.</summary>
internal sealed class DigestStore(Database database)
{
    private const string Watermark = "SELECT window_until, last_match, last_entry, last_correction FROM digests ORDER BY id DESC LIMIT 1";

    private const string Insert = """
        INSERT INTO digests (name, date, zone, window_from, window_until, last_match, last_entry, last_correction, subject, content, frozen_at, slot)
        VALUES (@name, @date, @zone, @from, @until, @Match, @Entry, @Correction, @subject, @content, @until, @slot)
        RETURNING id
        """;

    private const string PastDays = "SELECT content FROM digests ORDER BY id DESC LIMIT 20";

    // An article that was told already comes again where a change of its text entered a claim.
    private const string Told = """
        SELECT a.id FROM articles a
        WHERE ((a.match_number > @afterMatch AND a.match_number <= @untilMatch)
               OR (a.match_number IS NOT NULL AND a.id IN (SELECT article_id FROM claim_reports WHERE id > @afterEntry AND id <= @untilEntry)))
              AND EXISTS (SELECT 1 FROM findings f WHERE f.article_id = a.id)
        ORDER BY a.match_number
        """;

    private const string EarlierReports = $"""
        SELECT id FROM articles WHERE match_number <= @afterMatch AND story_id IN (SELECT story_id FROM articles WHERE id IN ({Told})) ORDER BY match_number
        """;

    private const string ReadWithin = "SELECT count(*) FROM articles WHERE scanned_at >= @from AND scanned_at < @until";

    private const string NoText = """
        SELECT coalesce(reason, 'no reason known') AS what, count(*) AS count FROM items
        WHERE done_at >= @from AND done_at < @until AND reason IS NOT NULL
        GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 20
        """;

    private const string LanguagesRead = """
        SELECT coalesce(language, 'unknown') AS what, count(*) AS count FROM articles WHERE scanned_at >= @from AND scanned_at < @until
        GROUP BY 1 ORDER BY 2 DESC, 1
        """;

    /// <summary>Everything a digest that ends now is composed from, read in one go.</summary>
    /// <returns>The material, and up to where it tells.</returns>
    public static (DigestMaterial Material, DigestMark Until) Gather(IDbConnection connection, DigestSource source, DateTimeOffset now, DigestSlot? slot = null)
    {
        // As exact as what is stored, so that a window ends in the frozen digest where the next one begins.
        now = UtcText.Read(UtcText.Of(now));
        var (from, after) = Last(connection, now);
        var until = Newest(connection);
        var window = new DigestWindow(from, now > from ? now : from);
        var range = new { from = UtcText.Of(window.From), until = UtcText.Of(window.Until) };
        var told = new
        {
            afterMatch = after.Match,
            untilMatch = until.Match,
            afterEntry = after.Entry,
            untilEntry = until.Entry,
            afterCorrection = after.Correction,
            untilCorrection = until.Correction,
        };
        var day = slot?.Day ?? source.Date(window.Until);
        var material = new DigestMaterial(
            FreeName(connection, day),
            window,
            source.Zone.Id,
            source.Topics,
            [.. MatchRows.Load(connection, connection.Query<long>(Told, told))],
            [.. MatchRows.Load(connection, connection.Query<long>(EarlierReports, told)).Select(found => found.Match)],
            LedgerExtracts.Of(connection, told),
            [.. FeedStore.Statuses(connection)],
            Reading(connection, source, range),
            Past(connection),
            source.ProgramVersion,
            source.RulesVersion,
            source.ReportUrl)
        {
            Day = day,
        };
        return (material, until);
    }

    /// <summary>
    /// Whether a slot still wants its digest. The watermark decides, not the clock: a slot within a window that was told is told, also after the clock was put back, and what
    /// began after a slot owes it nothing.
    /// </summary>
    public static bool IsDue(IDbConnection connection, DigestSlot slot, DateTimeOffset now) =>
        Last(connection, now).From < slot.Instant && !connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM digests WHERE slot >= @slot)", new { slot = Text(slot) });

    /// <summary>Saves a digest with one outbox row for each recipient, inside the transaction that gathered it.</summary>
    public static void Freeze(IDbConnection connection, Digest digest, string subject, DigestMark told, DigestSlot? slot, IEnumerable<OutboxRow> outbox)
    {
        var digestId = connection.QuerySingle<long>(Insert, new
        {
            name = digest.Name,
            date = Day(digest.Date),
            zone = digest.Zone,
            from = UtcText.Of(digest.Window.From),
            until = UtcText.Of(digest.Window.Until),
            told.Match,
            told.Entry,
            told.Correction,
            subject,
            content = DigestJson.Write(digest),
            slot = slot is { } scheduled ? Text(scheduled) : null,
        });
        foreach (var row in outbox)
            OutboxStore.Add(connection, digestId, row);
    }

    /// <summary>The last digest frozen on a local day, or null.</summary>
    public Digest? OnDay(DateOnly day) => Read("SELECT content FROM digests WHERE date = @day ORDER BY id DESC LIMIT 1", new { day = Day(day) });

    /// <summary>The digest of a name, or null.</summary>
    public Digest? Named(string name) => Read("SELECT content FROM digests WHERE name = @name", new { name });

    /// <summary>The newest digest, or null.</summary>
    public Digest? Newest() => Read("SELECT content FROM digests ORDER BY id DESC LIMIT 1", null);

    /// <summary>Whether any was ever frozen.</summary>
    public bool Any() => database.Read(Any);

    /// <inheritdoc cref="Any()"/>
    public static bool Any(IDbConnection connection) => connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM digests)");

    /// <inheritdoc cref="IsDue(IDbConnection, DigestSlot, DateTimeOffset)"/>
    public bool IsDue(DigestSlot slot, DateTimeOffset now) => database.Read(connection => IsDue(connection, slot, now));

    /// <summary>Names and subjects, newest first.</summary>
    public IReadOnlyList<(string Name, string Subject)> List(int limit) =>
        database.Read(connection => connection.Query<(string, string)>("SELECT name, subject FROM digests ORDER BY id DESC LIMIT @limit", new { limit }).AsList());

    private Digest? Read(string sql, object? values) =>
        database.Read(connection => connection.QueryFirstOrDefault<string>(sql, values)) is { } content ? DigestJson.Read(content) : null;

    /// <summary>Where the last digest ended; before the first one, when the first feed or article came.</summary>
    private static (DateTimeOffset From, DigestMark After) Last(IDbConnection connection, DateTimeOffset now)
    {
        if (connection.QueryFirstOrDefault<WatermarkRow>(Watermark) is { } last)
            return (UtcText.Read(last.WindowUntil), new DigestMark(last.LastMatch, last.LastEntry, last.LastCorrection));
        var first = connection.ExecuteScalar<string?>("SELECT min(at) FROM (SELECT min(first_seen_at) AS at FROM articles UNION ALL SELECT min(added_at) FROM feeds)");
        return (UtcText.ReadNullable(first) ?? now, new DigestMark(0, 0, 0));
    }

    private static ReadingTally Reading(IDbConnection connection, DigestSource source, object range) => new(
        connection.ExecuteScalar<int>(ReadWithin, range),
        [.. connection.Query<(string What, long Count)>(NoText, range).Select(row => new Tally(row.What, (int)row.Count))],
        [.. connection.Query<(string What, long Count)>(LanguagesRead, range).Where(row => !source.Languages.Contains(row.What, StringComparer.Ordinal)).Select(row => new Tally(row.What, (int)row.Count))]);

    private static ImmutableArray<PastDigest> Past(IDbConnection connection) =>
        [.. connection.Query<string>(PastDays).Select(content => PastDigest.Of(DigestJson.Read(content)))];

    private static string FreeName(IDbConnection connection, DateOnly date)
    {
        var taken = connection.ExecuteScalar<int>("SELECT count(*) FROM digests WHERE date = @date", new { date = Day(date) });
        return taken == 0 ? Day(date) : string.Create(CultureInfo.InvariantCulture, $"{Day(date)}-{taken + 1}");
    }

    private static string Text(DigestSlot slot) => slot.Local.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DigestMark Newest(IDbConnection connection) => new(
        connection.ExecuteScalar<long?>("SELECT max(match_number) FROM articles") ?? 0,
        connection.ExecuteScalar<long?>("SELECT max(id) FROM claim_reports") ?? 0,
        connection.ExecuteScalar<long?>("SELECT max(id) FROM corrections") ?? 0);

    private sealed record WatermarkRow(string WindowUntil, long LastMatch, long LastEntry, long LastCorrection);
}

/// <summary>Up to where a digest tells: numbers that only grow, so that what is committed late is told in the next and nothing twice.</summary>
/// <param name="Match">The last match.</param>
/// <param name="Entry">The last entry of the ledger.</param>
/// <param name="Correction">The last correction.</param>
internal sealed record DigestMark(long Match, long Entry, long Correction);

/// <summary>What a digest is told by: the reader's zone, the topics and the versions in force.</summary>
internal sealed record DigestSource(
    TimeZoneInfo Zone, ImmutableArray<string> Topics, ImmutableArray<string> Languages, string ProgramVersion, string RulesVersion, string? ReportUrl)
{
    /// <summary>The local day of an instant.</summary>
    public DateOnly Date(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);
}
