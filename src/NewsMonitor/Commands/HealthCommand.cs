using System.CommandLine;
using NewsMonitor.Configuration;
using NewsMonitor.Fetching;

namespace NewsMonitor.Commands;

/// <summary><c>health</c>: asks the running worker; what a container's health check calls.</summary>
internal static class HealthCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static Command Create()
    {
        var command = new Command("health", "Asks the running worker whether it is well: exit code 0 or 1.\n\nExample:\n  newsmonitor health");
        command.SetAction(ExecuteAsync);
        return command;
    }

    private static async Task<int> ExecuteAsync(ParseResult call, CancellationToken cancel)
    {
        var reading = SettingsReader.Read(call.GetValue(CommandLine.ConfigFile));
        if (reading.Settings is not { } settings)
            return Session.Report(reading);

        var trouble = await HealthProbe.AskAsync(settings.Web.Urls[0], Patience, cancel);
        if (trouble is null)
        {
            await Console.Out.WriteLineAsync("healthy");
            return CommandLine.Done;
        }

        await Console.Error.WriteLineAsync($"{settings.Web.Urls[0]}: {trouble}");
        return CommandLine.Failed;
    }
}
