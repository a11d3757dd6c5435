using System.Data;
using Dapper;
using NewsMonitor.Matches;
using NewsMonitor.Stories;
using NewsMonitor.Stories.Grouping;
using NewsMonitor.Stories.Reading;

namespace NewsMonitor.Storage;

/// <summary>Which story a report belongs to, found among the recent ones and kept with its reason.</summary>
internal static class StoryStore
{
    private const string Recent = """
        SELECT a.id, a.story_id, a.canonical_url, a.outlet, a.language, a.told_at, a.text_hash, e.original
        FROM articles a JOIN report_profiles p ON p.article_id = a.id LEFT JOIN story_edges e ON e.article_id = a.id
        WHERE a.told_at >= @from AND a.told_at <= @until AND a.story_id IS NOT NULL
        ORDER BY a.id
        """;

    private const string InsertEdge = """
        INSERT INTO story_edges (article_id, to_article, kind, original, likeness, reason) VALUES (@article, @To, @kind, @Original, @Likeness, @Reason)
        ON CONFLICT (article_id) DO NOTHING
        """;

    /// <summary>The story of a report that has none, and why; a new one where no recent report tells the same event.</summary>
    public static (long Story, StoryEdge? Edge) Place(IDbConnection connection, ProfileShelf shelf, ReportProfile report, DateTimeOffset now)
    {
        var reach = new { from = UtcText.Of(report.Time - StoryGrouping.Reach), until = UtcText.Of(report.Time + StoryGrouping.Reach) };
        var recent = connection.Query<ProfileRow>(Recent, reach).Select(row => new GroupedReport(shelf.Take(connection, row), row.StoryId, row.Original));
        if (StoryGrouping.Place(report, recent) is { } edge)
        {
            connection.Execute("UPDATE stories SET last_seen_at = @now WHERE id = @Story", new { now = UtcText.Of(now), edge.Story });
            return (edge.Story, edge);
        }

        return (Start(connection, now), null);
    }

    /// <summary>A story without reports.</summary>
    public static long Start(IDbConnection connection, DateTimeOffset now) =>
        connection.QuerySingle<long>("INSERT INTO stories (first_seen_at, last_seen_at) VALUES (@now, @now) RETURNING id", new { now = UtcText.Of(now) });

    /// <summary>Keeps what the reports to come are compared with.</summary>
    public static void Keep(IDbConnection connection, long article, ReportProfile profile) => connection.Execute(
        "INSERT INTO report_profiles (article_id, profile) VALUES (@article, @profile) ON CONFLICT (article_id) DO UPDATE SET profile = excluded.profile",
        new { article, profile = ProfileJson.Write(profile) });

    /// <summary>Keeps why a report joined its story.</summary>
    public static void Keep(IDbConnection connection, long article, StoryEdge edge) =>
        connection.Execute(InsertEdge, new { article, edge.To, kind = edge.Kind.Word(), edge.Original, edge.Likeness, edge.Reason });
}
