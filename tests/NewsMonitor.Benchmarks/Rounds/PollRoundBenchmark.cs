using System.Globalization;

namespace NewsMonitor.Benchmarks.Rounds;

/// <summary>One round of the program itself, as its own process, over a site on loopback.</summary>
internal static class PollRoundBenchmark
{
    /// <param name="program">The published <c>newsmonitor</c> or its dll.</param>
    public static async Task<int> RunAsync(string program, int feeds, int items)
    {
        await using var site = await LoopbackSite.StartAsync(feeds, items);
        var folder = Directory.CreateTempSubdirectory("newsmonitor-round-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "feeds.opml"), site.Opml);
        var round = await MeasuredProcess.RunAsync(program, ["poll", "--all", "--json"], folder, Settings(folder));
        Console.WriteLine(round.Output);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{feeds} feeds of {items} items: processor time {round.Processor.TotalSeconds:0.0} s, peak memory {round.PeakBytes >> 20} MiB"));
        Directory.Delete(folder, recursive: true);
        return round.ExitCode;
    }

    /// <summary>Everything in one folder, loopback allowed, no delay toward a host.</summary>
    public static Dictionary<string, string> Settings(string folder) => new(StringComparer.Ordinal)
    {
        ["NEWSMONITOR_Storage__Path"] = Path.Combine(folder, "newsmonitor.db"),
        ["NEWSMONITOR_Digest__Folder"] = Path.Combine(folder, "digests"),
        ["NEWSMONITOR_Feeds__Opml"] = Path.Combine(folder, "feeds.opml"),
        ["NEWSMONITOR_Fetching__AllowedNetworks"] = "127.0.0.0/8",
        ["NEWSMONITOR_Fetching__PerHostDelay"] = "00:00:00",
    };
}
