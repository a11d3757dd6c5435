using Microsoft.Extensions.DependencyInjection;
using NewsMonitor.Configuration;
using NewsMonitor.Digests;
using NewsMonitor.Digests.Delivery;
using NewsMonitor.Feeds;
using NewsMonitor.Fetching;
using NewsMonitor.Matches;
using NewsMonitor.Pipeline;
using NewsMonitor.Storage;
using NewsMonitor.Subscriptions;

namespace NewsMonitor.Tests.Worlds;

/// <summary>The monitor's real parts over a store of its own, on a manual clock, allowed to fetch from loopback.</summary>
internal sealed class Monitor : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private ServiceProvider services;

    public Monitor(Func<Settings, Settings>? change = null, DateTimeOffset? start = null)
    {
        Clock = new ManualTimeProvider(start ?? new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero));
        var settings = new Settings(
            new StorageSettings(folder.File("data/newsmonitor.db"), KeepAll: false, RetentionDays: 90),
            new FeedsSettings(null, "0 * * * * ?", TimeSpan.FromMinutes(5), TimeSpan.FromHours(6), FeedReader.Read),
            FetchWorld.Loopback,
            new TopicsSettings(null),
            new DigestSettings("0 0 7 * * ?", TimeZoneInfo.Utc, new DeliveryOptions(folder.File("digests"), [], null, [])),
            new WebSettings([new Uri("http://127.0.0.1:0")], null));
        Settings = change?.Invoke(settings) ?? settings;
        services = Compose();
    }

    public Settings Settings { get; }

    public ManualTimeProvider Clock { get; }

    public Database Database => Part<Database>();

    public string DigestFolder => folder.File("digests");

    public T Part<T>()
        where T : notnull => services.GetRequiredService<T>();

    public void Subscribe(params string[] urls) => Part<FeedStore>().Add(urls.Select(url => OpmlEntry.Of(url, null, null)), FeedOrigin.User, Clock.GetUtcNow());

    /// <summary>One round of what is due, to its end.</summary>
    public Task<RoundSummary> PollAsync() => Part<PollRound>().RunAsync(new PollScope.Due(), RoundStep.Unheard, TestContext.Current.CancellationToken);

    public IReadOnlyList<Match> Matches(MatchQuery? query = null) => [.. Part<MatchStore>().Find(query ?? new MatchQuery()).Select(stored => stored.Match)];

    public FeedStatus Feed(string url) => Part<FeedStore>().Statuses().Single(feed => feed.Url == url);

    public async Task<Digest> DigestAsync()
    {
        var digest = Part<DigestPress>().Freeze();
        await Part<OutboxRun>().SendDueAsync(TestContext.Current.CancellationToken);
        return digest;
    }

    /// <summary>Stops and starts over the same store, as after a crash: nothing in memory survives.</summary>
    public async Task RestartAsync()
    {
        await services.DisposeAsync();
        services = Compose();
    }

    /// <summary>The parts once more over the same store, as another process has them.</summary>
    public ServiceProvider Twin() => Compose();

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        folder.Dispose();
    }

    private ServiceProvider Compose() => new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(Clock).AddMonitor(Settings).BuildServiceProvider();
}
