using Dapper;
using NewsMonitor.Matches;

namespace NewsMonitor.Storage;

/// <summary>What happens to articles as they age.</summary>
internal sealed class ArticleArchive(Database database)
{
    private const int AtOnce = 100;

    private const string Old = "SELECT id FROM articles WHERE match_number IS NULL AND text IS NOT NULL AND first_seen_at < @before LIMIT 500";

    /// <summary>Drops the text, and its words from the index, of articles that never had a finding.</summary>
    /// <returns>How many there were.</returns>
    public int DropTextBefore(DateTimeOffset before)
    {
        var dropped = 0;
        while (true)
        {
            // In small transactions, so that nothing else waits long.
            var now = database.Write(connection =>
            {
                var ids = connection.Query<long>(Old, new { before = UtcText.Of(before) }).AsList();
                foreach (var id in ids)
                {
                    SearchIndex.Remove(connection, id);
                    connection.Execute("UPDATE articles SET text = NULL WHERE id = @id", new { id });
                }

                return ids.Count;
            });
            if (now == 0)
                return dropped;
            dropped += now;
        }
    }

    /// <summary>Every article that has its text, first seen since <paramref name="since"/>, in the order they came, a few at a time.</summary>
    public IEnumerable<StoredMatch> WithText(DateTimeOffset? since)
    {
        var ids = database.Read(connection => connection.Query<long>(
            "SELECT id FROM articles WHERE text IS NOT NULL AND (@since IS NULL OR first_seen_at >= @since) ORDER BY id", new { since = UtcText.Of(since) }).AsList());
        foreach (var chunk in ids.Chunk(AtOnce))
        {
            foreach (var stored in database.Read(connection => MatchRows.Load(connection, chunk).ToList()))
                yield return stored;
        }
    }

    /// <summary>How many articles there are, and how many of them still have their text.</summary>
    public (long Articles, long WithText) Counts() =>
        database.Read(connection => connection.QuerySingle<(long, long)>("SELECT count(*), count(text) FROM articles"));
}
