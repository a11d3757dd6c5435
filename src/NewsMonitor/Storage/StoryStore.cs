using System.Data;
using Dapper;
using NewsMonitor.Stories;

namespace NewsMonitor.Storage;

/// <summary>Which story a report belongs to, found among the recent ones and kept with its reason.</summary>
internal static class StoryStore
{
    private const string Recent = """
        SELECT id, story_id, canonical_url, told_at, title_tokens, claims, text_sketch FROM articles
        WHERE told_at >= @from AND told_at <= @until AND story_id IS NOT NULL
        ORDER BY id
        """;

    // Claim keys hold no line breaks.
    private const char Between = '\n';

    /// <summary>The story of a report and why it joined it (null where it starts one); no story for an article without findings.</summary>
    public static (long? Story, string? Reason) Place(IDbConnection connection, ReportFingerprint? report, DateTimeOffset now)
    {
        if (report is null)
            return (null, null);
        var reach = new { from = UtcText.Of(report.Time - StoryGrouping.Reach), until = UtcText.Of(report.Time + StoryGrouping.Reach) };
        var recent = connection.Query<FingerprintRow>(Recent, reach).Select(Compose).ToList();
        if (StoryGrouping.Assign(report, recent) is StoryAssignment.Joined joined)
        {
            connection.Execute("UPDATE stories SET last_seen_at = @now WHERE id = @Story", new { now = UtcText.Of(now), joined.Story });
            return (joined.Story, joined.Reason);
        }

        return (connection.QuerySingle<long>("INSERT INTO stories (first_seen_at, last_seen_at) VALUES (@now, @now) RETURNING id", new { now = UtcText.Of(now) }), null);
    }

    /// <summary>A fingerprint's claims as one column.</summary>
    public static string? Claims(ReportFingerprint? report) => report is null ? null : string.Join(Between, report.Claims);

    private static ReportFingerprint Compose(FingerprintRow row) => new(
        row.Id, row.StoryId, row.CanonicalUrl, UtcText.Read(row.ToldAt), row.TitleTokens, [.. row.Claims.Split(Between)], TextSketch.FromBytes(row.TextSketch));

    private sealed record FingerprintRow(long Id, long StoryId, string CanonicalUrl, string ToldAt, string TitleTokens, string Claims, byte[] TextSketch);
}
