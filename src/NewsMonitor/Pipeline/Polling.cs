using NewsMonitor.Configuration;
using NewsMonitor.Feeds;
using NewsMonitor.Fetching;
using NewsMonitor.Metrics;
using NewsMonitor.Storage;
using NewsMonitor.Subscriptions;

namespace NewsMonitor.Pipeline;

/// <summary>Asks the feeds that are due and records what they show, before any page is fetched. Several rounds may run at once: none asks a feed that another one is asking.</summary>
internal sealed class Polling(
    Database database, FeedStore feeds, Fetcher fetcher, FeedBody bodies, FeedsSettings settings, FetchingOptions fetching, NewsMonitorMetrics metrics, TimeProvider time, Random dice, ILogger<Polling> log)
{
    private const int AtOnce = 10_000;

    private readonly PollBounds bounds = new(settings.MinInterval, settings.MaxInterval);
    private readonly Lock counting = new();
    private readonly HashSet<long> underWay = [];

    // A claim outlives a fetch and a wait for its host's turn; longer waits renew it.
    private TimeSpan Claim => fetching.Timeout + TimeSpan.FromMinutes(30);

    /// <summary>Claims the feeds of a scope and asks them all.</summary>
    /// <returns>How many feeds were claimed.</returns>
    public async Task<int> RunAsync(PollScope scope, RoundTally tally, IProgress<RoundStep> progress, CancellationToken cancel)
    {
        var claimed = Take(scope);
        var open = claimed.Select(feed => feed.Id).ToHashSet();
        try
        {
            // The fetcher bounds what is on the wire; here every feed only waits for its host's turn.
            await Task.WhenAll(claimed.Select(async feed =>
            {
                await PollAsync(feed, tally, cancel);
                lock (counting)
                {
                    open.Remove(feed.Id);
                    underWay.Remove(feed.Id);
                    progress.Report(new RoundStep(claimed.Count - open.Count, claimed.Count, "feeds"));
                }
            }));
        }
        finally
        {
            Release(open);
        }

        return claimed.Count;
    }

    private List<StoredFeed> Take(PollScope scope)
    {
        lock (counting)
        {
            var now = time.GetUtcNow();
            if (underWay.Count > 0)
                feeds.Renew(underWay, now, Claim);
            var claimed = scope switch
            {
                PollScope.Everything => feeds.All(now, Claim),
                PollScope.One one => feeds.One(one.Url, now, Claim),
                _ => feeds.Due(now, Claim, AtOnce),
            };
            return [.. claimed.Where(feed => underWay.Add(feed.Id))];
        }
    }

    private void Release(HashSet<long> open)
    {
        lock (counting)
        {
            underWay.ExceptWith(open);
            if (open.Count > 0)
                feeds.Release(open);
        }
    }

    private async Task PollAsync(StoredFeed feed, RoundTally tally, CancellationToken cancel)
    {
        if (!WebAddress.TryParse(feed.State.Url, out var address, out var problem))
        {
            Save(feed, new PollFacts.Failed(problem), tally);
            return;
        }

        var asked = time.GetTimestamp();
        var outcome = await fetcher.FetchAsync(new FetchRequest(address, FetchPurpose.Feed, feed.State.ETag, feed.State.LastModified), cancel);
        metrics.Polled(OutcomeWord(outcome), time.GetElapsedTime(asked));
        if (outcome is FetchOutcome.Fetched fetched)
            await SaveReadAsync(feed, fetched, tally, cancel);
        else
            Save(feed, PollFacts.Of(outcome), tally);
    }

    private async Task SaveReadAsync(StoredFeed feed, FetchOutcome.Fetched fetched, RoundTally tally, CancellationToken cancel)
    {
        var (read, trouble) = await bodies.ReadAsync(fetched, cancel);
        var items = read is null ? [] : FeedEntries.Of(feed, read);
        var now = time.GetUtcNow();
        var (next, added) = database.Write(connection =>
        {
            var count = ItemStore.Record(connection, feed.Id, items, now);
            var facts = PollFacts.Of(fetched, read is null ? null : read.Hints(count), trouble);
            var state = PollPlan.Next(feed.State, facts, now, bounds, dice.NextDouble);
            return (FeedStore.Save(connection, feed, state, read?.Title, now), count);
        });
        tally.ItemsNew(added);
        metrics.ItemsSeen(added);
        Told(feed, next, added, items.Count, tally);
    }

    private void Save(StoredFeed feed, PollFacts facts, RoundTally tally)
    {
        var now = time.GetUtcNow();
        var next = PollPlan.Next(feed.State, facts, now, bounds, dice.NextDouble);
        next = database.Write(connection => FeedStore.Save(connection, feed, next, title: null, now));
        if (facts is PollFacts.NotModified)
            tally.NotModified();
        if (facts is PollFacts.Deferred)
            return;
        Told(feed, next, 0, 0, tally);
    }

    private void Told(StoredFeed feed, PollState next, int added, int items, RoundTally tally)
    {
        tally.Polled();
        if (next.Trouble is { } trouble && trouble.Kind != feed.State.Trouble?.Kind)
            log.LogWarning("{Feed} is {Trouble}: {Reason}", feed.State.Url, TroubleWords.Word(trouble.Kind), trouble.Reason);
        if (next.Recovery is { } recovery && recovery != feed.State.Recovery)
            log.LogInformation("{Feed} {Recovered}", next.Url, TroubleWords.Words(recovery));
        if (next.State is FeedState.Failing or FeedState.Parked)
            tally.Failed(feed.State.Url, next.Reason ?? "unknown");
        else
            log.LogInformation("Polled {Feed}: {New} new of {Items}, next at {Next:u}", feed.State.Url, added, items, next.NextPollAt);
    }

    private static string OutcomeWord(FetchOutcome outcome) => outcome switch
    {
        FetchOutcome.Fetched => "ok",
        FetchOutcome.NotModified => "not-modified",
        FetchOutcome.Refused => "refused",
        _ => "failed",
    };
}
