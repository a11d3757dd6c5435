using System.Diagnostics;

namespace NewsMonitor.Benchmarks.Rounds;

/// <summary>A program run to its end; what it took is read from the operating system every few milliseconds, so the last of them are missing.</summary>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Processor">Processor time of all its threads.</param>
/// <param name="PeakBytes">Its largest resident set.</param>
/// <param name="Elapsed">From start to end.</param>
internal sealed record MeasuredProcess(int ExitCode, string Output, TimeSpan Processor, long PeakBytes, TimeSpan Elapsed)
{
    private const int LookEvery = 10;

    /// <param name="program">An executable, or a .NET assembly.</param>
    public static async Task<MeasuredProcess> RunAsync(string program, IEnumerable<string> arguments, string folder, IReadOnlyDictionary<string, string> environment)
    {
        var isAssembly = program.EndsWith(".dll", StringComparison.Ordinal);
        var start = new ProcessStartInfo(isAssembly ? "dotnet" : program) { WorkingDirectory = folder, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in isAssembly ? arguments.Prepend(program) : arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var (peak, processor) = (0L, TimeSpan.Zero);
        while (!process.WaitForExit(LookEvery))
        {
            process.Refresh();
            if (process.HasExited)
                break;
            peak = Math.Max(peak, process.PeakWorkingSet64);
            processor = process.TotalProcessorTime;
        }

        return new MeasuredProcess(process.ExitCode, await output, processor, peak, Stopwatch.GetElapsedTime(began));
    }
}
