using System.CommandLine;
using NewsMonitor.Configuration;
using NewsMonitor.Digests;
using NewsMonitor.Metrics;
using NewsMonitor.Pipeline;
using NewsMonitor.Scheduling;
using NewsMonitor.Storage;
using NewsMonitor.Web;

namespace NewsMonitor.Commands;

/// <summary><c>run</c>: the worker with schedule, polling, scraping, detection, saving, digests and the web page.</summary>
internal static class RunCommand
{
    // Docker and systemd wait ten seconds before they kill.
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(8);

    public static Command Create()
    {
        var command = new Command("run", "Runs the worker: schedule, polling, scraping, detection, saving, digests, web page.\n\nExample:\n  NEWSMONITOR_Digest__TimeZone=Europe/Kyiv newsmonitor run");
        command.SetAction(ExecuteAsync);
        return command;
    }

    public static async Task<int> ExecuteAsync(ParseResult call, CancellationToken cancel)
    {
        var reading = SettingsReader.Read(call.GetValue(CommandLine.ConfigFile));
        if (reading.Settings is not { } settings)
            return Session.Report(reading);

        await using var app = Build(settings, TimeProvider.System);
        try
        {
            await app.StartAsync(cancel);
            await app.WaitForShutdownAsync(cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // Told to stop while it was still starting: what was under way is pending in the store.
        }

        return CommandLine.Done;
    }

    /// <summary>The whole worker; tests build it with a clock of their own.</summary>
    internal static WebApplication Build(Settings settings, TimeProvider time)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().UseUrls([.. settings.Web.Urls.Select(url => url.OriginalString)]);
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = StopWithin);
        builder.Logging.AddConsoleLines().AddFilter("Quartz", LogLevel.Warning).AddFilter("Microsoft", LogLevel.Warning);
        builder.Services.AddSingleton(time);
        builder.Services.AddMonitor(settings);
        builder.Services.AddHostedService<FirstStart>();
        builder.Services.AddScheduling(settings);
        builder.Services.AddSingleton(Metrics);

        var app = builder.Build();
        app.UseRouting();
        WebEndpoints.Map(app, StoredView.Over(app.Services), new WebOptions(string.Join(';', settings.Web.Urls), settings.Web.Token), app.Services.GetRequiredService<PrometheusText>());
        return app;
    }

    private static PrometheusText Metrics(IServiceProvider services)
    {
        var metrics = services.GetRequiredService<NewsMonitorMetrics>();
        var feeds = services.GetRequiredService<FeedStore>();
        var items = services.GetRequiredService<ItemStore>();
        var digests = services.GetRequiredService<DigestStore>();
        metrics.Observe(feeds.Statuses, () => items.Backlog().Count, () => digests.Newest()?.Window.Until);
        return new PrometheusText(meter => meter == metrics.Meter || meter.Name == "System.Runtime");
    }
}
