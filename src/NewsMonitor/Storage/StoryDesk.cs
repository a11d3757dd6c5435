using System.Collections.Immutable;
using System.Data;
using Dapper;
using NewsMonitor.Stories;
using NewsMonitor.Stories.Grouping;

namespace NewsMonitor.Storage;

/// <summary>What came of an analyst's decision.</summary>
internal enum DeskOutcome
{
    /// <summary>It was done.</summary>
    Done,

    /// <summary>It was so already.</summary>
    AlreadySo,

    /// <summary>There is no such story, or no such match.</summary>
    Unknown,
}

/// <summary>Stories as an analyst reads them, joins them and splits them. What is decided stays: reports keep the story they were put in.</summary>
internal sealed class StoryDesk(Database database, TimeProvider time)
{
    private const string Stories = """
        SELECT story_id FROM articles WHERE match_number IS NOT NULL AND story_id IS NOT NULL
        GROUP BY story_id HAVING max(told_at) >= @since ORDER BY max(told_at) DESC, story_id DESC
        """;

    private const string Reports = """
        SELECT a.story_id, a.id, a.canonical_url, a.title, a.outlet, a.language, a.published, a.told_at, a.first_seen_at, e.to_article, e.kind, e.original, e.reason
        FROM articles a LEFT JOIN story_edges e ON e.article_id = a.id
        WHERE a.story_id IN @ids AND a.match_number IS NOT NULL
        ORDER BY a.told_at, a.id
        """;

    private const int AtOnce = 500;

    /// <summary>The stories with a report since an instant, the newest first.</summary>
    public IReadOnlyList<Story> Since(DateTimeOffset? since) => database.Read(connection =>
    {
        var ids = connection.Query<long>(Stories, new { since = UtcText.Of(since ?? DateTimeOffset.MinValue) }).ToArray();
        var reports = ids.Chunk(AtOnce).SelectMany(chunk => connection.Query<ReportRow>(Reports, new { ids = chunk })).ToLookup(row => row.StoryId);
        return (IReadOnlyList<Story>)[.. ids.Select(id => new Story(id, [.. reports[id].Select(Compose)]))];
    });

    /// <summary>Puts the reports of story <paramref name="other"/> into <paramref name="story"/>, for good.</summary>
    public DeskOutcome Join(long story, long other) => database.Write(connection =>
    {
        var (into, from) = (Standing(connection, story), Standing(connection, other));
        if (into is not { } kept || from is not { } gone)
            return DeskOutcome.Unknown;
        if (kept == gone)
            return DeskOutcome.AlreadySo;
        var now = UtcText.Of(time.GetUtcNow());
        var root = connection.ExecuteScalar<long>("SELECT id FROM articles WHERE story_id = @kept AND match_number IS NOT NULL ORDER BY told_at, id LIMIT 1", new { kept });
        foreach (var article in connection.Query<long>("SELECT id FROM articles WHERE story_id = @gone ORDER BY id", new { gone }).ToList())
        {
            connection.Execute("UPDATE articles SET story_id = @kept WHERE id = @article", new { kept, article });
            LedgerStore.Move(connection, article, kept);
            StoryStore.Keep(connection, article, new StoryEdge(root, kept, EdgeKind.Analyst, Original: null, 1, "joined by an analyst"));
        }

        connection.Execute("UPDATE stories SET merged_into = @kept WHERE id = @gone", new { kept, gone });
        connection.Execute("INSERT INTO story_decisions (decision, story_id, other_id, at) VALUES ('join', @kept, @gone, @now)", new { kept, gone, now });
        return DeskOutcome.Done;
    });

    /// <summary>Takes a report out of a story, for good: it gets a story of its own.</summary>
    public DeskOutcome Split(long story, long article) => database.Write(connection =>
    {
        if (Standing(connection, story) is not { } kept
            || connection.QueryFirstOrDefault<long?>("SELECT story_id FROM articles WHERE id = @article AND match_number IS NOT NULL", new { article }) is not { } own)
            return DeskOutcome.Unknown;
        var others = connection.ExecuteScalar<int>("SELECT count(*) FROM articles WHERE story_id = @kept AND id <> @article AND match_number IS NOT NULL", new { kept, article });
        if (own != kept || others == 0)
            return DeskOutcome.AlreadySo;
        var now = time.GetUtcNow();
        var apart = StoryStore.Start(connection, now);
        connection.Execute("UPDATE articles SET story_id = @apart, story_reason = NULL WHERE id = @article", new { apart, article });
        connection.Execute("DELETE FROM story_edges WHERE article_id = @article", new { article });
        LedgerStore.Move(connection, article, apart);
        connection.Execute(
            "INSERT INTO story_decisions (decision, story_id, other_id, article_id, at) VALUES ('split', @kept, @apart, @article, @now)",
            new { kept, apart, article, now = UtcText.Of(now) });
        return DeskOutcome.Done;
    });

    /// <summary>The story that a number stands for now, through what was joined; null where there is none.</summary>
    private static long? Standing(IDbConnection connection, long story) => connection.QueryFirstOrDefault<long?>(
        """
        WITH RECURSIVE chain (id, merged_into) AS (
            SELECT id, merged_into FROM stories WHERE id = @story
            UNION ALL SELECT s.id, s.merged_into FROM stories s JOIN chain c ON s.id = c.merged_into)
        SELECT id FROM chain WHERE merged_into IS NULL
        """,
        new { story });

    private static StoryReport Compose(ReportRow row) => new(
        row.Id,
        row.CanonicalUrl,
        row.Title,
        row.Outlet,
        row.Language,
        UtcText.Read(row.ToldAt),
        UtcText.Read(row.FirstSeenAt),
        row.ToArticle is { } to ? new StoryLink(to, row.Kind!, row.Original, row.Reason!) : null);

    private sealed record ReportRow(
        long StoryId, long Id, string CanonicalUrl, string Title, string Outlet, string? Language, string? Published, string ToldAt, string FirstSeenAt,
        long? ToArticle, string? Kind, long? Original, string? Reason);
}
