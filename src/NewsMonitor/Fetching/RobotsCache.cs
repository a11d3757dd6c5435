using System.Collections.Concurrent;
using System.Text;

namespace NewsMonitor.Fetching;

/// <summary>
/// Asks each origin once for its robots.txt and remembers the answer (RFC 9309, 2.3.1 and 2.4): a day where there is one or none, ten minutes where it
/// could not be had. A missing file allows everything; an unavailable one nothing, until it can be read.
/// </summary>
internal sealed class RobotsCache(Func<FetchRequest, CancellationToken, Task<FetchOutcome>> fetch, string productToken, TimeProvider time)
{
    private const int MaxOrigins = 10_000;
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, Origin> _origins = new(StringComparer.Ordinal);

    /// <summary>Why a page may not be fetched; null where it may.</summary>
    public async Task<FetchOutcome?> ObjectionAsync(WebAddress page, CancellationToken cancel)
    {
        var answer = await AnswerOfAsync(page, cancel);
        if (answer.Trouble is { } trouble)
            return trouble with { RetryAfter = answer.GoodUntil - time.GetUtcNow() };
        return answer.Rules.Allows(page.Uri.PathAndQuery)
            ? null
            : new FetchOutcome.Refused(FetchRule.Robots, $"{page.Display} is excluded by the robots.txt of {page.Host}");
    }

    private async Task<Remembered> AnswerOfAsync(WebAddress page, CancellationToken cancel)
    {
        if (_origins.Count > MaxOrigins)
            Sweep();
        var origin = _origins.GetOrAdd(page.Origin, _ => new Origin());

        // One asks, the others wait for its answer; where it is canceled, the next one asks.
        await origin.Door.WaitAsync(cancel);
        try
        {
            if (origin.Answer is { } known && known.GoodUntil > time.GetUtcNow())
                return known;
            return origin.Answer = await AskAsync(page, cancel);
        }
        finally
        {
            origin.Door.Release();
        }
    }

    private async Task<Remembered> AskAsync(WebAddress page, CancellationToken cancel)
    {
        if (!page.TryResolve("/robots.txt", out var address, out var problem))
            throw new InvalidOperationException($"{page.Origin} has no robots.txt address: {problem}");

        var outcome = await fetch(new FetchRequest(address, FetchPurpose.Robots), cancel);
        var now = time.GetUtcNow();
        return outcome switch
        {
            FetchOutcome.Fetched file => new Remembered(RobotsRules.Parse(Encoding.UTF8.GetString(file.Body.Span), productToken), null, now + Day),
            FetchOutcome.Failed why when !IsMissing(why) => new Remembered(RobotsRules.AllowAll, Unavailable(page, why), now + Later(why.RetryAfter)),
            _ => new Remembered(RobotsRules.AllowAll, null, now + Day),
        };
    }

    // No file, or one that only circles or leads where we do not follow, is no file (RFC 9309, 2.3.1.2 and 2.3.1.3); the page is checked on its own.
    private static bool IsMissing(FetchOutcome.Failed failed) => failed.Failure == FetchFailure.Redirects || failed.Status is >= 400 and < 500 and not 429;

    private static FetchOutcome.Failed Unavailable(WebAddress page, FetchOutcome.Failed why) => why.Failure == FetchFailure.Resting
        ? why
        : why with { Failure = FetchFailure.RobotsUnavailable, Reason = OneLine.Of($"the robots.txt of {page.Host} cannot be had: {why.Reason}") };

    private static TimeSpan Later(TimeSpan? retryAfter) => retryAfter is { } told && told > Soon ? told : Soon;

    private void Sweep()
    {
        foreach (var (name, origin) in _origins)
        {
            if (origin.Answer is { } answer && answer.GoodUntil <= time.GetUtcNow())
                _origins.TryRemove(name, out _);
        }
    }

    private sealed class Origin
    {
        public SemaphoreSlim Door { get; } = new(1, 1);

        public Remembered? Answer { get; set; }
    }

    private sealed record Remembered(RobotsRules Rules, FetchOutcome.Failed? Trouble, DateTimeOffset GoodUntil);
}
