using System.Diagnostics;
using System.Globalization;

namespace NewsMonitor.Benchmarks.Rounds;

/// <summary>One round of the program itself, as its own process, over a site on loopback; what it took is read from the operating system.</summary>
internal static class PollRoundBenchmark
{
    /// <param name="program">The published <c>newsmonitor</c> or its dll.</param>
    public static async Task<int> RunAsync(string program, int feeds, int items)
    {
        await using var site = await LoopbackSite.StartAsync(feeds, items);
        var folder = Directory.CreateTempSubdirectory("newsmonitor-round-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "feeds.opml"), site.Opml);
        var start = new ProcessStartInfo(program.EndsWith(".dll", StringComparison.Ordinal) ? "dotnet" : program) { WorkingDirectory = folder, RedirectStandardOutput = true, UseShellExecute = false };
        if (program.EndsWith(".dll", StringComparison.Ordinal))
            start.ArgumentList.Add(program);
        start.ArgumentList.Add("poll");
        start.ArgumentList.Add("--all");
        start.ArgumentList.Add("--json");
        start.Environment["NEWSMONITOR_Storage__Path"] = Path.Combine(folder, "newsmonitor.db");
        start.Environment["NEWSMONITOR_Digest__Folder"] = Path.Combine(folder, "digests");
        start.Environment["NEWSMONITOR_Feeds__Opml"] = Path.Combine(folder, "feeds.opml");
        start.Environment["NEWSMONITOR_Fetching__AllowedNetworks"] = "127.0.0.0/8";
        start.Environment["NEWSMONITOR_Fetching__PerHostDelay"] = "00:00:00";

        using var round = Process.Start(start)!;
        var output = round.StandardOutput.ReadToEndAsync();
        var peak = 0L;
        var processor = TimeSpan.Zero;
        while (!round.WaitForExit(100))
        {
            round.Refresh();
            if (round.HasExited)
                break;
            peak = Math.Max(peak, round.PeakWorkingSet64);
            processor = round.TotalProcessorTime;
        }

        Console.WriteLine(await output);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{feeds} feeds of {items} items: processor time {processor.TotalSeconds:0.0} s, peak memory {peak >> 20} MiB"));
        Directory.Delete(folder, recursive: true);
        return round.ExitCode;
    }
}
