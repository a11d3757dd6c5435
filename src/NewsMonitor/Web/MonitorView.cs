using NewsMonitor.Digests;
using NewsMonitor.Matches;
using NewsMonitor.Subscriptions;

namespace NewsMonitor.Web;

/// <summary>What the pages may ask of the running monitor; they know nothing of where it is kept.</summary>
/// <param name="Matches">Matches that fit a query, newest first, with the text their quotes stand in.</param>
/// <param name="Feeds">All subscriptions.</param>
/// <param name="Topics">The ids of the topics that are watched.</param>
/// <param name="LastDigest">The last frozen digest, or null before the first.</param>
/// <param name="DigestNamed">The digest of a name (<see cref="Digest.Name"/>), or null.</param>
/// <param name="RecentDigests">The names of the last digests, newest first, at most so many.</param>
/// <param name="Now">The time, UTC.</param>
/// <param name="Readiness">Whether the monitor can do its work now.</param>
internal sealed record MonitorView(
    Func<MatchQuery, CancellationToken, Task<IReadOnlyList<StoredMatch>>> Matches,
    Func<CancellationToken, Task<IReadOnlyList<FeedStatus>>> Feeds,
    IReadOnlyList<string> Topics,
    Func<CancellationToken, Task<Digest?>> LastDigest,
    Func<string, CancellationToken, Task<Digest?>> DigestNamed,
    Func<int, CancellationToken, Task<IReadOnlyList<string>>> RecentDigests,
    Func<DateTimeOffset> Now,
    Func<CancellationToken, Task<Readiness>> Readiness);

/// <summary>Whether the monitor can do its work.</summary>
/// <param name="Ready">Whether all of it holds.</param>
/// <param name="Checks">One line a check, such as "database: writable" or "feeds: none read for 6 h"; no secrets.</param>
internal sealed record Readiness(bool Ready, IReadOnlyList<ReadinessCheck> Checks);

/// <summary>One thing that must hold.</summary>
internal sealed record ReadinessCheck(string Name, bool Ok, string Says);
