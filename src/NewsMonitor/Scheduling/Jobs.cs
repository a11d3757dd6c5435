using NewsMonitor.Digests.Delivery;
using NewsMonitor.Pipeline;
using Quartz;

namespace NewsMonitor.Scheduling;

/// <summary>Asks the feeds that are due.</summary>
[DisallowConcurrentExecution]
internal sealed class PollJob(PollTicks ticks, IHostApplicationLifetime host) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        ticks.Tick(host.ApplicationStopping);
        return ValueTask.CompletedTask;
    }
}

/// <summary>Reads the pages that wait.</summary>
[DisallowConcurrentExecution]
internal sealed class ScrapeJob(Scraping scraping, IHostApplicationLifetime host) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await host.UntilStopAsync(stop => scraping.DrainAsync(new RoundTally(), RoundStep.Unheard, stop));
}

/// <summary>Looks again at the pages of matches.</summary>
[DisallowConcurrentExecution]
internal sealed class RevisitJob(Revisiting revisiting, IHostApplicationLifetime host) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await host.UntilStopAsync(revisiting.RunDueAsync);
}

/// <summary>Freezes the digest of the newest slot where it is still wanted; what it covers comes from the stored watermark, not from when this fires.</summary>
[DisallowConcurrentExecution]
internal sealed class DigestJob(DigestCalendar calendar, DigestPress press, OutboxRun outbox, TimeProvider time, IHostApplicationLifetime host) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (calendar.Latest(time.GetUtcNow()) is { } slot && press.FreezeDue(slot) is not null)
            await host.UntilStopAsync(outbox.SendDueAsync);
    }
}

/// <summary>Sends what is still owed.</summary>
[DisallowConcurrentExecution]
internal sealed class DeliveryJob(OutboxRun outbox, IHostApplicationLifetime host) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await host.UntilStopAsync(outbox.SendDueAsync);
}

/// <summary>Drops the text of old articles that said nothing.</summary>
[DisallowConcurrentExecution]
internal sealed class RetentionJob(Retention retention) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        retention.Run();
        return ValueTask.CompletedTask;
    }
}
