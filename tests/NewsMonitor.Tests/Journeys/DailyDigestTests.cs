using System.Globalization;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using NewsMonitor.Commands;
using NewsMonitor.Digests;
using NewsMonitor.Digests.Delivery;
using NewsMonitor.Scheduling;
using NewsMonitor.Seeds;
using NewsMonitor.Storage;
using NewsMonitor.Tests.Worlds;
using Monitor = NewsMonitor.Tests.Worlds.Monitor;

namespace NewsMonitor.Tests.Journeys;

/// <summary>One digest for each local day, with windows that are gapless and disjoint, whatever clocks, schedules and other processes do.</summary>
public sealed class DailyDigestTests
{
    [Theory]
    [InlineData("Europe/Kyiv", "0 30 3 * * ?", "2026-03-25", "2026-10-21")]
    [InlineData("Europe/Kyiv", "0 0 7 * * ?", "2026-03-25", "2026-10-21")]
    [InlineData("America/New_York", "0 30 2 * * ?", "2026-03-04", "2026-10-28")]
    [InlineData("America/New_York", "0 30 1 * * ?", "2026-03-04", "2026-10-28")]
    [InlineData("Asia/Seoul", "0 0 0 * * ?", "2026-03-25", "2026-10-21")]
    [InlineData("Australia/Lord_Howe", "0 15 2 * * ?", "2026-09-30", "2026-04-01")]
    [InlineData("Australia/Lord_Howe", "0 45 1 * * ?", "2026-09-30", "2026-04-01")]
    public async Task Through_both_changes_of_the_clocks_each_local_day_has_one_digest(string zone, string cron, params string[] starts)
    {
        foreach (var start in starts)
        {
            await using var world = new Office(zone, cron, DateTimeOffset.Parse(start + "T12:00:00Z", CultureInfo.InvariantCulture));

            for (var halfHours = 0; halfHours < 48 * 8; halfHours++)
                world.Tick(TimeSpan.FromMinutes(30));

            world.AssertGapless();
            Assert.InRange(world.Days.Count, 7, 9);
            Assert.Equal(Enumerable.Range(0, world.Days.Count).Select(world.Days[0].AddDays), world.Days);
        }
    }

    [Fact]
    public async Task A_clock_that_is_put_back_two_hours_repeats_no_digest()
    {
        await using var world = new Office("Europe/Kyiv", "0 0 7 * * ?", At("2026-11-22T03:00:00Z"));
        world.Tick(TimeSpan.FromHours(24));
        world.Tick(TimeSpan.FromHours(3));
        var told = world.Days.Count;

        world.PutClock(-TimeSpan.FromHours(2));
        for (var i = 0; i < 5; i++)
            world.Tick(TimeSpan.FromMinutes(30));
        Assert.Equal(told, world.Days.Count);
        world.Tick(TimeSpan.FromHours(24));

        world.AssertGapless();
        Assert.Equal(told + 1, world.Days.Count);
        Assert.Equal(world.Days.Distinct(), world.Days);
    }

    [Fact]
    public async Task A_clock_that_is_put_forward_three_days_makes_one_digest_of_them()
    {
        await using var world = new Office("Europe/Kyiv", "0 0 7 * * ?", At("2026-11-19T03:00:00Z"));
        world.Tick(TimeSpan.FromHours(3));

        world.PutClock(TimeSpan.FromDays(3));
        world.Tick(TimeSpan.FromMinutes(1));
        world.Tick(TimeSpan.FromMinutes(1));
        world.Tick(TimeSpan.FromHours(24));

        world.AssertGapless();
        Assert.Equal(["2026-11-19", "2026-11-22", "2026-11-23"], world.Names);
    }

    [Fact]
    public async Task After_three_days_of_downtime_one_digest_covers_them_and_says_so()
    {
        await using var world = new Office("Europe/Kyiv", "0 0 7 * * ?", At("2026-11-19T03:00:00Z"));
        world.Tick(TimeSpan.FromHours(3));

        await world.Monitor.RestartAsync();
        world.PutClock(TimeSpan.FromHours((3 * 24) + 2.5));
        world.Tick(TimeSpan.FromSeconds(1));
        world.Tick(TimeSpan.FromDays(1));

        Assert.Equal(["2026-11-19", "2026-11-22", "2026-11-23"], world.Names);
        var combined = world.Monitor.Part<DigestStore>().Named("2026-11-22")!;
        Assert.Equal("20-22 Nov (3 days)", new DigestTime(combined).DayLabel());
        Assert.Contains("20-22 Nov (3 days)", DigestSubject.Of(combined), StringComparison.Ordinal);
        Assert.Equal("Mon 23 Nov", new DigestTime(world.Monitor.Part<DigestStore>().Named("2026-11-23")!).DayLabel());
    }

    [Fact]
    public async Task A_digest_that_is_made_up_for_after_midnight_is_that_of_its_own_day()
    {
        await using var world = new Office("Europe/Kyiv", "0 30 23 * * ?", At("2026-11-20T12:00:00Z"));
        world.Tick(TimeSpan.FromHours(10));
        world.Tick(TimeSpan.FromHours(24) + TimeSpan.FromMinutes(30));
        world.Tick(TimeSpan.FromHours(23));

        Assert.Equal(["2026-11-20", "2026-11-21", "2026-11-22"], world.Names);
        world.AssertGapless();
    }

    [Fact]
    public async Task A_monitor_that_begins_after_the_hour_owes_that_day_nothing()
    {
        await using var world = new Office("UTC", "0 0 7 * * ?", At("2026-11-20T08:00:00Z"));
        world.Monitor.Subscribe("http://127.0.0.1:9/rss");

        world.Tick(TimeSpan.FromMinutes(1));
        Assert.Empty(world.Days);
        world.Tick(TimeSpan.FromDays(1));

        Assert.Equal(["2026-11-21"], world.Names);
    }

