using System.Collections.Immutable;
using System.Data;
using System.Text.Json;
using Dapper;
using NewsMonitor.Detection;
using NewsMonitor.Matches;
using NewsMonitor.Stories;
using NewsMonitor.Stories.Grouping;
using NewsMonitor.Text.Dates;

namespace NewsMonitor.Storage;

/// <summary>An article as it was read and scanned, ready to be saved.</summary>
/// <param name="Words">For each finding the ranges within its quote that made it one.</param>
/// <param name="KeptText">The text to store; null where it names nobody of any topic and is not kept.</param>
internal sealed record ScannedArticle(
    string CanonicalKey,
    string CanonicalUrl,
    string Url,
    string Title,
    string? KeptText,
    TextSource TextSource,
    string? Note,
    ImmutableArray<string> Authors,
    PublicationTime? Published,
    PublicationTime? Modified,
    string? Language,
    string Outlet,
    string ContentHash,
    string TextHash,
    string RulesVersion,
    ImmutableArray<Finding> Findings,
    ImmutableArray<ImmutableArray<TextSpan>> Words);

/// <summary>What saving an article came to.</summary>
internal enum Saving
{
    /// <summary>It was not known.</summary>
    New,

    /// <summary>It was known with another text: the old one is kept as a revision.</summary>
    Revised,

    /// <summary>It was known as it is: one more sighting at the most.</summary>
    Known,
}

/// <summary>Articles with their sightings, revisions and findings. All of one article is saved in one transaction.</summary>
internal static class ArticleStore
{
    private const string Insert = """
        INSERT INTO articles (canonical_key, canonical_url, url, title, text, text_source, note, authors, published, modified, language, outlet, content_hash, text_hash,
                              rules_version, first_seen_at, scanned_at, match_number, matched_at, story_id, story_reason, told_at, agency)
        VALUES (@CanonicalKey, @CanonicalUrl, @Url, @Title, @KeptText, @source, @Note, @authors, @published, @modified, @Language, @Outlet, @ContentHash, @TextHash,
                @RulesVersion, @now, @now, @matchNumber, @matchedAt, @storyId, @storyReason, @toldAt, @agency)
        RETURNING id
        """;

    private const string Replace = """
        UPDATE articles SET title = @Title, text = @KeptText, text_source = @source, note = @Note, authors = @authors, published = coalesce(published, @published),
               modified = @modified, language = @Language, content_hash = @ContentHash, text_hash = @TextHash, rules_version = @RulesVersion, scanned_at = @now,
               match_number = @matchNumber, matched_at = @matchedAt, story_id = @storyId, story_reason = @storyReason, told_at = coalesce(told_at, @toldAt), agency = @agency
        WHERE id = @id
        """;

    private const string InsertRevision = """
        INSERT INTO revisions (article_id, title, text, text_hash, replaced_at) SELECT id, title, text, text_hash, @now FROM articles WHERE id = @id
        """;

    private const string InsertSighting = "INSERT INTO sightings (article_id, feed, url, seen_at) VALUES (@articleId, @feed, @url, @now) ON CONFLICT DO NOTHING";

    private const string InsertFinding = """
        INSERT INTO findings (article_id, topic, kind, direction, recognizer, regions, stance, evidence_in, quote, quote_start, quote_end, words, confidence, rule, cameo, mentions)
        VALUES (@articleId, @Topic, @Kind, @Direction, @Recognizer, @regions, @stance, @evidenceIn, @Quote, @Start, @End, @words, @Confidence, @Rule, @Cameo, @Mentions)
        """;

    /// <summary>The id of an article known by its address, or by one that it was once met under; null where there is none.</summary>
    public static long? Find(IDbConnection connection, string canonicalKey) => connection.QueryFirstOrDefault<long?>(
        """
        SELECT id FROM articles WHERE canonical_key = @canonicalKey
        UNION ALL
        SELECT article_id FROM items WHERE canonical_key = @canonicalKey AND article_id IS NOT NULL
        """,
        new { canonicalKey });

