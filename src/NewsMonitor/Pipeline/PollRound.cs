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

/// <summary>One round from feeds to saved matches: polls, then reads every page that is due, those that were read before last.</summary>
internal sealed class PollRound(FeedStore feeds, Polling polling, Scraping scraping, Revisiting revisiting, TimeProvider time)
{
    public bool Knows(string url) => feeds.Find(url) is not null;

    public async Task<RoundSummary> RunAsync(PollScope scope, IProgress<RoundStep> progress, CancellationToken cancel)
    {
        var began = time.GetTimestamp();
        var tally = new RoundTally();
        var asked = await polling.RunAsync(scope, tally, progress, cancel);
        await scraping.DrainAsync(tally, progress, cancel);
        await revisiting.RunDueAsync(cancel);
        return tally.Sum(asked, time.GetElapsedTime(began));
    }
}
