using NewsMonitor.Fetching;
using NewsMonitor.Metrics;
using NewsMonitor.Storage;

namespace NewsMonitor.Pipeline;

/// <summary>One pending item becomes an article: its page where it can be had, else what the feed itself said of it.</summary>
internal sealed class ItemScan(Fetcher fetcher, PageReader pages, Intake intake, ItemStore items, NewsMonitorMetrics metrics, TimeProvider time)
{
    // What a page that cannot be had now is asked again after; then the feed's own text must do.
    private static readonly TimeSpan[] Ladder = [TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(8)];

    public async Task RunAsync(PendingItem item, RoundTally tally, CancellationToken cancel)
    {
        if (intake.SeenAgain(item))
            return;
        if (item.Url.StartsWith(NewItem.PagelessScheme, StringComparison.Ordinal))
        {
            await SettleAsync(item, "the feed names no page of its own for this entry", tally, cancel);
            return;
        }

        if (!WebAddress.TryParse(item.Url, out var address, out var problem))
        {
            await SettleAsync(item, $"the link is no web address: {problem}", tally, cancel);
            return;
        }

        var asked = time.GetTimestamp();
        var outcome = await fetcher.FetchAsync(new FetchRequest(address, FetchPurpose.Page), cancel);
        await TakeAsync(item, outcome, tally, cancel);
        metrics.PageDone(outcome switch { FetchOutcome.Fetched => "ok", FetchOutcome.Refused => "refused", _ => "failed" }, time.GetElapsedTime(asked));
    }

    /// <summary>Puts an item off by the next step of the ladder, or until the host wants to be asked again where that is later; given up after the last step.</summary>
    public void PutOff(PendingItem item, string reason, TimeSpan? retryAfter)
    {
        var now = time.GetUtcNow();
        if (item.Attempts >= Ladder.Length)
        {
            items.Fail(item.Id, reason, now);
            return;
        }

        var step = Ladder[item.Attempts];
        items.TryAgain(item.Id, reason, now + (retryAfter > step ? retryAfter.Value : step));
    }

    private async Task TakeAsync(PendingItem item, FetchOutcome outcome, RoundTally tally, CancellationToken cancel)
    {
        switch (outcome)
        {
            case FetchOutcome.Fetched fetched:
                tally.Page();
                await ReadAsync(item, fetched, tally, cancel);
                break;
            case FetchOutcome.Failed { Failure: FetchFailure.Resting, RetryAfter: { } rest } resting:
                // Nothing was asked, so no attempt is counted.
                items.Wait(item.Id, resting.Reason, time.GetUtcNow() + rest);
                break;
            case FetchOutcome.Refused refused:
                await SettleAsync(item, refused.Reason, tally, cancel);
                break;
            case FetchOutcome.Failed failed when IsFinal(failed) || item.Attempts >= Ladder.Length:
                await SettleAsync(item, failed.Reason, tally, cancel);
                break;
            case FetchOutcome.Failed failed:
                PutOff(item, failed.Reason, failed.RetryAfter);
                break;
            default:
                await SettleAsync(item, "the server claims that we hold a copy", tally, cancel);
                break;
        }
    }

    private async Task ReadAsync(PendingItem item, FetchOutcome.Fetched fetched, RoundTally tally, CancellationToken cancel)
    {
        var reading = await pages.ReadAsync(item, fetched, cancel);
        if (reading.Article is { } article)
        {
            await SaveAsync(item, article, reading.Reason, tally, cancel);
            return;
        }

        var reason = reading.Reason ?? "no text on the page";
        tally.WithoutText(item.FeedUrl, reason);
        await SettleAsync(item, reason, tally, cancel);
    }

    /// <summary>The page cannot be had or read: the feed's own text stands in, and the match says so.</summary>
    private async Task SettleAsync(PendingItem item, string reason, RoundTally tally, CancellationToken cancel)
    {
        if (await pages.FromFeedAsync(item, reason, cancel) is { } article)
            await SaveAsync(item, article, reason, tally, cancel);
        else
            items.Fail(item.Id, reason, time.GetUtcNow());
    }

    private async Task SaveAsync(PendingItem item, ReadArticle article, string? reason, RoundTally tally, CancellationToken cancel)
    {
        var saved = await intake.TakeAsync(article, item, reason, cancel);
        tally.Saved(saved.Saving == Saving.New, saved.HasFindings);
    }

    private static bool IsFinal(FetchOutcome.Failed failed) => failed.Failure == FetchFailure.Gone || failed.Status is 400 or 401 or 402 or 403 or 404 or 405 or 406 or 451;
}