    /// <summary>Saves an article met in <paramref name="feed"/> (null for a seed) with everything that belongs to it, inside the caller's transaction.</summary>
    /// <param name="reading">What stories and ledger take of it; null where the article has no findings.</param>
    /// <param name="shelf">What grouping has read lately.</param>
    public static (long Id, Saving Saving) Save(IDbConnection connection, ScannedArticle article, ReportReading? reading, ProfileShelf shelf, string? feed, DateTimeOffset now)
    {
        var known = connection.QueryFirstOrDefault<StoredState>(
            "SELECT id, text_hash, match_number, matched_at, story_id, story_reason FROM articles WHERE canonical_key = @CanonicalKey", new { article.CanonicalKey });
        if (known is not null && known.TextHash == article.TextHash)
        {
            Sight(connection, known.Id, feed, article.Url, now);
            return (known.Id, Saving.Known);
        }

        var matches = reading is not null;
        var values = Values(article, now);
        values.Add("matchNumber", known?.MatchNumber ?? (matches ? NextMatch(connection) : null));
        values.Add("matchedAt", known?.MatchedAt ?? (matches ? UtcText.Of(now) : null));
        StoryEdge? edge = null;
        var story = known?.StoryId;
        if (story is null && reading is not null)
            (story, edge) = StoryStore.Place(connection, shelf, reading.Profile, now);
        values.Add("storyId", story);
        values.Add("storyReason", known?.StoryReason ?? edge?.Reason);
        values.Add("toldAt", UtcText.Of(reading?.Profile.Time));
        values.Add("agency", reading?.Profile.Agency);

        long id;
        if (known is null)
        {
            id = connection.QuerySingle<long>(Insert, values);
        }
        else
        {
            id = known.Id;
            values.Add("id", id);
            connection.Execute(InsertRevision, values);
            connection.Execute(Replace, values);
            connection.Execute("DELETE FROM findings WHERE article_id = @id", new { id });
            SearchIndex.Remove(connection, id);
        }

        Sight(connection, id, feed, article.Url, now);
        for (var i = 0; i < article.Findings.Length; i++)
            SaveFinding(connection, id, article.Findings[i], article.Words[i]);
        if (article.KeptText is { } text)
            SearchIndex.Add(connection, id, article.Title, text);
        if (story is { } of)
            Tell(connection, id, of, reading, edge, isNew: known?.StoryId is null, now);
        return (id, known is null ? Saving.New : Saving.Revised);
    }

    /// <summary>Enters a match into its story and the ledger; an article that was in a story before and was changed corrects what it told.</summary>
    private static void Tell(IDbConnection connection, long id, long story, ReportReading? reading, StoryEdge? edge, bool isNew, DateTimeOffset now)
    {
        if (reading is not null)
            StoryStore.Keep(connection, id, reading.Profile);
        if (edge is not null)
            StoryStore.Keep(connection, id, edge);
        if (isNew && reading is not null)
            LedgerStore.Enter(connection, id, story, reading.Claims, reading.Profile, edge, storyIsNew: edge is null, now);
        else
            LedgerStore.Correct(connection, id, story, reading?.Claims ?? [], reading?.Profile, now);
    }

    /// <summary>Records that a known article was met in a feed.</summary>
    public static void Sight(IDbConnection connection, long articleId, string? feed, string url, DateTimeOffset now) =>
        connection.Execute(InsertSighting, new { articleId, feed = feed ?? "", url, now = UtcText.Of(now) });

    private static long? NextMatch(IDbConnection connection) => connection.ExecuteScalar<long>("SELECT coalesce(max(match_number), 0) + 1 FROM articles");

    private static DynamicParameters Values(ScannedArticle article, DateTimeOffset now)
    {
        var values = new DynamicParameters(new
        {
            article.CanonicalKey,
            article.CanonicalUrl,
            article.Url,
            article.Title,
            article.KeptText,
            article.Note,
            article.Language,
            article.Outlet,
            article.ContentHash,
            article.TextHash,
            article.RulesVersion,
        });
        values.Add("source", article.TextSource.Word());
        values.Add("authors", JsonSerializer.Serialize(article.Authors.AsEnumerable()));
        values.Add("published", article.Published?.ToString());
        values.Add("modified", article.Modified?.ToString());
        values.Add("now", UtcText.Of(now));
        return values;
    }

    private static void SaveFinding(IDbConnection connection, long articleId, Finding finding, ImmutableArray<TextSpan> words) => connection.Execute(InsertFinding, new
    {
        articleId,
        finding.Topic,
        finding.Kind,
        finding.Direction,
        finding.Recognizer,
        regions = finding.Regions is { } regions ? JsonSerializer.Serialize(regions.AsEnumerable()) : null,
        stance = finding.Stance.Word(),
        evidenceIn = finding.Evidence.In.Word(),
        finding.Evidence.Quote,
        finding.Evidence.Start,
        finding.Evidence.End,
        words = JsonSerializer.Serialize(words.Select(word => new[] { word.Start, word.End })),
        finding.Confidence,
        finding.Rule,
        finding.Cameo,
        finding.Mentions,
    });

    private sealed record StoredState(long Id, string TextHash, long? MatchNumber, string? MatchedAt, long? StoryId, string? StoryReason);
}
