using Microsoft.Extensions.DependencyInjection;
using NewsMonitor.Configuration;
using NewsMonitor.Detection;
using NewsMonitor.Digests.Delivery;
using NewsMonitor.Fetching;
using NewsMonitor.Pipeline;
using NewsMonitor.Scheduling;
using NewsMonitor.Storage;
using NewsMonitor.Stories;
using NewsMonitor.Subscriptions;
using NewsMonitor.Tests.Worlds;

namespace NewsMonitor.Tests.Simulation;

/// <summary>The monitor's real parts, woken as the schedule wakes them, in a world that is simulated: press, readers, clock, and processes that end in the middle of anything.</summary>
internal sealed class SimulatedMonitor : IDisposable
{
    private static readonly Lazy<(TopicSet Topics, Detector Detector, ReportReader Reader)> Rules = new(() =>
    {
        var detector = new Detector(TopicSet.BuiltIn);
        return (TopicSet.BuiltIn, detector, new ReportReader(detector));
    });

    private readonly TemporaryFolder folder = new();
    private readonly Settings settings;
    private readonly DigestCalendar calendar;
    private ServiceProvider services;

    public SimulatedMonitor(DateTimeOffset start, IEnumerable<Publication> news, int seed)
    {
        Clock = new ManualTimeProvider(start);
        Press = new SimulatedPress(news);
        Readers = new SimulatedReaders(Clock, seed);
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Kyiv");
        settings = new Settings(
            new StorageSettings(folder.File("newsmonitor.db"), KeepAll: false, RetentionDays: 90),
            new FeedsSettings(null, "0 * * * * ?", TimeSpan.FromMinutes(5), TimeSpan.FromHours(6), NewsMonitor.Feeds.FeedReader.Read),
            FetchWorld.Loopback with { PerHostConnections = 1 },
            new TopicsSettings(null),
            new DigestSettings("0 0 7 * * ?", zone, new DeliveryOptions(null, SimulatedReaders.All, new SmtpOptions { Host = "mail.example" }, [])),
            new WebSettings([new Uri("http://127.0.0.1:0")], null));
        calendar = new DigestCalendar(settings.Digest.Schedule, zone);
        services = Compose();
        services.GetRequiredService<FeedStore>().Add([OpmlEntry.Of(SimulatedPress.Feed, null, null)], FeedOrigin.User, start);
    }

    public ManualTimeProvider Clock { get; }

    public SimulatedPress Press { get; }

    public SimulatedReaders Readers { get; }

    public BreakableStatements Statements { get; } = new();

    /// <summary>How often the process ended.</summary>
    public int Ends { get; private set; }

    public Database Database => services.GetRequiredService<Database>();

    /// <summary>Later, the worker wakes once and does everything that is due, unless it ends on the way.</summary>
    public async Task WakeAsync(TimeSpan later)
    {
        Clock.Jump(later);
        Press.Until(Clock.GetUtcNow());
        try
        {
            await WorkAsync();
        }
        catch (Exception) when (Statements.Broken)
        {
            // However the end of a process looks from inside it: what counts is what it left behind.
            await StartAgainAsync();
        }

        if (Statements.Broken)
            await StartAgainAsync();
    }

    public void Dispose()
    {
        services.Dispose();
        Press.Dispose();
        folder.Dispose();
    }

    private async Task WorkAsync()
    {
        var cancel = TestContext.Current.CancellationToken;
        await services.GetRequiredService<PollRound>().RunAsync(new PollScope.Due(), RoundStep.Unheard, cancel);
        if (calendar.Latest(Clock.GetUtcNow()) is { } slot)
            services.GetRequiredService<DigestPress>().FreezeDue(slot);
        await services.GetRequiredService<OutboxRun>().SendDueAsync(cancel);
    }

    private async Task StartAgainAsync()
    {
        Ends++;
        await services.DisposeAsync();
        Statements.Mend();
        services = Compose();
    }

    // Nothing but the rules, which are data, outlives a process.
    private ServiceProvider Compose() => new ServiceCollection()
        .AddLogging()
        .AddSingleton<TimeProvider>(Clock)
        .AddMonitor(settings)
        .AddSingleton(Rules.Value.Topics)
        .AddSingleton(Rules.Value.Detector)
        .AddSingleton(Rules.Value.Reader)
        .AddSingleton(Press.Transport)
        .AddSingleton(_ => new Database(settings.Storage.Path, Statements.Through))
        .AddSingleton(new Courier(new Dictionary<ChannelKind, IDeliveryChannel> { [ChannelKind.Mail] = Readers }, Clock))
        .BuildServiceProvider();
}
