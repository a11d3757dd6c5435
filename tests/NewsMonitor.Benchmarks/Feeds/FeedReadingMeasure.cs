using System.Diagnostics;
using System.Globalization;
using NewsMonitor.Feeds;

namespace NewsMonitor.Benchmarks.Feeds;

/// <summary>
/// Measures reading the generated feeds on one thread: megabytes a second, and bytes allocated for each byte read. With a folder it writes
/// the feeds there too, so that <c>sfeed</c> can be timed on the same bytes.
/// </summary>
internal static class FeedReadingMeasure
{
    private const int Rounds = 300;
    private const int Batch = 10;

    /// <summary>Prints a line for each feed and one for all.</summary>
    public static void Run(TextWriter output, string? folder)
    {
        double seconds = 0;
        long bytes = 0, allocated = 0;
        foreach (var (name, feed) in GeneratedFeeds.All)
        {
            if (folder is not null)
                File.WriteAllBytes(Path.Combine(folder, name + ".xml"), feed);
            Measure(feed, Rounds);
            // The quickest batch: what else runs on the machine slows the others.
            var (took, cost) = Measure(feed, Rounds);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-14} {feed.Length,7} bytes  {feed.Length * (double)Rounds / took / 1e6,6:F0} MB/s  {cost / (double)Rounds / feed.Length:F2} bytes allocated a byte"));
            seconds += took;
            bytes += feed.Length * (long)Rounds;
            allocated += cost;
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"all            {bytes / Rounds,7} bytes  {bytes / seconds / 1e6,6:F0} MB/s  {allocated / (double)bytes:F2} bytes allocated a byte"));
    }

    private static (double Seconds, long Allocated) Measure(byte[] feed, int rounds)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        var quickest = double.MaxValue;
        for (var round = 1; round <= rounds; round++)
        {
            if (FeedReader.Read(feed, default, null) is not FeedReading.Parsed { Feed.Faults.Count: 0 })
                throw new InvalidOperationException("A generated feed must be read without a fault.");
            if (round % Batch != 0)
                continue;
            quickest = Math.Min(quickest, Stopwatch.GetElapsedTime(start).TotalSeconds);
            start = Stopwatch.GetTimestamp();
        }
        return (quickest * rounds / Batch, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
