using System.Diagnostics;

namespace NewsMonitor.Tests.Worlds;

/// <summary>The program as users run it: a process of its own, in a folder of its own.</summary>
internal sealed class NewsMonitorProgram(TemporaryFolder folder)
{
    private static readonly string Assembly = typeof(Composition).Assembly.Location;

    /// <summary>What every call finds in its environment.</summary>
    public Dictionary<string, string> Environment { get; } = new(StringComparer.Ordinal)
    {
        ["NEWSMONITOR_Storage__Path"] = folder.File("data/newsmonitor.db"),
        ["NEWSMONITOR_Digest__Folder"] = folder.File("data/digests"),
        ["NEWSMONITOR_Fetching__AllowedNetworks"] = "127.0.0.0/8",
        ["NEWSMONITOR_Fetching__PerHostDelay"] = "00:00:00",
    };

    /// <summary>Runs to the end.</summary>
    public async Task<ProgramEnd> RunAsync(params string[] arguments) => await RunAsync("", arguments);

    /// <summary>Runs to the end, with something on standard input.</summary>
    public async Task<ProgramEnd> RunAsync(string input, string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new ProgramEnd(process.ExitCode, await output, await error);
    }

    /// <summary>Starts and leaves the rest to the test.</summary>
    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Assembly, .. arguments])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in Environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }
}

/// <summary>How a call ended.</summary>
internal sealed record ProgramEnd(int ExitCode, string Output, string Error);
