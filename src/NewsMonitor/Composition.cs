using System.Reflection;
using NewsMonitor.Configuration;
using NewsMonitor.Detection;
using NewsMonitor.Digests.Delivery;
using NewsMonitor.Fetching;
using NewsMonitor.Metrics;
using NewsMonitor.Pipeline;
using NewsMonitor.Seeds;
using NewsMonitor.Storage;
using NewsMonitor.Stories;
using NewsMonitor.Subscriptions.Checking;
using NewsMonitor.Subscriptions.Discovery;

namespace NewsMonitor;

/// <summary>The parts of the monitor and who gets what: the same for the worker, every verb and the tests.</summary>
internal static class Composition
{
    /// <summary>The program's version, as in its digests and its User-Agent.</summary>
    public static string ProgramVersion { get; } = typeof(Composition).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>Adds everything but the clock and the logging, which the caller brings.</summary>
    public static IServiceCollection AddMonitor(this IServiceCollection services, Settings settings) => services
        .AddSingleton(settings)
        .AddSingleton(settings.Storage)
        .AddSingleton(settings.Feeds)
        .AddSingleton(settings.Fetching)
        .AddSingleton(settings.Digest)
        .AddSingleton(settings.Web)
        .AddStorage()
        .AddFetching()
        .AddPipeline()
        .AddDigests();

    private static IServiceCollection AddStorage(this IServiceCollection services) => services
        .AddSingleton(provider => new Database(provider.GetRequiredService<StorageSettings>().Path))
        .AddSingleton<FeedStore>()
        .AddSingleton<ItemStore>()
        .AddSingleton<RevisitStore>()
        .AddSingleton<ArticleArchive>()
        .AddSingleton<DecisionStore>()
        .AddSingleton<VerdictStore>()
        .AddSingleton<MatchStore>()
        .AddSingleton<DigestStore>()
        .AddSingleton<OutboxStore>();

    private static IServiceCollection AddFetching(this IServiceCollection services) => services
        .AddSingleton(provider => NetworkGuard.Of(provider.GetRequiredService<FetchingOptions>()))
        .AddSingleton(GuardedTransport.SystemResolver)
        .AddSingleton<HostPoliteness>()
        .AddSingleton(provider => GuardedTransport.Create(provider.GetRequiredService<NetworkGuard>(), provider.GetRequiredService<HostResolver>(), provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<Fetcher>();

    private static IServiceCollection AddPipeline(this IServiceCollection services) => services
        .AddSingleton(provider => TopicFolder.Load(provider.GetRequiredService<Settings>().Topics.Path))
        .AddSingleton<Detector>()
        .AddSingleton<ReportReader>()
        .AddSingleton<StoryDesk>()
        .AddSingleton(provider => provider.GetRequiredService<FeedsSettings>().Parser)
        .AddSingleton<FeedDiscovery>()
        .AddSingleton<FeedChecking>()
        .AddSingleton<SubscriptionSync>()
        .AddSingleton<HtmlReader>()
        .AddSingleton<FeedBody>()
        .AddSingleton(Random.Shared)
        .AddSingleton<Polling>()
        .AddSingleton<PageSieve>()
        .AddSingleton<PageReader>()
        .AddSingleton<Intake>()
        .AddSingleton<ItemScan>()
        .AddSingleton<Scraping>()
        .AddSingleton<Revisiting>()
        .AddSingleton(provider => new Lazy<Scraping>(provider.GetRequiredService<Scraping>))
        .AddSingleton(provider => new Lazy<Revisiting>(provider.GetRequiredService<Revisiting>))
        .AddSingleton<PollRound>()
        .AddSingleton<Rescanning>()
        .AddSingleton<Retention>()
        .AddSingleton<SeedFile>()
        .AddSingleton<Seeding>();

    private static IServiceCollection AddDigests(this IServiceCollection services) => services
        .AddSingleton(Source)
        .AddSingleton(provider => provider.GetRequiredService<DigestSettings>().Delivery)
        .AddSingleton<DigestPress>()
        .AddSingleton<OutboxRun>()
        .AddSingleton<DeliveryTrial>()
        .AddSingleton(Channels)
        .AddSingleton<NewsMonitorMetrics>()
        .AddSingleton(Couriers);

    private static DigestSource Source(IServiceProvider provider)
    {
        var topics = provider.GetRequiredService<TopicSet>();
        return new DigestSource(provider.GetRequiredService<DigestSettings>().TimeZone, topics.Ids, topics.Languages, ProgramVersion, topics.Version, ReportUrl: null);
    }

    private static DeliveryChannels Channels(IServiceProvider provider)
    {
        var time = provider.GetRequiredService<TimeProvider>();
        return new DeliveryChannels(new WebhookSender(provider.GetRequiredService<HttpMessageInvoker>(), provider.GetRequiredService<FetchingOptions>(), time).SendAsync, time);
    }

    private static Courier Couriers(IServiceProvider provider) =>
        new(provider.GetRequiredService<DeliveryChannels>().Open(provider.GetRequiredService<DeliveryOptions>()), provider.GetRequiredService<TimeProvider>());
}
