using NewsMonitor.Fetching;
using NewsMonitor.Revisions;
using NewsMonitor.Storage;

namespace NewsMonitor.Pipeline;

/// <summary>
/// Looks again at the pages of matches that are due, with the same manners as at the first time and only for what has changed. Nothing but a page that could be read, or one that is
/// said to be gone twice and hours apart, says anything about an article: a wall, a challenge or a broken answer leaves it as it is.
/// </summary>
internal sealed class Revisiting(Database database, RevisitStore revisits, Fetcher fetcher, FetchingOptions fetching, PageReader pages, Intake intake, TimeProvider time, ILogger<Revisiting> log)
{
    private const int AtOnce = 100;
    private const int MostFailures = 3;

    /// <summary>The least share of a text's sentences that must still stand on a page that calls itself another one.</summary>
    private const double SamePage = 0.3;

    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(30);

    // Longer than most mishaps of a publisher's own system last.
    private static readonly TimeSpan AskTwiceAfter = TimeSpan.FromHours(6);
    private static readonly TimeSpan MissingFor = TimeSpan.FromHours(3);

    // A claim outlives the longest look: every turn at a slow host and a whole fetch.
    private TimeSpan Claim => fetching.Timeout + TimeSpan.FromMinutes(30);

    /// <summary>Looks at everything that is due.</summary>
    /// <exception cref="OperationCanceledException">It was told to stop; what was not looked at is due still.</exception>
    public async Task RunDueAsync(CancellationToken cancel)
    {
        while (revisits.Claim(time.GetUtcNow(), Claim, AtOnce) is { Count: > 0 } due)
        {
            var open = due.Select(revisit => revisit.ArticleId).ToHashSet();
            try
            {
                await Task.WhenAll(due.Select(async revisit =>
                {
                    await LookAsync(revisit, cancel);
                    lock (open)
                        open.Remove(revisit.ArticleId);
                }));
            }
            finally
            {
                if (open.Count > 0)
                    revisits.Release(open);
            }
        }
    }

    private async Task LookAsync(DueRevisit due, CancellationToken cancel)
    {
        try
        {
            await AskAsync(due, cancel);
        }
        catch (Exception bug) when (bug is not OperationCanceledException and not OutOfMemoryException and not DatabaseUnusableException)
        {
            // One page that trips over a bug of ours must not keep the others from being looked at.
            log.LogError(bug, "Looking again at {Url} failed", due.CanonicalUrl);
            Save(due, Passed(due, "a fault in the program; see its log"));
        }
    }

    private async Task AskAsync(DueRevisit due, CancellationToken cancel)
    {
        if (!WebAddress.TryParse(due.Page.Url, out var address, out var problem))
        {
            Save(due, new RevisitPlan(due.Page, null, due.Failures, due.MissingSince, problem));
            return;
        }

        var outcome = await fetcher.FetchAsync(new FetchRequest(address, FetchPurpose.Page, due.Page.ETag, due.Page.LastModified), cancel);
        switch (outcome)
        {
            case FetchOutcome.NotModified:
                Save(due, Seen(due, due.Page, "not modified"));
                break;
            case FetchOutcome.Fetched { Shortfall: { } shortfall }:
                Save(due, Failed(due, shortfall, retryAfter: null));
                break;
            case FetchOutcome.Fetched fetched:
                await ReadAsync(due, fetched, cancel);
                break;
            case FetchOutcome.Failed { Failure: FetchFailure.Resting, RetryAfter: { } rest } resting:
                // Nothing was asked, so no failure is counted.
                Save(due, new RevisitPlan(due.Page, time.GetUtcNow() + rest, due.Failures, due.MissingSince, resting.Reason));
                break;
            case FetchOutcome.Failed { Status: 404 or 410 } missing:
                Missing(due, missing.Reason);
                break;
            case FetchOutcome.Failed failed:
                Save(due, Failed(due, failed.Reason, failed.RetryAfter));
                break;
            case FetchOutcome.Refused refused:
                Save(due, Passed(due, refused.Reason));
                break;
        }
    }

    private async Task ReadAsync(DueRevisit due, FetchOutcome.Fetched fetched, CancellationToken cancel)
    {
        var reading = await pages.ReadAsync(AsItem(due), fetched, cancel);
        if (reading.Article is not { } article)
        {
            Save(due, Passed(due, reading.Reason ?? "no text on the page"));
        }
        else if (article.CanonicalKey != due.CanonicalKey && Kept(due.Text ?? "", article.Text) < SamePage)
        {
            Save(due, Passed(due, "another page stands there"));
        }
        else
        {
            var revised = await intake.TakeAgainAsync(due.ArticleId, article, changed => Seen(due, article.Page ?? due.Page, changed ? "changed" : "read, the same"), cancel);
            if (revised)
                log.LogInformation("{Url} was changed by its publisher", due.CanonicalUrl);
        }
    }

    private void Missing(DueRevisit due, string reason)
    {
        var now = time.GetUtcNow();
        if (due.MissingSince is { } since && now - since >= MissingFor)
        {
            database.Write(connection =>
            {
                ArticleStore.Vanish(connection, due.ArticleId, $"the page was taken down: {reason}", now);
                RevisitStore.Save(connection, due.ArticleId, new RevisitPlan(due.Page, null, 0, since, reason), now);
            });
            log.LogInformation("{Url} was taken down", due.CanonicalUrl);
            return;
        }

        Save(due, new RevisitPlan(due.Page, now + AskTwiceAfter, 0, due.MissingSince ?? now, reason));
    }

    /// <summary>The page was seen: the next step of the ladder.</summary>
    private RevisitPlan Seen(DueRevisit due, PageCopy page, string outcome) => new(page, RevisitLadder.Next(due.FirstSeen, time.GetUtcNow()), 0, null, outcome);

    /// <summary>What came says nothing about the article, and asking soon would bring the same: the next step of the ladder, with the validators of what was read.</summary>
    private RevisitPlan Passed(DueRevisit due, string outcome) => Seen(due, due.Page, outcome);

    /// <summary>Nothing came: soon again a few times, then the next step of the ladder.</summary>
    private RevisitPlan Failed(DueRevisit due, string reason, TimeSpan? retryAfter)
    {
        var now = time.GetUtcNow();
        var failures = due.Failures + 1;
        if (failures > MostFailures)
            return new RevisitPlan(due.Page, RevisitLadder.Next(due.FirstSeen, now), 0, due.MissingSince, reason);
        var wait = AfterFailure * failures;
        return new RevisitPlan(due.Page, now + (retryAfter > wait ? retryAfter.Value : wait), failures, due.MissingSince, reason);
    }

    private void Save(DueRevisit due, RevisitPlan plan) => revisits.Save(due.ArticleId, plan, time.GetUtcNow());

    /// <summary>The share of sentences that both texts have.</summary>
    private static double Kept(string before, string after)
    {
        var sentences = Sentences.Of(before).Length;
        return sentences == 0 ? 0 : 1 - ((double)SentenceDiff.Between(before, after).Count(change => change.Before is not null) / sentences);
    }

    // What the page does not say of itself is what was known of the article before.
    private static PendingItem AsItem(DueRevisit due) => new(
        0, 0, "", due.Outlet, due.Language, due.Page.Url, due.CanonicalKey, due.CanonicalUrl, "", due.Title, Summary: null, due.Published, Attempts: 0, UtcText.Of(due.FirstSeen));
}
