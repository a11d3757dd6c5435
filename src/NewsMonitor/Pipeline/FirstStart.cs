using NewsMonitor.Configuration;
using NewsMonitor.Digests.Delivery;
using NewsMonitor.Seeds;
using NewsMonitor.Storage;

namespace NewsMonitor.Pipeline;

/// <summary>Before the schedule begins: the subscriptions are brought in step, and a store that has never told anything is seeded and tells it at once.</summary>
internal sealed class FirstStart(SubscriptionSync subscriptions, DigestStore digests, Seeding seeding, DigestPress press, OutboxRun outbox, ILogger<FirstStart> log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        subscriptions.Run();
        if (digests.Any() || Shipped.Find("seeds/articles") is not { } folder)
            return;

        var progress = new Progress<SeedStep>(step =>
        {
            if (step.Trouble is not null)
                log.LogWarning("{File}: {Trouble}", step.File, step.Trouble);
        });
        var summary = await seeding.RunAsync(Seeding.Files([folder]), progress, cancellationToken);
        log.LogInformation("Seeded {Articles} articles, {Matches} with findings", summary.New + summary.Known, summary.Matches);
        press.FreezeFirst();
        await outbox.SendDueAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
