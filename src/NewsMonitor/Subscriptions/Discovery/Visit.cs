using NewsMonitor.Feeds;
using NewsMonitor.Fetching;

namespace NewsMonitor.Subscriptions.Discovery;

/// <summary>A document that was asked for on the search for feeds, and what it was read as.</summary>
internal sealed record Answered(FetchOutcome.Fetched Document, FeedReading Reading);

/// <summary>One search on one site: asks for nothing twice and for no more than its bound.</summary>
/// <param name="fetcher">What it is fetched by.</param>
/// <param name="parse">What it is read by.</param>
/// <param name="progress">Told of every document before it is asked for.</param>
/// <param name="mostRequests">The bound.</param>
/// <param name="start">The page it begins at, which is not asked for again.</param>
internal sealed class Visit(Fetcher fetcher, FeedParser parse, IProgress<WebAddress> progress, int mostRequests, WebAddress start)
{
    private readonly Lock _lock = new();
    private readonly HashSet<WebAddress> _asked = [start];
    private int _left = mostRequests;

    /// <summary>Fetches an address, which may be relative to the start, and reads it; null where it was asked for before, cannot be had, or is one too many.</summary>
    public async Task<Answered?> AskAsync(string reference, CancellationToken cancel) =>
        await FetchAsync(reference, FetchPurpose.Discovery, cancel) is { } document
            ? new Answered(document, parse(document.Body.Span, new FeedHeaders(document.Answer.ContentType), document.Answer.Address.Uri))
            : null;

    /// <summary>The body of the site's robots.txt; null where there is none.</summary>
    public async Task<ReadOnlyMemory<byte>?> RobotsAsync(CancellationToken cancel) =>
        (await FetchAsync("/robots.txt", FetchPurpose.Robots, cancel))?.Body;

    private async Task<FetchOutcome.Fetched?> FetchAsync(string reference, FetchPurpose purpose, CancellationToken cancel)
    {
        if (!start.TryResolve(reference, out var address, out _) || !MayAsk(address))
            return null;
        progress.Report(address);
        return await fetcher.FetchAsync(new FetchRequest(address, purpose), cancel) as FetchOutcome.Fetched;
    }

    private bool MayAsk(WebAddress address)
    {
        lock (_lock)
            return _left > 0 && _asked.Add(address) && _left-- > 0;
    }
}
