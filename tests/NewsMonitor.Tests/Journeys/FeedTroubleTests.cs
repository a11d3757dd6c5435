using System.Text.Json;
using Dapper;
using NewsMonitor.Commands;
using NewsMonitor.Digests.Rendering;
using NewsMonitor.Pipeline;
using NewsMonitor.Storage;
using NewsMonitor.Subscriptions;
using NewsMonitor.Tests.Worlds;
using Monitor = NewsMonitor.Tests.Worlds.Monitor;

namespace NewsMonitor.Tests.Journeys;

public sealed class FeedTroubleTests
{
    private const string ConsentWall = """
        <!DOCTYPE html><html lang="en"><head><title>Before you continue</title></head><body><h1>We value your privacy</h1>
        <p>We and our partners store and access information on your device. Accept all cookies to continue.</p><button>Accept all</button></body></html>
        """;

    [Fact]
    public async Task Every_kind_of_trouble_is_told_apart_in_the_database_the_list_the_metric_and_the_digest()
    {
        await using var site = await StubSite.StartAsync();
        await using var monitor = new Monitor();
        site.On("/unreachable").Answers(500);
        site.On("/refused").Answers(403);
        site.On("/consent").Answers(StubAnswer.Page(ConsentWall));
        site.On("/gone").Answers(410);
        site.Page("/html-page", News.Page("Fog in the harbor", "Nothing moves."));
        site.On("/broken").Answers(StubAnswer.Feed("nothing of the kind"));
        site.Feed("/shrunk", Daily(monitor, 40)).Answers(StubAnswer.Feed(Daily(monitor, 40)), StubAnswer.Feed(Daily(monitor, 2)));
        site.Feed("/silent", Daily(monitor, 20, daysAgo: 60));
        site.Feed("/well", Daily(monitor, 20));
        monitor.Subscribe([.. site.Paths.Select(site.Url)]);

        await PollAllAsync(monitor, rounds: 3);

        (string, string?)[] expected =
        [
            ("/broken", "broken"), ("/consent", "refused"), ("/gone", "gone"), ("/html-page", "html-page"), ("/refused", "refused"), ("/shrunk", "shrunk"),
            ("/silent", "silent"), ("/unreachable", "unreachable"), ("/well", null),
        ];
        Assert.Equal(expected, monitor.Database.Read(connection => connection.Query<(string, string?)>("SELECT substr(url, length(@Origin) + 1), trouble FROM feeds ORDER BY url", new { site.Origin })));
        var feeds = monitor.Part<FeedStore>().Statuses();
        using var json = JsonDocument.Parse(FeedsListing.OfJson(feeds));
        Assert.Equal(
            expected,
            json.RootElement.EnumerateArray().Select(feed => (
                feed.GetProperty("url").GetString()![site.Origin.Length..],
                feed.GetProperty("trouble") is { ValueKind: JsonValueKind.Object } trouble ? trouble.GetProperty("kind").GetString() : null)));
        var table = FeedsListing.OfTable(feeds, monitor.Clock.GetUtcNow());
        Assert.Contains("lists 2 entries, usually about 40. " + TroubleWords.Mend(TroubleKind.Shrunk), table, StringComparison.Ordinal);
        Assert.Contains("Not polled any more. " + TroubleWords.Mend(TroubleKind.Gone), table, StringComparison.Ordinal);
        var digest = TextDigest.Render(await monitor.DigestAsync());
        foreach (var word in expected.Select(feed => feed.Item2).OfType<string>().Distinct(StringComparer.Ordinal))
            Assert.Contains($"source {word}: ", digest.Replace("2 sources refused", "1 source refused", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_that_recovers_is_told_once_in_the_list_and_in_the_digest()
    {
        await using var site = await StubSite.StartAsync();
        await using var monitor = new Monitor();
        var well = StubAnswer.Feed(Daily(monitor, 20));
        site.On("/rss").Answers(well, StubAnswer.Status(500), StubAnswer.Status(500), StubAnswer.Status(500), well);
        monitor.Subscribe(site.Url("/rss"));
        await PollAllAsync(monitor, rounds: 5);

        var first = TextDigest.Render(await monitor.DigestAsync());
        monitor.Clock.Advance(TimeSpan.FromHours(1));
        var second = TextDigest.Render(await monitor.DigestAsync());

        Assert.Contains("recovered after 3 h: was unreachable", first, StringComparison.Ordinal);
        Assert.DoesNotContain("recovered", second, StringComparison.Ordinal);
        Assert.Contains("recovered after 3 h: was unreachable", FeedsListing.OfTable(monitor.Part<FeedStore>().Statuses(), monitor.Clock.GetUtcNow()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trouble_and_its_beginning_survive_a_restart()
    {
        await using var site = await StubSite.StartAsync(s => s.On("/rss").Answers(500));
        await using var monitor = new Monitor();
        monitor.Subscribe(site.Url("/rss"));
        await PollAllAsync(monitor, rounds: 2);
        var before = monitor.Feed(site.Url("/rss"));

        await monitor.RestartAsync();

        Assert.Equal(before, monitor.Feed(site.Url("/rss")));
        await PollAllAsync(monitor, rounds: 1);
        Assert.Equal(before.Trouble, monitor.Feed(site.Url("/rss")).Trouble);
    }

    [Fact]
    public async Task A_feed_that_moves_to_a_subscribed_address_keeps_its_own_and_says_so()
    {
        await using var site = await StubSite.StartAsync();
        await using var monitor = new Monitor();
        site.Feed("/new", Daily(monitor, 20));
        site.On("/old").Answers(StubAnswer.Redirect(301, "/new"));
        monitor.Subscribe(site.Url("/old"), site.Url("/new"));

        await PollAllAsync(monitor, rounds: 5);

        var old = monitor.Feed(site.Url("/old"));
        Assert.Equal((TroubleKind.Moved, true, null), (old.Trouble?.Kind, old.IsTroubleWorthTelling, old.Recovery));
        Assert.EndsWith("/new, which is subscribed already", old.Trouble!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_that_moved_for_good_is_polled_at_its_new_address_after_three_successes_and_the_digest_says_so()
    {
        await using var site = await StubSite.StartAsync();
        await using var monitor = new Monitor();
        site.Feed("/new", Daily(monitor, 20));
        site.On("/old").Answers(StubAnswer.Redirect(301, "/new"));
        monitor.Subscribe(site.Url("/old"));

        await PollAllAsync(monitor, rounds: 4);

        Assert.Equal(3, site.RequestsTo("/old").Length);
        Assert.Equal(FeedState.Ok, monitor.Feed(site.Url("/new")).State);
        Assert.Contains("followed to its new address after 2 h", TextDigest.Render(await monitor.DigestAsync()), StringComparison.Ordinal);
    }

    private static async Task PollAllAsync(Monitor monitor, int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            if (round > 0)
                monitor.Clock.Advance(TimeSpan.FromHours(1));
            await monitor.Part<PollRound>().RunAsync(new PollScope.Everything(), RoundStep.Unheard, TestContext.Current.CancellationToken, feedsOnly: true);
        }
    }

    /// <summary>One entry an hour, the newest so many days ago.</summary>
    private static string Daily(Monitor monitor, int entries, int daysAgo = 0)
    {
        var newest = monitor.Clock.GetUtcNow().AddDays(-daysAgo);
        var items = Enumerable.Range(0, entries).Select(i =>
            FormattableString.Invariant($"<item><guid>{i}</guid><title>Entry {i}</title><link>http://gazette.example/{daysAgo}/{i}</link><pubDate>{newest.AddHours(-i):R}</pubDate></item>"));
        return $"<rss version=\"2.0\"><channel><title>Daily</title>{string.Concat(items)}</channel></rss>";
    }
}