    [Fact]
    public async Task A_digest_made_by_hand_leaves_the_day_its_own()
    {
        await using var world = new Office("UTC", "0 0 7 * * ?", At("2026-11-20T06:00:00Z"));
        world.Monitor.Part<DigestPress>().Freeze();

        world.Tick(TimeSpan.FromHours(2));

        Assert.Equal(["2026-11-20", "2026-11-20-2"], world.Names);
        world.AssertGapless();
    }

    [Fact]
    public async Task Of_two_processes_on_one_database_one_freezes_each_digest()
    {
        await using var world = new Office("Europe/Kyiv", "0 0 7 * * ?", At("2026-11-19T03:00:00Z"));
        await using var other = world.Monitor.Twin();
        var calendar = world.Calendar;

        for (var day = 0; day < 30; day++)
        {
            world.PutClock(TimeSpan.FromDays(1));
            var slot = calendar.Latest(world.Monitor.Clock.GetUtcNow())!.Value;
            using var together = new Barrier(2);
            var frozen = await Task.WhenAll(new[] { world.Monitor.Part<DigestPress>(), other.GetRequiredService<DigestPress>() }.Select(press => Task.Run(() =>
            {
                together.SignalAndWait(TestContext.Current.CancellationToken);
                return press.FreezeDue(slot);
            })));
            Assert.Single(frozen, digest => digest is not null);
        }

        Assert.Equal(30, world.Days.Distinct().Count());
        world.AssertGapless();
    }

    [Fact]
    public async Task Two_hosts_that_start_at_once_over_an_empty_database_write_one_first_digest()
    {
        await using var monitor = new Monitor();
        await using var first = RunCommand.Build(monitor.Settings, TimeProvider.System);
        await using var second = RunCommand.Build(monitor.Settings, TimeProvider.System);

        await Task.WhenAll(first.StartAsync(TestContext.Current.CancellationToken), second.StartAsync(TestContext.Current.CancellationToken));
        await Task.WhenAll(first.StopAsync(TestContext.Current.CancellationToken), second.StopAsync(TestContext.Current.CancellationToken));

        Assert.Single(first.Services.GetRequiredService<DigestStore>().List(10));
        Assert.Equal(Seeding.Files([NewsMonitor.Configuration.Shipped.Find("seeds/articles")!]).Count, monitor.Matches().Count);
    }

    [Fact]
    public async Task Two_real_processes_that_take_the_same_seeds_and_read_the_same_feed_tell_each_match_once()
    {
        using var folder = new TemporaryFolder();
        await using var site = await StubSite.StartAsync(s => s.Page("/shells", News.Page("Shells by rail", News.ShellsSentence)));
        site.Feed("/rss", News.Rss((site.Url("/shells"), "Shells by rail", "")));
        var program = new NewsMonitorProgram(folder);
        program.Environment["NEWSMONITOR_Feeds__Opml"] = folder.Write("feeds.opml", $"""<opml version="2.0"><body><outline type="rss" text="Stub" xmlUrl="{site.Url("/rss")}"/></body></opml>""");

        var ends = await Task.WhenAll(program.RunAsync("poll", "--all"), program.RunAsync("poll", "--all"));
        var digests = await Task.WhenAll(program.RunAsync("digest", "--send"), program.RunAsync("digest", "--send"));

        Assert.All(ends.Concat(digests), end => Assert.True(end.ExitCode == 0, end.Error));
        using var database = new Database(folder.File("data/newsmonitor.db"));
        Assert.Equal(1, database.Read(connection => connection.QuerySingle<int>("SELECT count(*) FROM matches")));
        var told = database.Read(connection => connection.Query<string>("SELECT content FROM digests ORDER BY id").Select(DigestJson.Read).ToList());
        Assert.Equal([0, 1], told.Select(digest => digest.Counts.New).Order());
        Assert.Equal(told[0].Window.Until, told[1].Window.From);
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>A monitor with its schedule, woken when the test says so.</summary>
    private sealed class Office : IAsyncDisposable
    {
        public Office(string zone, string cron, DateTimeOffset start)
        {
            var there = TimeZoneInfo.FindSystemTimeZoneById(zone);
            Monitor = new Monitor(settings => settings with { Digest = settings.Digest with { TimeZone = there } }, start);
            Calendar = new DigestCalendar(cron, there);

            // The watermark begins with the first subscription.
            Monitor.Subscribe("http://127.0.0.1:9/first");
        }

        public Monitor Monitor { get; }

        public DigestCalendar Calendar { get; }

        public IReadOnlyList<Digest> Digests =>
            Monitor.Database.Read(connection => connection.Query<string>("SELECT content FROM digests ORDER BY id").Select(DigestJson.Read).ToList());

        public IReadOnlyList<string> Names => [.. Digests.Select(digest => digest.Name)];

        public IReadOnlyList<DateOnly> Days => [.. Digests.Select(digest => digest.Date)];

        public void Tick(TimeSpan later)
        {
            PutClock(later);
            if (Calendar.Latest(Monitor.Clock.GetUtcNow()) is { } slot)
                Monitor.Part<DigestPress>().FreezeDue(slot);
        }

        public void PutClock(TimeSpan by) => Monitor.Clock.Jump(by);

        public void AssertGapless()
        {
            var digests = Digests;
            foreach (var (one, next) in digests.Zip(digests.Skip(1)))
                Assert.Equal(one.Window.Until, next.Window.From);
            Assert.All(digests, digest => Assert.True(digest.Window.From <= digest.Window.Until));
        }

        public ValueTask DisposeAsync() => Monitor.DisposeAsync();
    }
}
