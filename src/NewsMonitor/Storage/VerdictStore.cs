using Dapper;
using NewsMonitor.Matches;

namespace NewsMonitor.Storage;

/// <summary>What analysts say of matches.</summary>
internal sealed class VerdictStore(Database database)
{
    /// <summary>Keeps a verdict in place of an earlier one; false where there is no such match.</summary>
    public bool Keep(long articleId, Verdict verdict, string? note, DateTimeOffset now) => database.Write(connection => connection.Execute(
        """
        INSERT INTO verdicts (article_id, verdict, note, at) SELECT id, @verdict, @note, @now FROM articles WHERE id = @articleId AND match_number IS NOT NULL
        ON CONFLICT (article_id) DO UPDATE SET verdict = excluded.verdict, note = excluded.note, at = excluded.at
        """,
        new { articleId, verdict = verdict.Word(), note, now = UtcText.Of(now) }) > 0);

    /// <summary>Takes a verdict back; false where there was none.</summary>
    public bool Clear(long articleId) => database.Write(connection => connection.Execute("DELETE FROM verdicts WHERE article_id = @articleId", new { articleId }) > 0);

    /// <summary>The verdicts on matches; a match without one is missing.</summary>
    public IReadOnlyDictionary<long, Verdict> Of(IEnumerable<long> articleIds) => database.Read(connection => articleIds.Chunk(500)
        .SelectMany(ids => connection.Query<(long Id, string Verdict)>("SELECT article_id, verdict FROM verdicts WHERE article_id IN @ids", new { ids }))
        .ToDictionary(row => row.Id, row => Enum.Parse<Verdict>(row.Verdict, ignoreCase: true)));
}
