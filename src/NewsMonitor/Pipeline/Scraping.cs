using NewsMonitor.Fetching;
using NewsMonitor.Storage;

namespace NewsMonitor.Pipeline;

/// <summary>
/// From pending items to saved articles. Hosts take turns and none holds more than its share of what is under way,
/// so that one slow host never holds up the others; what is stopped half-way stays pending.
/// </summary>
internal sealed class Scraping(ItemStore items, ItemScan scan, FetchingOptions options, TimeProvider time, ILogger<Scraping> log)
{
    private const int Batch = 2000;

    // Most of what is under way only waits for its host's turn; the fetcher itself bounds what is on the wire.
    private const int WaitingForEach = 4;
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(5);

    /// <summary>Works until nothing is due any more.</summary>
    /// <exception cref="OperationCanceledException">It was told to stop; what was under way is pending still.</exception>
    public async Task DrainAsync(RoundTally tally, IProgress<RoundStep> progress, CancellationToken cancel)
    {
        var done = 0;
        var underWay = new UnderWay(options.PerHostConnections, options.MaxConcurrency * WaitingForEach);
        try
        {
            while (true)
            {
                cancel.ThrowIfCancellationRequested();
                var looked = time.GetTimestamp();
                var waiting = items.Due(time.GetUtcNow(), Batch).Where(item => !underWay.Holds(item)).ToList();
                if (waiting.Count == 0 && underWay.IsEmpty)
                    return;

                while (!underWay.IsEmpty || waiting.Count > 0)
                {
                    waiting.RemoveAll(item => underWay.TryStart(item, () => ScanAsync(item, tally, cancel)));
                    done += await underWay.SomeDoneAsync();
                    progress.Report(new RoundStep(done, done + waiting.Count + underWay.Count, "pages"));
                    if (waiting.Count == 0 || time.GetElapsedTime(looked) > LookAgain)
                        break;
                }
            }
        }
        finally
        {
            await underWay.AllDoneAsync();
        }
    }

    private async Task ScanAsync(PendingItem item, RoundTally tally, CancellationToken cancel)
    {
        try
        {
            await scan.RunAsync(item, tally, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // Pending as it was: the next start takes it up again.
        }
        catch (Exception bug) when (bug is not OutOfMemoryException and not DatabaseUnusableException)
        {
            // One article that trips over a bug of ours must not hold up the rest of the world's news.
            log.LogError(bug, "Reading {Url} failed", item.Url);
            scan.PutOff(item, "a fault in the program; see its log", retryAfter: null);
        }
    }

    /// <summary>What is being read now: bounded in all and for each host, one at a time for each address.</summary>
    private sealed class UnderWay(int perHost, int inAll)
    {
        private readonly Dictionary<Task, PendingItem> tasks = [];
        private readonly Dictionary<string, int> hosts = new(StringComparer.Ordinal);
        private readonly HashSet<string> addresses = new(StringComparer.Ordinal);
        private readonly HashSet<long> ids = [];

        public int Count => tasks.Count;

        public bool IsEmpty => tasks.Count == 0;

        public bool Holds(PendingItem item) => ids.Contains(item.Id);

        public bool TryStart(PendingItem item, Func<Task> work)
        {
            if (tasks.Count >= inAll || hosts.GetValueOrDefault(item.Host) >= perHost || !addresses.Add(item.CanonicalKey))
                return false;
            hosts[item.Host] = hosts.GetValueOrDefault(item.Host) + 1;
            ids.Add(item.Id);
            tasks.Add(Task.Run(work), item);
            return true;
        }

        /// <summary>Waits until at least one is done, and clears away all that are.</summary>
        public async Task<int> SomeDoneAsync()
        {
            if (tasks.Count == 0)
                return 0;
            await Task.WhenAny(tasks.Keys);
            var done = tasks.Where(pair => pair.Key.IsCompleted).ToList();
            foreach (var (task, item) in done)
            {
                tasks.Remove(task);
                ids.Remove(item.Id);
                addresses.Remove(item.CanonicalKey);
                if (--hosts[item.Host] == 0)
                    hosts.Remove(item.Host);
                await task;
            }

            return done.Count;
        }

        public Task AllDoneAsync() => Task.WhenAll(tasks.Keys);
    }
}
