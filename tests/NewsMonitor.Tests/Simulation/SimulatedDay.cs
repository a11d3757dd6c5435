using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NewsMonitor.Configuration;
using NewsMonitor.Digests.Delivery;
using NewsMonitor.Fetching;
using NewsMonitor.Pipeline;
using NewsMonitor.Scheduling;
using NewsMonitor.Storage;
using NewsMonitor.Subscriptions;

namespace NewsMonitor.Tests.Simulation;

/// <summary>What a day came to.</summary>
/// <param name="Requests">Requests sent, redirects included.</param>
/// <param name="Naive">Requests of a poller that asks every feed every 15 minutes.</param>
/// <param name="Published">Entries published within the day before their feed was last read.</param>
/// <param name="Shown">Entries shown to us in whole bodies, those of before the day included.</param>
/// <param name="Recorded">Entries in the store.</param>
/// <param name="Losses">Each time entries were pushed out unseen although their server answered, a line each.</param>
/// <param name="Excused">Entries that were pushed out while their server did not answer, or it or the feed asked to be left alone.</param>
/// <param name="Answers">How many of each answer.</param>
/// <param name="Breaches">Breaches of manners, a line each.</param>
internal sealed record DaySummary(
    int Requests, int Naive, int Published, int Shown, int Recorded, IReadOnlyList<string> Losses, int Excused, IReadOnlyDictionary<string, int> Answers, IReadOnlyList<string> Breaches)
{
    /// <summary>Requests saved against the naive poller, in per cent.</summary>
    public double SavedPercent => 100.0 * (Naive - Requests) / Naive;
}

/// <summary>A day of the worker's own polling (ticks, claims, turns, fetcher, plan, store) on a simulated clock over a simulated web.</summary>
internal static class SimulatedDay
{
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Length = TimeSpan.FromDays(1);

    /// <param name="folder">Where the store is kept.</param>
    /// <param name="seed">The same seed gives the same day.</param>
    public static async Task<DaySummary> RunAsync(int feeds, int hosts, string folder, int seed)
    {
        var clock = new SimulatedClock(Start);
        var settings = new Settings(
            new StorageSettings(Path.Combine(folder, "newsmonitor.db"), KeepAll: false, RetentionDays: 90),
            new FeedsSettings(null, "0 * * * * ?", PollBounds.Default.Min, PollBounds.Default.Max, NewsMonitor.Feeds.FeedReader.Read),
            new FetchingOptions(),
            new TopicsSettings(null),
            new DigestSettings("0 0 7 * * ?", TimeZoneInfo.Utc, new DeliveryOptions(folder, [], null, [])),
            new WebSettings([new Uri("http://127.0.0.1:0")], null));
        var web = new SimulatedWeb(feeds, hosts, clock, Length, settings.Fetching, settings.Feeds.MinInterval, new Random(seed));
        using var transport = new HttpMessageInvoker(web);
        await using var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(clock).AddMonitor(settings)
            .AddSingleton(transport).AddSingleton(new Random(seed + 1)).BuildServiceProvider();
        services.GetRequiredService<FeedStore>().Add(web.Urls.Select(url => OpmlEntry.Of(url, null, null)), FeedOrigin.User, Start);

        await clock.Run(() => TickAsync(services.GetRequiredService<Polling>(), clock));
        return new DaySummary(
            web.Requests,
            feeds * (int)(Length / TimeSpan.FromMinutes(15)),
            web.PublishedBeforeLastVisit(Start),
            web.Shown,
            (int)services.GetRequiredService<ItemStore>().Backlog().Count,
            web.Losses,
            web.Excused,
            web.Answers,
            web.Breaches);
    }

    private static async Task TickAsync(Polling polling, SimulatedClock clock)
    {
        await using var ticks = new PollTicks(polling, NullLogger<PollTicks>.Instance);
        while (clock.GetUtcNow() < Start + Length)
        {
            // Nothing can cancel a simulation: a wait that could be canceled would go on elsewhere than on its thread.
            ticks.Tick(CancellationToken.None);
            await Task.Delay(TimeSpan.FromMinutes(1), clock, CancellationToken.None);
        }
    }
}
