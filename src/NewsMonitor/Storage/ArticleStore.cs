using System.Collections.Immutable;
using System.Data;
using System.Text.Json;
using Dapper;
using NewsMonitor.Detection;
using NewsMonitor.Matches;
using NewsMonitor.Revisions;
using NewsMonitor.Stories;
using NewsMonitor.Stories.Grouping;
using NewsMonitor.Text.Dates;

namespace NewsMonitor.Storage;

/// <summary>An article as it was read and scanned, ready to be saved.</summary>
/// <param name="Keep">Whether the text is stored; where it names nobody of any topic it need not be.</param>
/// <param name="Words">For each finding the ranges within its quote that made it one.</param>
/// <param name="Record">What was decided on it and why, as JSON; null where it names nobody of any topic.</param>
/// <param name="Page">The page it was read from, to be looked at again; null where it was read from something else.</param>
internal sealed record ScannedArticle(
    string CanonicalKey,
    string CanonicalUrl,
    string Url,
    string Title,
    string Text,
    bool Keep,
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
    ImmutableArray<ImmutableArray<TextSpan>> Words,
    string? Record,
    PageCopy? Page)
{
    /// <summary>The text to store; null where it is not kept.</summary>
    public string? KeptText => Keep ? Text : null;
}

/// <summary>A stored text as other rules read it.</summary>
/// <param name="Words">For each finding the ranges within its quote that made it one.</param>
/// <param name="Record">What was decided and why, as JSON.</param>
/// <param name="Told">What stories and ledger take of it; null where it has no findings.</param>
/// <param name="HasChanged">Whether the findings are others than the stored ones.</param>
internal sealed record Reading(
    string RulesVersion, ImmutableArray<Finding> Findings, ImmutableArray<ImmutableArray<TextSpan>> Words, string Record, ReportReading? Told, bool HasChanged);

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

    private const string Replacement = """
        UPDATE articles SET title = @Title, text = @KeptText, text_source = @source, note = @Note, authors = @authors, published = coalesce(published, @published),
               modified = @modified, language = @Language, content_hash = @ContentHash, text_hash = @TextHash, rules_version = @RulesVersion, scanned_at = @now,
               match_number = @matchNumber, matched_at = @matchedAt, story_id = @storyId, story_reason = @storyReason, told_at = coalesce(told_at, @toldAt),
               agency = coalesce(@agency, agency), vanished_at = NULL
        WHERE id = @id
        """;

    private const string State = "SELECT id, text_hash, note, first_seen_at, match_number, matched_at, story_id, story_reason FROM articles";

    private const string VanishedPage = """
        UPDATE articles SET vanished_at = @now, note = @note WHERE id = @id AND vanished_at IS NULL
        """;

    private const string RereadArticle = """
        UPDATE articles SET rules_version = @RulesVersion, scanned_at = @now, match_number = @matchNumber, matched_at = @matchedAt, story_id = @storyId,
               story_reason = @storyReason, told_at = coalesce(told_at, @toldAt)
        WHERE id = @id
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
    /// <param name="told">What stories and ledger take of it; null where the article has no findings.</param>
    /// <param name="shelf">What grouping has read lately.</param>
    public static (long Id, Saving Saving) Save(IDbConnection connection, ScannedArticle article, ReportReading? told, ProfileShelf shelf, string? feed, DateTimeOffset now)
    {
        var known = connection.QueryFirstOrDefault<StoredState>(State + " WHERE canonical_key = @CanonicalKey", new { article.CanonicalKey });
        var (id, saving) = known switch
        {
            null => (Add(connection, article, told, shelf, now), Saving.New),
            _ when IsRevised(known, article) => (Replace(connection, known, article, told, shelf, now), Saving.Revised),
            _ => (known.Id, Saving.Known),
        };
        Sight(connection, id, feed, article.Url, now);
        return (id, saving);
    }

    /// <summary>Replaces a known article, whose page was looked at again, with what the page says now; nothing is changed where it says the same.</summary>
    /// <returns>Whether it was replaced.</returns>
    public static bool Revise(IDbConnection connection, long id, ScannedArticle article, ReportReading? told, ProfileShelf shelf, DateTimeOffset now)
    {
        var known = connection.QuerySingle<StoredState>(State + " WHERE id = @id", new { id });
        if (!IsRevised(known, article))
            return false;
        Replace(connection, known, article, told, shelf, now);
        return true;
    }

    /// <summary>Replaces what was read in a stored text by what other rules read in it; what was said before is kept.</summary>
    public static void Reread(IDbConnection connection, StoredMatch stored, Reading reading, ProfileShelf shelf, DateTimeOffset now)
    {
        var id = stored.Match.Id;
        if (reading.HasChanged)
            Replace(connection, stored, reading, shelf, now);
        else
            connection.Execute("UPDATE articles SET rules_version = @RulesVersion, scanned_at = @now WHERE id = @id", new { reading.RulesVersion, id, now = UtcText.Of(now) });
        DecisionStore.Keep(connection, id, reading.RulesVersion, reading.Record);
    }

    /// <summary>Marks an article whose page was taken down. What was read stays, and says so.</summary>
    public static void Vanish(IDbConnection connection, long id, string note, DateTimeOffset now)
    {
        RevisionStore.Keep(connection, id, RevisionCause.Vanished, now);
        connection.Execute(VanishedPage, new { id, note, now = UtcText.Of(now) });
        LedgerStore.Withdraw(connection, id, note, now);
    }

    /// <summary>Records that a known article was met in a feed.</summary>
    public static void Sight(IDbConnection connection, long articleId, string? feed, string url, DateTimeOffset now) =>
        connection.Execute(InsertSighting, new { articleId, feed = feed ?? "", url, now = UtcText.Of(now) });

    // Where the page itself was read, neither a part of it nor a feed's summary is a revision.
    private static bool IsRevised(StoredState known, ScannedArticle article) => known.TextHash != article.TextHash && !(known.Note is null && article.Note is not null);

    private static long Add(IDbConnection connection, ScannedArticle article, ReportReading? told, ProfileShelf shelf, DateTimeOffset now)
    {
        var place = Place(connection, known: null, told, shelf, now);
        var id = connection.QuerySingle<long>(Insert, Values(connection, article, told, known: null, place, now));
        SaveParts(connection, id, article, now, now);
        Enter(connection, id, place, told, now);
        return id;
    }

    private static long Replace(IDbConnection connection, StoredState known, ScannedArticle article, ReportReading? told, ProfileShelf shelf, DateTimeOffset now)
    {
        // The text of a match is kept for ever, also where it makes no claim any more.
        if (known.MatchNumber is not null)
            article = article with { Keep = true };
        var before = RevisionStore.Keep(connection, known.Id, article.Title, article.KeptText, now);
        var place = Place(connection, known, told, shelf, now);
        var values = Values(connection, article, told, known, place, now);
        values.Add("id", known.Id);
        connection.Execute(Replacement, values);
        connection.Execute("DELETE FROM findings WHERE article_id = @Id", new { known.Id });
        SearchIndex.Remove(connection, known.Id);
        SaveParts(connection, known.Id, article, UtcText.Read(known.FirstSeenAt), now);
        if (known.StoryId is { } story)
            Correct(connection, before, story, told, now);
        else
            Enter(connection, known.Id, place, told, now);
        return known.Id;
    }

    private static void Replace(IDbConnection connection, StoredMatch stored, Reading reading, ProfileShelf shelf, DateTimeOffset now)
    {
        var id = stored.Match.Id;
        DecisionStore.KeepReading(connection, id, FindingJson.Of(stored.Match.Findings), now);
        connection.Execute("DELETE FROM findings WHERE article_id = @id", new { id });
        for (var i = 0; i < reading.Findings.Length; i++)
            SaveFinding(connection, id, reading.Findings[i], reading.Words[i]);
        var known = connection.QuerySingle<StoredState>(State + " WHERE id = @id", new { id });
        var place = Place(connection, known, reading.Told, shelf, now);
        connection.Execute(RereadArticle, new
        {
            id,
            reading.RulesVersion,
            now = UtcText.Of(now),
            matchNumber = known.MatchNumber ?? (reading.Told is null ? null : NextMatch(connection)),
            matchedAt = known.MatchedAt ?? (reading.Told is null ? null : UtcText.Of(now)),
            storyId = place.Story,
            storyReason = known.StoryReason ?? place.Edge?.Reason,
            toldAt = UtcText.Of(reading.Told?.Profile.Time),
        });
        if (known.StoryId is { } story)
            LedgerStore.Reread(connection, id, story, reading.Told, now);
        else
            Enter(connection, id, place, reading.Told, now);
    }

    private static void SaveParts(IDbConnection connection, long id, ScannedArticle article, DateTimeOffset firstSeen, DateTimeOffset now)
    {
        for (var i = 0; i < article.Findings.Length; i++)
            SaveFinding(connection, id, article.Findings[i], article.Words[i]);
        DecisionStore.Keep(connection, id, article.RulesVersion, article.Record);
        if (article.KeptText is { } text)
            SearchIndex.Add(connection, id, article.Title, text);
        if (article is { Page: { } page, Findings.IsEmpty: false } && RevisitLadder.Next(firstSeen, now) is { } due)
            RevisitStore.Plan(connection, id, page, due);
    }

    private static (long? Story, StoryEdge? Edge) Place(IDbConnection connection, StoredState? known, ReportReading? told, ProfileShelf shelf, DateTimeOffset now) =>
        known?.StoryId is { } kept ? (kept, null) : told is null ? (null, null) : StoryStore.Place(connection, shelf, told.Profile, now);

    /// <summary>Enters an article's claims where it is in a story for the first time.</summary>
    private static void Enter(IDbConnection connection, long id, (long? Story, StoryEdge? Edge) place, ReportReading? told, DateTimeOffset now)
    {
        if (place.Story is not { } story || told is null)
            return;
        StoryStore.Keep(connection, id, told.Profile);
        if (place.Edge is { } edge)
            StoryStore.Keep(connection, id, edge);
        LedgerStore.Enter(connection, id, story, told.Claims, told.Profile, place.Edge, storyIsNew: place.Edge is null, now);
    }

    /// <summary>Brings the ledger in step with an article that was in a story before and was changed.</summary>
    private static void Correct(IDbConnection connection, StoredMatch before, long story, ReportReading? told, DateTimeOffset now)
    {
        if (told is not null)
            StoryStore.Keep(connection, before.Match.Id, told.Profile);
        var after = MatchRows.Load(connection, [before.Match.Id]).Single();
        LedgerStore.Correct(connection, story, Corrections.Of(new RevisedMatch(before, after, now)), told, after, now);
    }

    private static long? NextMatch(IDbConnection connection) => connection.ExecuteScalar<long>("SELECT coalesce(max(match_number), 0) + 1 FROM articles");

    private static DynamicParameters Values(IDbConnection connection, ScannedArticle article, ReportReading? told, StoredState? known, (long? Story, StoryEdge? Edge) place, DateTimeOffset now)
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
        values.Add("matchNumber", known?.MatchNumber ?? (told is null ? null : NextMatch(connection)));
        values.Add("matchedAt", known?.MatchedAt ?? (told is null ? null : UtcText.Of(now)));
        values.Add("storyId", place.Story);
        values.Add("storyReason", known?.StoryReason ?? place.Edge?.Reason);
        values.Add("toldAt", UtcText.Of(told?.Profile.Time));
        values.Add("agency", told?.Profile.Agency);
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

    private sealed record StoredState(long Id, string TextHash, string? Note, string FirstSeenAt, long? MatchNumber, string? MatchedAt, long? StoryId, string? StoryReason);
}
