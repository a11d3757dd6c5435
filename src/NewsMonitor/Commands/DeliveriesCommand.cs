using System.CommandLine;
using System.Globalization;
using NewsMonitor.Digests.Delivery;
using NewsMonitor.Storage;

namespace NewsMonitor.Commands;

/// <summary><c>deliveries</c>: the outbox, what went where, when, with which answer; tries again what did not arrive.</summary>
internal static class DeliveriesCommand
{
    private static readonly Option<bool> Failed = new("--failed") { Description = "Only what was tried and did not arrive: parked for good, or waiting for its next attempt." };
    private static readonly Option<long?> Retry = new("--retry") { Description = "Try this one again now, whether it is parked or waiting.", HelpName = "ID" };
    private static readonly Option<bool> Json = new("--json") { Description = "As a JSON array." };

    public static Command Create()
    {
        var command = new Command("deliveries", "Lists what went where, when, and with which answer, newest first.\n\nExample:\n  newsmonitor deliveries --failed\n  newsmonitor deliveries --retry 12") { Failed, Retry, Json };
        command.SetAction((call, cancel) => Session.RunAsync(call, (monitor, stop) => ExecuteAsync(call, monitor, stop), cancel));
        return command;
    }

    private static async Task<int> ExecuteAsync(ParseResult call, IServiceProvider monitor, CancellationToken cancel)
    {
        var outbox = monitor.GetRequiredService<OutboxStore>();
        if (call.GetValue(Retry) is not { } id)
        {
            await PrintAsync(outbox.All(call.GetValue(Failed)), call.GetValue(Json));
            return CommandLine.Done;
        }

        var run = monitor.GetRequiredService<OutboxRun>();
        if (await run.RetryAsync(id, cancel) is { } tried)
        {
            await PrintAsync([tried], call.GetValue(Json));
            return tried.State == OutboxState.Delivered ? CommandLine.Done : CommandLine.Failed;
        }

        await Console.Error.WriteLineAsync(outbox.Find(id) switch
        {
            null => string.Create(CultureInfo.InvariantCulture, $"--retry {id}: no such delivery; `newsmonitor deliveries` shows what there is"),
            { State: OutboxState.Delivered } => string.Create(CultureInfo.InvariantCulture, $"--retry {id}: it was delivered; `newsmonitor digest --date DAY --send --to RECIPIENT` sends it once more"),
            _ => string.Create(CultureInfo.InvariantCulture, $"--retry {id}: another process is sending it right now"),
        });
        return CommandLine.Failed;
    }

    private static async Task PrintAsync(IReadOnlyList<OutboxRow> rows, bool asJson)
    {
        await using var output = StandardOutput.Open();
        await output.WriteAsync(asJson ? DeliveriesListing.OfJson(rows) : DeliveriesListing.OfTable(rows));
    }
}
