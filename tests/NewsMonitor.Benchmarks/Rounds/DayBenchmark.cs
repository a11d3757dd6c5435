using System.Diagnostics;
using System.Globalization;
using NewsMonitor.Tests.Simulation;

namespace NewsMonitor.Benchmarks.Rounds;

/// <summary>A simulated day in full size.</summary>
internal static class DayBenchmark
{
    private const int Listed = 20;

    /// <returns>0 where no rule was broken and no entry missed.</returns>
    public static async Task<int> RunAsync(int feeds, int hosts, int seed)
    {
        var folder = Directory.CreateTempSubdirectory("newsmonitor-day-").FullName;
        var began = Stopwatch.GetTimestamp();
        var day = await SimulatedDay.RunAsync(feeds, hosts, folder, seed);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{feeds} feeds on {hosts} hosts, a day in {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"requests: {day.Requests} instead of {day.Naive}, {day.SavedPercent:0.0} % saved"));
        Console.WriteLine($"answers: {string.Join(", ", day.Answers.OrderBy(answer => answer.Key, StringComparer.Ordinal).Select(answer => $"{answer.Key} {answer.Value}"))}");
        Console.WriteLine($"entries: {day.Published} published in the day, {day.Shown} shown, {day.Recorded} recorded, {day.Excused} pushed out while their server did not answer, or it or the feed asked to be left alone");
        Console.WriteLine($"breaches: {day.Breaches.Count}");
        foreach (var breach in day.Breaches.Take(Listed))
            Console.WriteLine($"  {breach}");
        Console.WriteLine($"losses: {day.Losses.Count}");
        foreach (var loss in day.Losses.Take(Listed))
            Console.WriteLine($"  {loss}");
        Directory.Delete(folder, recursive: true);
        return day.Breaches.Count == 0 && day.Losses.Count == 0 && day.Shown == day.Recorded ? 0 : 1;
    }
}
