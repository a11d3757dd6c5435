using System.Data;
using Dapper;
using NewsMonitor.Digests.Delivery;

namespace NewsMonitor.Storage;

/// <summary>What is owed to whom. A row is claimed before it is sent, so that two processes never send it at once; a process that dies loses its claim by the clock.</summary>
internal sealed class OutboxStore(Database database)
{
    private const string Insert = """
        INSERT INTO outbox (digest_id, channel, recipient, next_attempt_at) VALUES (@digestId, @channel, @recipient, @next)
        """;

    private const string ClaimOne = """
        UPDATE outbox SET claimed_until = @until
        WHERE id = (SELECT id FROM outbox WHERE state = 'pending' AND next_attempt_at <= @now AND (claimed_until IS NULL OR claimed_until <= @now) ORDER BY next_attempt_at, id LIMIT 1)
        RETURNING id
        """;

    // What was parked begins its attempts anew, else it would be parked again at once; due now, so that a process that dies over it has not lost it.
    private const string ClaimForRetry = """
        UPDATE outbox SET claimed_until = @until, next_attempt_at = @now, attempts = iif(state = 'parked', 0, attempts), state = 'pending'
        WHERE id = @id AND state <> 'delivered' AND (claimed_until IS NULL OR claimed_until <= @now)
        RETURNING id
        """;

    private const string Columns = """
        SELECT o.id, d.name AS digest, o.channel, o.recipient, o.state, o.attempts, o.next_attempt_at, o.last_attempt_at, o.answer, o.parts_sent
        FROM outbox o JOIN digests d ON d.id = o.digest_id
        """;

    private const string Update = """
        UPDATE outbox SET state = @state, parts_sent = @parts, attempts = @attempts, next_attempt_at = @next, last_attempt_at = @last, answer = @answer, claimed_until = NULL WHERE id = @id
        """;

    /// <summary>Adds a row, inside the transaction that freezes its digest.</summary>
    public static void Add(IDbConnection connection, long digestId, OutboxRow row) =>
        connection.Execute(Insert, new { digestId, channel = Word(row.Channel), recipient = row.Recipient, next = UtcText.Of(row.NextAttempt) });

    /// <summary>Claims the row that is due longest, for <paramref name="claim"/>; null where none is.</summary>
    public OutboxRow? Claim(DateTimeOffset now, TimeSpan claim) => database.Write(connection =>
        connection.QueryFirstOrDefault<long?>(ClaimOne, new { now = UtcText.Of(now), until = UtcText.Of(now + claim) }) is { } id
            ? Load(connection, id)
            : null);

    /// <summary>Claims one row to try it again, parked or not; null where there is none, it was delivered, or somebody else has claimed it.</summary>
    public OutboxRow? ClaimAgain(long id, DateTimeOffset now, TimeSpan claim) => database.Write(connection =>
        connection.QueryFirstOrDefault<long?>(ClaimForRetry, new { id, now = UtcText.Of(now), until = UtcText.Of(now + claim) }) is not null ? Load(connection, id) : null);

    /// <summary>Stores what became of a row, and gives its claim up.</summary>
    public void Save(OutboxRow row) => database.Write(connection => connection.Execute(Update, new
    {
        id = row.Id,
        state = Word(row.State),
        parts = row.PartsSent,
        attempts = row.Attempts,
        next = UtcText.Of(row.NextAttempt),
        last = UtcText.Of(row.LastAttempt),
        answer = row.Answer,
    }));

    /// <summary>The rows of one digest.</summary>
    public IReadOnlyList<OutboxRow> Of(string digest) =>
        database.Read(connection => connection.Query<StoredRow>(Columns + " WHERE d.name = @digest ORDER BY o.id", new { digest }).Select(Compose).ToList());

    /// <summary>Every row, or those that were tried and did not arrive; newest first.</summary>
    public IReadOnlyList<OutboxRow> All(bool onlyFailed) => database.Read(connection => connection
        .Query<StoredRow>($"{Columns} {(onlyFailed ? "WHERE o.state = 'parked' OR (o.state = 'pending' AND o.attempts > 0)" : "")} ORDER BY o.id DESC").Select(Compose).ToList());

    /// <summary>The row of a number, or null.</summary>
    public OutboxRow? Find(long id) => database.Read(connection => Load(connection, id));

    /// <summary>Whether a digest frozen since then goes, or went, anywhere but into the folder.</summary>
    public static bool WentOutSince(IDbConnection connection, DateTimeOffset since) => connection.ExecuteScalar<bool>(
        "SELECT EXISTS (SELECT 1 FROM outbox o JOIN digests d ON d.id = o.digest_id WHERE o.channel <> 'file' AND d.frozen_at > @since)", new { since = UtcText.Of(since) });

    /// <summary>How many rows wait, and how many failed for good.</summary>
    public (long Pending, long Parked) Counts() => database.Read(connection =>
        connection.QuerySingle<(long, long)>("SELECT count(*) FILTER (WHERE state = 'pending'), count(*) FILTER (WHERE state = 'parked') FROM outbox"));

    private static string Word<T>(T value)
        where T : struct, Enum => Enum.GetName(value)!.ToLowerInvariant();

    private static OutboxRow? Load(IDbConnection connection, long id) =>
        connection.QueryFirstOrDefault<StoredRow>(Columns + " WHERE o.id = @id", new { id }) is { } row ? Compose(row) : null;

    private static OutboxRow Compose(StoredRow row) => new(
        row.Id,
        row.Digest,
        Enum.Parse<ChannelKind>(row.Channel, ignoreCase: true),
        row.Recipient,
        Enum.Parse<OutboxState>(row.State, ignoreCase: true),
        (int)row.Attempts,
        UtcText.ReadNullable(row.NextAttemptAt),
        UtcText.ReadNullable(row.LastAttemptAt),
        row.Answer)
    {
        PartsSent = (int)row.PartsSent,
    };

    private sealed record StoredRow(long Id, string Digest, string Channel, string Recipient, string State, long Attempts, string? NextAttemptAt, string? LastAttemptAt, string? Answer, long PartsSent);
}
