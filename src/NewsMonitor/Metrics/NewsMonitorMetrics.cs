using System.Diagnostics.Metrics;
using NewsMonitor.Digests;
using NewsMonitor.Subscriptions;

namespace NewsMonitor.Metrics;

/// <summary>What the monitor counts of itself. Labels are from small closed sets: no address, no name, nothing from outside.</summary>
internal sealed class NewsMonitorMetrics : IDisposable
{
    private readonly Counter<long> polls;
    private readonly Histogram<double> pollSeconds;
    private readonly Counter<long> items;
    private readonly Counter<long> pages;
    private readonly Histogram<double> pageSeconds;
    private readonly Counter<long> articles;
    private readonly Counter<long> matches;
    private readonly Counter<long> digests;
    private readonly Counter<long> deliveries;

    /// <summary>The meter, for whoever listens.</summary>
    public Meter Meter { get; } = new("NewsMonitor");

    public NewsMonitorMetrics()
    {
        polls = Meter.CreateCounter<long>("newsmonitor.feed.polls", description: "Feed requests by outcome");
        pollSeconds = Meter.CreateHistogram<double>("newsmonitor.feed.poll.duration", "s", "Time one feed request took");
        items = Meter.CreateCounter<long>("newsmonitor.items", description: "Items seen for the first time");
        pages = Meter.CreateCounter<long>("newsmonitor.pages", description: "Pages fetched by outcome");
        pageSeconds = Meter.CreateHistogram<double>("newsmonitor.page.duration", "s", "Time from fetching a page to saving its article");
        articles = Meter.CreateCounter<long>("newsmonitor.articles", description: "Articles saved");
        matches = Meter.CreateCounter<long>("newsmonitor.matches", description: "Articles with a finding, by topic");
        digests = Meter.CreateCounter<long>("newsmonitor.digests", description: "Digests frozen");
        deliveries = Meter.CreateCounter<long>("newsmonitor.deliveries", description: "Attempts to deliver a digest, by channel and outcome");
    }

    /// <param name="outcome">Such as <c>ok</c>, <c>not-modified</c>, <c>failed</c>.</param>
    /// <param name="took">From the request to the end of the body.</param>
    public void Polled(string outcome, TimeSpan took)
    {
        polls.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
        pollSeconds.Record(took.TotalSeconds);
    }

    public void ItemsSeen(int count) => items.Add(count);

    /// <param name="outcome">Such as <c>article</c>, <c>no-text</c>, <c>failed</c>.</param>
    /// <param name="took">From the request to the commit.</param>
    public void PageDone(string outcome, TimeSpan took)
    {
        pages.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
        pageSeconds.Record(took.TotalSeconds);
    }

    public void ArticleSaved() => articles.Add(1);

    /// <param name="topic">The id of a topic that is watched.</param>
    public void Matched(string topic) => matches.Add(1, new KeyValuePair<string, object?>("topic", topic));

    public void DigestFrozen() => digests.Add(1);

    /// <param name="channel">Such as <c>mail</c>.</param>
    /// <param name="outcome">Such as <c>delivered</c>, <c>pending</c>, <c>parked</c>.</param>
    public void Delivery(string channel, string outcome) =>
        deliveries.Add(1, new KeyValuePair<string, object?>("channel", channel), new KeyValuePair<string, object?>("outcome", outcome));

    /// <summary>Reports the feeds by state, the items waiting for their page, and the time of the last digest, asked for at each reading.</summary>
    public void Observe(Func<IReadOnlyCollection<FeedStatus>> feeds, Func<long> pendingItems, Func<DateTimeOffset?> lastDigest)
    {
        Meter.CreateObservableGauge("newsmonitor.feeds", () => States(FeedHealth.Tally(feeds())), description: "Feeds by state");
        Meter.CreateObservableGauge("newsmonitor.feeds.trouble", () => Troubles(feeds()), description: "Feeds by what is wrong with them");
        Meter.CreateObservableGauge("newsmonitor.items.pending", pendingItems, description: "Items whose page is not done");
        Meter.CreateObservableGauge(
            "newsmonitor.digest.last.time",
            () => lastDigest()?.ToUnixTimeSeconds() ?? 0,
            "s",
            "When the last digest was frozen, in seconds since 1970; 0 before the first");
    }

    public void Dispose() => Meter.Dispose();

    // Kinds that nothing suffers from are told as 0, so that an alert can be written before the first one does.
    private static IEnumerable<Measurement<long>> Troubles(IReadOnlyCollection<FeedStatus> feeds) => TroubleWords.Kinds.Select(kind =>
        new Measurement<long>(feeds.Count(feed => feed.Trouble?.Kind == kind), new KeyValuePair<string, object?>("kind", TroubleWords.Word(kind))));

    private static Measurement<long>[] States(FeedTally tally) =>
    [
        new(tally.Ok, new KeyValuePair<string, object?>("state", "ok")),
        new(tally.Down, new KeyValuePair<string, object?>("state", "down")),
        new(tally.Waiting, new KeyValuePair<string, object?>("state", "waiting")),
    ];
}
