using System.Data;
using Dapper;
using NewsMonitor.Detection;
using NewsMonitor.Matches;
using NewsMonitor.Revisions;

namespace NewsMonitor.Storage;

/// <summary>Why a version of an article is one of the past.</summary>
internal enum RevisionCause
{
    /// <summary>Its publisher changed it.</summary>
    Edited,

    /// <summary>Its publisher took it down.</summary>
    Vanished,
}

/// <summary>What articles were before their publishers changed them: what a digest quoted stands in one of these, word for word. The article itself always is the newest version.</summary>
internal static class RevisionStore
{
    private const string Insert = """
        INSERT INTO revisions (article_id, title, text, text_hash, replaced_at, cause) SELECT id, title, text, text_hash, @now, @cause FROM articles WHERE id = @articleId
        RETURNING id
        """;

    private const string InsertSentence = "INSERT INTO revision_sentences (revision_id, place, stands_in, before, after) VALUES (@revision, @place, @standsIn, @before, @after)";

    /// <summary>Keeps an article as it is.</summary>
    /// <returns>The revision's number.</returns>
    public static long Keep(IDbConnection connection, long articleId, RevisionCause cause, DateTimeOffset now) =>
        connection.QuerySingle<long>(Insert, new { articleId, now = UtcText.Of(now), cause = cause == RevisionCause.Edited ? "edited" : "vanished" });

    /// <summary>Keeps an article as it is, and which of its sentences the title and the text that replace it do not share.</summary>
    /// <returns>The article as it is.</returns>
    public static StoredMatch Keep(IDbConnection connection, long articleId, string title, string? text, DateTimeOffset now)
    {
        var before = MatchRows.Load(connection, [articleId]).Single();
        var revision = Keep(connection, articleId, RevisionCause.Edited, now);
        var place = 0;
        if (Sentences.Form(before.Match.Title) != Sentences.Form(title))
            connection.Execute(InsertSentence, new { revision, place = place++, standsIn = EvidencePlace.Title.Word(), before = before.Match.Title, after = title });
        foreach (var change in SentenceDiff.Between(before.Text, text ?? ""))
            connection.Execute(InsertSentence, new { revision, place = place++, standsIn = EvidencePlace.Text.Word(), before = change.Before?.Text, after = change.After?.Text });
        return before;
    }
}
