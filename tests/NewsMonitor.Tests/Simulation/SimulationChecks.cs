using Dapper;
using NewsMonitor.Digests;
using NewsMonitor.Matches;
using NewsMonitor.Revisions;
using NewsMonitor.Stories.Claims;

namespace NewsMonitor.Tests.Simulation;

/// <summary>What must hold of a simulated world at its end, whatever happened in it.</summary>
internal static class SimulationChecks
{
    private const string MadeAgain = "made again after it was withdrawn";

    public static void Hold(SimulatedMonitor world)
    {
        var story = world.Database.Read(connection => Told.Read(connection));
        Assert.Equal(["ok"], world.Database.Read(connection => connection.Query<string>("PRAGMA integrity_check").AsList()));
        Assert.Empty(world.Database.Read(connection => connection.Query("PRAGMA foreign_key_check").AsList()));
        Assert.Empty(world.Database.Read(connection => connection.Query<string>("SELECT outcome FROM revisits WHERE outcome LIKE 'a fault%' UNION ALL SELECT reason FROM items WHERE reason LIKE 'a fault%'").AsList()));
        EveryPageIsOneArticle(world);
        WindowsAreGaplessAndDaysHaveOneDigest(story);
        TheDigestsAreTheLedger(story);
        NothingIsNewTwice(story);
        CorrectionsAreToldOnce(story);
        QuotesAreVerbatim(story);
        EveryRecipientIsServedOnce(world, story);
    }

    private static void EveryPageIsOneArticle(SimulatedMonitor world)
    {
        var articles = world.Database.Read(connection => connection.Query<string>("SELECT canonical_url FROM articles").AsList());
        Assert.Equal(world.Press.Published.Select(page => "http://press.example" + page.Page).Order(StringComparer.Ordinal), articles.Order(StringComparer.Ordinal));
        Assert.Equal(0, world.Database.Read(connection => connection.QuerySingle<int>("SELECT count(*) FROM items WHERE state = 'pending'")));
    }

