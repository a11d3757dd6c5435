using System.Diagnostics;
using System.Globalization;

namespace NewsMonitor.Feeds.Tests.Mutations;

/// <summary>
/// Feeds broken at random, by default a thousand made of our own. <c>NEWSMONITOR_FEED_CASES</c> names a JSON Lines file or a folder to make them of instead,
/// <c>NEWSMONITOR_FEED_MUTATIONS</c> how many.
/// </summary>
public sealed class FeedMutationTests(ITestOutputHelper output)
{
    private const int Usual = 1000;
    private const long MostAllocated = 64L * 1024 * 1024;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    [Fact]
    public void Whatever_is_done_to_a_feed_it_is_read_within_a_second_and_bounded_memory_and_never_throws()
    {
        var cases = Environment.GetEnvironmentVariable("NEWSMONITOR_FEED_CASES");
        var mutator = new FeedMutator(cases is null ? FeedSeeds.OwnMaking : FeedSeeds.From(cases));
        var inputs = Environment.GetEnvironmentVariable("NEWSMONITOR_FEED_MUTATIONS") is { } number ? int.Parse(number, CultureInfo.InvariantCulture) : Usual;
        var (feeds, most, longest, bytes) = (0, 0L, TimeSpan.Zero, 0L);
        for (var i = 0; i < inputs; i++)
        {
            var input = mutator.Make(i);
            var (isFeed, allocated, took) = Read(input, i);
            if (took > Longest)
                took = Enumerable.Range(0, 3).Min(_ => Read(input, i).Took); // the machine may have been busy with something else
            Assert.True(took < Longest, $"input {i} took {took}");
            Assert.True(allocated < MostAllocated, $"input {i} allocated {allocated} bytes");
            feeds += isFeed ? 1 : 0;
            bytes += input.Body.Length;
            (most, longest) = (Math.Max(most, allocated), took > longest ? took : longest);
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{inputs} inputs of {bytes / inputs} bytes on average: {feeds} feeds, {inputs - feeds} refused, at most {longest.TotalMilliseconds:0.0} ms and {most / 1024.0 / 1024.0:0.0} MiB allocated, no exception"));
        Assert.InRange(feeds, 1, inputs - 1);
    }

    private static (bool IsFeed, long Allocated, TimeSpan Took) Read(FeedSeed input, int number)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var began = Stopwatch.GetTimestamp();
        try
        {
            var reading = FeedReader.Read(input.Body, new FeedHeaders(input.ContentType), number % 2 == 0 ? null : new Uri(Samples.Site));
            return (reading is FeedReading.Parsed, GC.GetAllocatedBytesForCurrentThread() - before, Stopwatch.GetElapsedTime(began));
        }
        catch (Exception error)
        {
            throw new InvalidOperationException($"input {number} was not borne", error);
        }
    }
}
