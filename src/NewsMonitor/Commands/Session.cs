using System.CommandLine;
using NewsMonitor.Configuration;

namespace NewsMonitor.Commands;

/// <summary>What a verb works with: checked settings and the parts of the monitor composed from them.</summary>
internal static class Session
{
    /// <summary>Reads the settings and runs <paramref name="work"/> with the monitor's parts; a wrong configuration is told and gives exit code 2.</summary>
    public static async Task<int> RunAsync(ParseResult call, Func<IServiceProvider, CancellationToken, Task<int>> work, CancellationToken cancel)
    {
        var reading = SettingsReader.Read(call.GetValue(CommandLine.ConfigFile));
        if (reading.Settings is not { } settings)
            return Report(reading);

        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddConsoleLines().SetMinimumLevel(LogLevel.Warning));
        services.AddSingleton(TimeProvider.System);
        services.AddMonitor(settings);
        await using var provider = services.BuildServiceProvider();
        return await work(provider, cancel);
    }

    /// <summary>Tells every problem of the configuration, a line each.</summary>
    public static int Report(SettingsReading reading)
    {
        foreach (var problem in reading.Problems)
            Console.Error.WriteLine(problem);
        return reading.Problems.Length == 0 ? CommandLine.Done : CommandLine.WrongCall;
    }

    public static ILoggingBuilder AddConsoleLines(this ILoggingBuilder logging)
    {
        logging.AddConsole(options =>
        {
            options.FormatterName = ConsoleLines.Name;
            options.LogToStandardErrorThreshold = LogLevel.Trace;
        });
        logging.AddConsoleFormatter<ConsoleLines, Microsoft.Extensions.Logging.Console.ConsoleFormatterOptions>();
        return logging;
    }
}
