namespace NewsMonitor.Digests;

/// <summary>
/// The period a digest tells: from the last digest's end (included) to its own freeze (excluded), so that windows are gapless and disjoint
/// whatever the clock and the schedule did.
/// </summary>
internal readonly record struct DigestWindow(DateTimeOffset From, DateTimeOffset Until);
