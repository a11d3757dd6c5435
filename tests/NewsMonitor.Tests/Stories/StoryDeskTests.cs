using NewsMonitor.Configuration;
using NewsMonitor.Detection;
using NewsMonitor.Matches;
using NewsMonitor.Metrics;
using NewsMonitor.Pipeline;
using NewsMonitor.Storage;
using NewsMonitor.Stories;
using NewsMonitor.Tests.Worlds;

namespace NewsMonitor.Tests.Stories;

/// <summary>Stories and ledger through the real store.</summary>
public sealed class StoryDeskTests : IDisposable
{
    private const string Troops =
        "North Korea has sent about 6,000 soldiers of a third contingent to Russia since October 21, South Korea's National Intelligence Service said on Friday.\nFour thousand of them belong to the Storm Corps, a special forces unit.";

    private const string Nauru = "Nauru has withdrawn the recognition of Abkhazia that it granted in 2009, its government said on Thursday after a cabinet meeting. Georgia thanked the island.";

    private readonly TemporaryFolder folder = new();
    private readonly Database database;
    private readonly ManualTimeProvider time = new();
    private readonly Intake intake;
    private readonly StoryDesk desk;
    private readonly NewsMonitorMetrics metrics = new();

    public StoryDeskTests()
    {
        database = new Database(Path.Combine(folder.Path, "test.db"));
        var detector = new Detector(TopicSet.BuiltIn);
        intake = new Intake(database, detector, new ReportReader(detector), TopicSet.BuiltIn, new StorageSettings(database.Path, KeepAll: false, RetentionDays: 90), metrics, time);
        desk = new StoryDesk(database, time);
    }

    [Fact]
    public async Task What_an_analyst_joins_stays_joined_and_joining_again_changes_nothing()
    {
        await TakeAsync("a", Troops);
        await TakeAsync("b", Nauru);
        var stories = desk.Since(null).Select(story => story.Id).Order().ToArray();

        Assert.Equal(DeskOutcome.Done, desk.Join(stories[0], stories[1]));
        Assert.Equal(DeskOutcome.AlreadySo, desk.Join(stories[0], stories[1]));
        Assert.Equal(DeskOutcome.Unknown, desk.Join(stories[0], 99));

        await TakeAsync("c", Nauru + " Sukhumi regretted it.");
        Assert.Equal(3, Assert.Single(desk.Since(null)).Reports.Length);
    }

    [Fact]
    public async Task What_an_analyst_splits_stays_apart_and_splitting_again_changes_nothing()
    {
        await TakeAsync("a", Troops);
        var copy = await TakeAsync("b", Troops + "\nStaff contributed.");
        var story = Assert.Single(desk.Since(null));
        Assert.Equal([null, 1L], story.Reports.Select(report => report.Link?.Original));

        Assert.Equal(DeskOutcome.Done, desk.Split(story.Id, copy));
        Assert.Equal(DeskOutcome.AlreadySo, desk.Split(story.Id, copy));
        Assert.Equal(DeskOutcome.Unknown, desk.Split(story.Id, 99));

        await TakeAsync("b", Troops + "\nStaff contributed to this.");
        Assert.Equal(2, desk.Since(null).Count);
    }

    [Fact]
    public async Task The_digest_tells_a_claim_new_once_and_a_changed_article_corrected()
    {
        await TakeAsync("a", Troops);
        var first = Digest();
        await TakeAsync("b", Troops + "\nStaff contributed.");
        var second = Digest();
        await TakeAsync("a", Troops.Replace("about 6,000", "about 600", StringComparison.Ordinal));
        var third = Digest();
        await TakeAsync("a", "The report was withdrawn. Russia and North Korea did not comment.");
        var fourth = Digest();

        Assert.Equal((1, 0, 0, 0), first);
        Assert.Equal((0, 0, 1, 0), second);
        Assert.Equal((0, 0, 0, 1), third);
        Assert.Equal((0, 0, 0, 1), fourth);
    }

    public void Dispose()
    {
        intake.Dispose();
        metrics.Dispose();
        database.Dispose();
        folder.Dispose();
    }

    private (int New, int Updated, int Repeated, int Corrected) Digest() => database.Write(connection =>
    {
        time.Advance(TimeSpan.FromHours(1));
        var source = new DigestSource(TimeZoneInfo.Utc, [TopicNames.Support, TopicNames.Recognition], ["en"], "1", "1", null);
        var (material, until) = DigestStore.Gather(connection, source, time.GetUtcNow());
        var digest = NewsMonitor.Digests.DigestComposer.Compose(material);
        DigestStore.Freeze(connection, digest, "", until, slot: null, []);
        return (digest.Counts.New, digest.Counts.Updated, digest.Counts.Repeated, digest.Counts.Corrected);
    });

    private async Task<long> TakeAsync(string name, string text)
    {
        time.Advance(TimeSpan.FromMinutes(10));
        var url = $"https://{name}.example/1";
        var article = new ReadArticle(url, url, url, "Report", text, TextSource.Page, null, [], null, null, "en", name, "hash");
        return (await intake.TakeAsync(article, null, null, TestContext.Current.CancellationToken)).ArticleId;
    }
}
