using System.CommandLine;
using NewsMonitor.Configuration;

namespace NewsMonitor.Commands;

/// <summary><c>config</c>: the configuration that holds, each value with where it came from.</summary>
internal static class ConfigCommand
{
    public static Command Create()
    {
        var command = new Command("config", "Prints the effective configuration, secrets masked, each value with where it came from.\n\nExample:\n  newsmonitor config --config my.json");
        command.SetAction(Execute);
        return command;
    }

    private static int Execute(ParseResult call)
    {
        var reading = SettingsReader.Read(call.GetValue(CommandLine.ConfigFile));
        var width = reading.Effective.Select(setting => setting.Key.Length).DefaultIfEmpty(0).Max();
        foreach (var setting in reading.Effective)
            Console.Out.WriteLine($"{setting.Key.PadRight(width)} = {setting.Value ?? "(none)"}  [{setting.Source}]");
        return Session.Report(reading);
    }
}