    private static void WindowsAreGaplessAndDaysHaveOneDigest(Told told)
    {
        Assert.All(told.Digests.Zip(told.Digests.Skip(1)), pair => Assert.Equal(pair.First.Digest.Window.Until, pair.Second.Digest.Window.From));
        Assert.Equal(told.Digests.Count, told.Digests.Select(row => row.Digest.Date).Distinct().Count());
        Assert.All(told.Digests, row => Assert.Equal(row.Digest.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), row.Digest.Name));
    }

    /// <summary>Every entry of the ledger is told in the digest of its window with its status, and a digest tells nothing that the ledger does not have.</summary>
    private static void TheDigestsAreTheLedger(Told told)
    {
        // A claim that was withdrawn and made again has a new row in the ledger: its first telling is in the digests alone.
        var again = told.Entries.Where(entry => entry.Because == MadeAgain).Select(entry => (entry.StoryId, entry.Key)).ToHashSet();
        var (entry, correction) = (0L, 0L);
        foreach (var row in told.Digests)
        {
            var expected = told.Entries.Where(one => one.Id > entry && one.Id <= row.LastEntry && !again.Contains((one.StoryId, one.Key)))
                .GroupBy(one => (one.StoryId, one.Key))
                .Select(group => (group.Key.StoryId, group.Key.Key, Status: group.Min(one => Enum.Parse<ClaimStatus>(one.Status, ignoreCase: true)), Reports: group.Count()))
                .Order();
            var actual = Claims(row.Digest).Where(one => !again.Contains((one.Story, one.Key))).Select(one => (one.Story, one.Key, one.Claim.Status, one.Claim.Reports)).Order();
            Assert.Equal(expected, actual);
            (entry, correction) = (row.LastEntry, row.LastCorrection);
        }

        Assert.Equal(told.Entries.Max(one => one.Id), entry);
        Assert.Equal(told.Corrections.Select(one => one.Id).DefaultIfEmpty(0).Max(), correction);
        Assert.Empty(told.Digests.SelectMany(row => row.Digest.Notes));
    }

    private static void NothingIsNewTwice(Told told)
    {
        var standing = told.Entries.Where(entry => entry.Scope is null).Select(entry => entry.Key).ToHashSet(StringComparer.Ordinal);
        var news = told.Digests.SelectMany(row => Claims(row.Digest)).Where(one => one.Claim.Status == ClaimStatus.New)
            .Select(one => standing.Contains(one.Key) ? (0, one.Key) : (one.Story, one.Key)).ToList();
        Assert.Equal(news.Distinct().Count(), news.Count);
    }

    /// <summary>What a claim's changes come to between two digests is told in the second of them, and what they undo is not.</summary>
    private static void CorrectionsAreToldOnce(Told told)
    {
        var after = 0L;
        foreach (var row in told.Digests)
        {
            var expected = told.Corrections.Where(one => one.Id > after && one.Id <= row.LastCorrection)
                .GroupBy(one => (one.ClaimId, one.ArticleId))
                .Select(group => (group.Key.ClaimId, group.Key.ArticleId, group.First().Before, group.Last().After))
                .Where(one => one.After is null || Sentences.Form(one.Before) != Sentences.Form(one.After))
                .Order();
            var actual = row.Digest.Topics.SelectMany(topic => topic.Corrections).Select(one => (one.Claim, one.Article, one.Before, one.After)).Order();
            Assert.Equal(expected, actual);
            Assert.Equal(row.Digest.Topics.Sum(topic => topic.Corrections.Length), row.Digest.Counts.Corrected);
            after = row.LastCorrection;
        }
    }

    private static void QuotesAreVerbatim(Told told)
    {
        bool Stands(long article, string sentence) => told.Texts[article].Any(text => text.Contains(sentence, StringComparison.Ordinal));

        foreach (var digest in told.Digests.Select(row => row.Digest))
        {
            Assert.All(Claims(digest), one => Assert.True(Stands(one.Claim.Source, one.Claim.Excerpt.Text), one.Claim.Excerpt.Text));
            Assert.All(digest.Topics.SelectMany(topic => topic.Corrections), one => Assert.True(one.After is null || Stands(one.Article, one.After), one.After));
        }
    }

    private static void EveryRecipientIsServedOnce(SimulatedMonitor world, Told told)
    {
        var arrived = world.Readers.Arrivals.ToLookup(arrival => (arrival.Digest, arrival.Recipient));
        foreach (var digest in told.Digests.Select(row => row.Digest.Name))
        {
            foreach (var recipient in new[] { SimulatedReaders.Well, SimulatedReaders.Slow, SimulatedReaders.Flaky })
                Assert.Single(arrived[(digest, recipient)].Select(arrival => arrival.Identity).Distinct(StringComparer.Ordinal));
            Assert.Empty(arrived[(digest, SimulatedReaders.Gone)]);
        }

        // Only an end between taking and noting it can make one arrive again, with its identity, so that the other side can tell.
        var repeated = arrived.Where(group => group.Key.Recipient != SimulatedReaders.Flaky).Sum(group => group.Count() - 1);
        Assert.True(repeated <= world.Ends, $"{repeated} repeated arrivals after {world.Ends} ends");
        var states = world.Database.Read(connection => connection.Query<(string Recipient, string State)>("SELECT recipient, state FROM outbox").AsList());
        Assert.Equal(told.Digests.Count * SimulatedReaders.All.Count, states.Count);
        Assert.All(states, row => Assert.Equal(row.Recipient == SimulatedReaders.Gone ? "parked" : "delivered", row.State));
    }

    private static IEnumerable<(long Story, string Key, ClaimEntry Claim)> Claims(Digest digest) =>
        from topic in digest.Topics
        from story in topic.Stories
        from claim in story.Claims
        select (story.Story, ClaimKey.Of(claim.Finding), claim);

    /// <summary>Digests and ledger as they stand in the store.</summary>
    private sealed record Told(IReadOnlyList<FrozenRow> Digests, IReadOnlyList<EntryRow> Entries, IReadOnlyList<CorrectionRow> Corrections, ILookup<long, string> Texts)
    {
        public static Told Read(System.Data.IDbConnection connection) => new(
            [.. connection.Query<(string Content, long LastEntry, long LastCorrection)>("SELECT content, last_entry, last_correction FROM digests ORDER BY id").Select(row => new FrozenRow(DigestJson.Read(row.Content), row.LastEntry, row.LastCorrection))],
            connection.Query<EntryRow>("SELECT r.id, c.story_id AS scope, a.story_id, c.key, r.status, r.because FROM claim_reports r JOIN claims c ON c.id = r.claim_id JOIN articles a ON a.id = r.article_id ORDER BY r.id").AsList(),
            connection.Query<CorrectionRow>("SELECT id, claim_id, article_id, before, after FROM corrections ORDER BY id").AsList(),
            connection.Query<(long Article, string Text)>(
                "SELECT id, text FROM articles WHERE text IS NOT NULL UNION ALL SELECT id, title FROM articles UNION ALL SELECT article_id, text FROM revisions WHERE text IS NOT NULL UNION ALL SELECT article_id, title FROM revisions")
                .ToLookup(row => row.Article, row => row.Text));
    }

    private sealed record FrozenRow(Digest Digest, long LastEntry, long LastCorrection);

    private sealed record EntryRow(long Id, long? Scope, long StoryId, string Key, string Status, string Because);

    private sealed record CorrectionRow(long Id, long ClaimId, long ArticleId, string Before, string? After);
}
