using NewsMonitor.Storage;

namespace NewsMonitor.Pipeline;

/// <summary>Which feeds a round asks.</summary>
internal abstract record PollScope
{
    /// <summary>Those whose time has come.</summary>
    public sealed record Due : PollScope;

    /// <summary>All but the parked.</summary>
    public sealed record Everything : PollScope;

    /// <summary>One, by its address.</summary>
    public sealed record One(string Url) : PollScope;
}

/// <summary>How far a round has come.</summary>
internal sealed record RoundStep(int Done, int All, string What)
{
    /// <summary>For work that nobody watches.</summary>
    public static readonly IProgress<RoundStep> Unheard = new Progress<RoundStep>();
}

/// <summary>One round from feeds to saved matches: polls, then reads every page that is due, those that were read before last. The topics are loaded only where a page is.</summary>
internal sealed class PollRound(
    FeedStore feeds, ItemStore items, RevisitStore revisits, Polling polling, Lazy<Scraping> scraping, Lazy<Revisiting> revisiting, TimeProvider time)
{
    public bool Knows(string url) => feeds.Find(url) is not null;

    /// <param name="feedsOnly">Whether the pages of what is new are left to the next round.</param>
    public async Task<RoundSummary> RunAsync(PollScope scope, IProgress<RoundStep> progress, CancellationToken cancel, bool feedsOnly = false)
    {
        var began = time.GetTimestamp();
        var tally = new RoundTally();
        var asked = await polling.RunAsync(scope, tally, progress, cancel);
        if (!feedsOnly && items.Backlog().Next <= time.GetUtcNow())
            await scraping.Value.DrainAsync(tally, progress, cancel);
        if (!feedsOnly && revisits.Next() <= time.GetUtcNow())
            await revisiting.Value.RunDueAsync(cancel);
        return tally.Sum(asked, time.GetElapsedTime(began));
    }
}
