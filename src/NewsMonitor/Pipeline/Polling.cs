using System.Net;
using NewsMonitor.Articles;
using NewsMonitor.Configuration;
using NewsMonitor.Feeds;
using NewsMonitor.Fetching;
using NewsMonitor.Metrics;
using NewsMonitor.Storage;
using NewsMonitor.Subscriptions;

namespace NewsMonitor.Pipeline;

/// <summary>Asks the feeds that are due and records what they show, before any page is fetched.</summary>
internal sealed class Polling(Database database, FeedStore feeds, Fetcher fetcher, FeedParser parse, FeedsSettings settings, FetchingOptions fetching, NewsMonitorMetrics metrics, TimeProvider time, ILogger<Polling> log)
{
    private const int AtOnce = 10_000;

    private readonly PollBounds bounds = new(settings.MinInterval, settings.MaxInterval);

    // A claim outlives the longest poll: every turn at a slow host and a whole fetch.
    private TimeSpan Claim => fetching.Timeout + TimeSpan.FromMinutes(30);

    /// <summary>Claims the feeds of a scope and asks them all.</summary>
    /// <returns>How many feeds were claimed.</returns>
    public async Task<int> RunAsync(PollScope scope, RoundTally tally, IProgress<RoundStep> progress, CancellationToken cancel)
    {
        var claimed = scope switch
        {
            PollScope.Everything => feeds.All(time.GetUtcNow(), Claim),
            PollScope.One one => feeds.One(one.Url, time.GetUtcNow(), Claim),
            _ => feeds.Due(time.GetUtcNow(), Claim, AtOnce),
        };
        var open = claimed.Select(feed => feed.Id).ToHashSet();
        try
        {
            // The fetcher bounds what is on the wire; here every feed only waits for its host's turn.
            await Task.WhenAll(claimed.Select(async feed =>
            {
                await PollAsync(feed, tally, cancel);
                lock (open)
                {
                    open.Remove(feed.Id);
                    progress.Report(new RoundStep(claimed.Count - open.Count, claimed.Count, "feeds"));
                }
            }));
        }
        finally
        {
            if (open.Count > 0)
                feeds.Release(open);
        }

        return claimed.Count;
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
            SaveRead(feed, fetched, tally);
        else
            Save(feed, PollFacts.Of(outcome, read => throw new InvalidOperationException("nothing was fetched")), tally);
    }

    private void SaveRead(StoredFeed feed, FetchOutcome.Fetched fetched, RoundTally tally)
    {
        var reading = parse(fetched.Body.Span, new FeedHeaders(fetched.Answer.ContentType), fetched.Answer.Address.Uri);
        var read = reading is FeedReading.Parsed parsed ? parsed.Feed : null;
        var items = read is null ? [] : NewItems(feed, read).ToList();
        var now = time.GetUtcNow();
        var (next, added) = database.Write(connection =>
        {
            var count = ItemStore.Record(connection, feed.Id, items, now);
            var facts = PollFacts.Of(fetched, _ => read is null
                ? (null, ((FeedReading.NotAFeed)reading).Sentence)
                : (read.Hints(count), read.Faults.Any(fault => fault.Kind == FeedFaultKind.Truncated) ? "the feed is cut off; what could be read was kept" : null));
            var state = PollPlan.Next(feed.State, facts, now, bounds, Random.Shared.NextDouble);
            FeedStore.Save(connection, feed.Id, state, read?.Title);
            return (state, count);
        });
        tally.ItemsNew(added);
        metrics.ItemsSeen(added);
        Told(feed, next, added, items.Count, tally);
    }

    private void Save(StoredFeed feed, PollFacts facts, RoundTally tally)
    {
        var now = time.GetUtcNow();
        var next = PollPlan.Next(feed.State, facts, now, bounds, Random.Shared.NextDouble);
        database.Write(connection => FeedStore.Save(connection, feed.Id, next, title: null));
        if (facts is PollFacts.NotModified)
            tally.NotModified();
        if (facts is PollFacts.Deferred)
            return;
        Told(feed, next, 0, 0, tally);
    }

    private void Told(StoredFeed feed, PollState next, int added, int items, RoundTally tally)
    {
        tally.Polled();
        if (next.State is FeedState.Failing or FeedState.Parked)
        {
            tally.Failed(feed.State.Url, next.Reason ?? "unknown");
            if (feed.State.Reason != next.Reason)
                log.LogWarning("{Feed}: {Reason}", feed.State.Url, next.Reason);
            return;
        }

        if (feed.State.State == FeedState.Failing)
            log.LogInformation("{Feed}: restored", feed.State.Url);
        log.LogInformation("Polled {Feed}: {New} new of {Items}, next at {Next:u}", feed.State.Url, added, items, next.NextPollAt);
    }

    private static string OutcomeWord(FetchOutcome outcome) => outcome switch
    {
        FetchOutcome.Fetched => "ok",
        FetchOutcome.NotModified => "not-modified",
        FetchOutcome.Refused => "refused",
        _ => "failed",
    };

    private static IEnumerable<NewItem> NewItems(StoredFeed subscribed, Feed feed)
    {
        foreach (var item in feed.Items)
        {
            var link = item.OriginalLink ?? item.Link;
            var text = (item.Content ?? item.Summary) is { } written ? written.IsHtml ? written.Value : WebUtility.HtmlEncode(written.Value) : null;
            var published = (item.Published ?? item.Updated)?.ToString();
            if (CanonicalUrl.TryCreate(link, out var canonical))
                yield return new NewItem(item.Id ?? canonical.Value, link!, canonical.Key, canonical.Value, canonical.Host, item.Title, text, published);
            else if ((item.Id ?? item.Title ?? text) is { } identity)
                yield return Unlinked(subscribed, identity, item.Title, text, published);
        }
    }

    /// <summary>An entry without a page: what the feed says of it is all there is, under a name made of its identity.</summary>
    private static NewItem Unlinked(StoredFeed feed, string identity, string? title, string? text, string? published)
    {
        var name = $"urn:newsmonitor:entry:{Intake.Sha256($"{feed.State.Url}\n{identity}")[..24]}";
        return new NewItem(identity, name, name, name, "", title, text, published);
    }
}
