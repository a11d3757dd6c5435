using System.Collections.Immutable;
using System.Data;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dapper;
using NewsMonitor.Detection;
using NewsMonitor.Matches;
using NewsMonitor.Revisions;

namespace NewsMonitor.Storage;

/// <summary>What articles were before their publishers changed them. The article itself always is the newest version.</summary>
internal static class RevisionStore
{
    private const string Insert = """
        INSERT INTO revisions (article_id, title, text, text_hash, replaced_at, cause, text_source, findings)
        SELECT id, title, text, text_hash, @now, @cause, text_source, @findings FROM articles WHERE id = @articleId
        RETURNING id
        """;

    private const string InsertSentence = "INSERT INTO revision_sentences (revision_id, place, stands_in, before, after) VALUES (@revision, @place, @standsIn, @before, @after)";

    // What an article was when it was last told is what the first change since then replaced.
    private const string FirstSince = """
        SELECT r.article_id, r.title, r.text, r.text_source, r.findings, last.replaced_at, last.cause
        FROM (SELECT article_id, min(id) AS first, max(id) AS last FROM revisions WHERE id > @after GROUP BY article_id) changed
        JOIN revisions r ON r.id = changed.first
        JOIN revisions last ON last.id = changed.last
        JOIN articles a ON a.id = r.article_id
        WHERE a.match_number <= @told
        ORDER BY a.match_number
        """;

    private static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
    };

    /// <summary>Keeps an article as it is, inside the transaction that replaces its title and text with these.</summary>
    public static void Keep(IDbConnection connection, long articleId, string title, string? text, DateTimeOffset now)
    {
        var before = MatchRows.Load(connection, [articleId]).Single();
        var revision = Keep(connection, before, "edited", now);
        var place = 0;
        if (Sentences.Form(before.Match.Title) != Sentences.Form(title))
            connection.Execute(InsertSentence, new { revision, place = place++, standsIn = EvidencePlace.Title.Word(), before = before.Match.Title, after = title });
        foreach (var change in SentenceDiff.Between(before.Text, text ?? ""))
            connection.Execute(InsertSentence, new { revision, place = place++, standsIn = EvidencePlace.Text.Word(), before = change.Before?.Text, after = change.After?.Text });
    }

    /// <summary>Keeps an article whose page was taken down: its text and its findings stay with the article as well.</summary>
    public static void KeepVanished(IDbConnection connection, long articleId, DateTimeOffset now) =>
        Keep(connection, MatchRows.Load(connection, [articleId]).Single(), "vanished", now);

    /// <summary>The number of the newest revision; 0 where there is none.</summary>
    public static long Newest(IDbConnection connection) => connection.ExecuteScalar<long>("SELECT coalesce(max(id), 0) FROM revisions");

    /// <summary>The matches that were changed after revision <paramref name="after"/>, of those told before: with a match number up to <paramref name="told"/>.</summary>
    public static ImmutableArray<RevisedMatch> Since(IDbConnection connection, long after, long told)
    {
        var rows = connection.Query<RevisionRow>(FirstSince, new { after, told }).AsList();
        var current = MatchRows.Load(connection, rows.Select(row => row.ArticleId)).ToDictionary(match => match.Match.Id);
        return [.. rows.Select(row => Compose(row, current[row.ArticleId]))];
    }

    private static long Keep(IDbConnection connection, StoredMatch match, string cause, DateTimeOffset now) => connection.QuerySingle<long>(Insert, new
    {
        articleId = match.Match.Id,
        cause,
        now = UtcText.Of(now),
        findings = JsonSerializer.Serialize(match.Match.Findings.Select((finding, i) => new KeptFinding(finding, [.. match.Words[i].Select(word => new[] { word.Start, word.End })])), Form),
    });

    private static RevisedMatch Compose(RevisionRow row, StoredMatch now)
    {
        var kept = JsonSerializer.Deserialize<ImmutableArray<KeptFinding>>(row.Findings, Form);
        var match = now.Match with
        {
            Title = row.Title,
            TextSource = Enum.Parse<TextSource>(row.TextSource ?? "page", ignoreCase: true),
            Findings = [.. kept.Select(one => one.Finding)],
        };
        var told = new StoredMatch(match, row.Text ?? "", [.. kept.Select(one => one.Words.Select(word => new TextSpan(word[0], word[1])).ToImmutableArray())]);
        return new RevisedMatch(told, now, row.Cause == "vanished", UtcText.Read(row.ReplacedAt));
    }

    private sealed record KeptFinding(Finding Finding, ImmutableArray<int[]> Words);

    private sealed record RevisionRow(long ArticleId, string Title, string? Text, string? TextSource, string Findings, string ReplacedAt, string Cause);
}
