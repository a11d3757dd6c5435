namespace NewsMonitor.Feeds.Reading;

/// <summary>Collects what was tolerated: each kind once, with its first example.</summary>
internal sealed class FaultLog
{
    private const int LongestExample = 80;

    private readonly Dictionary<FeedFaultKind, FeedFault> faults = [];

    public void Add(FeedFaultKind kind, ReadOnlySpan<char> example = default)
    {
        if (faults.TryGetValue(kind, out var known))
        {
            faults[kind] = known with { Count = known.Count + 1 };
            return;
        }
        example = example.Trim();
        faults[kind] = new FeedFault(kind, 1, example.IsEmpty ? null : example[..Math.Min(example.Length, LongestExample)].ToString());
    }

    public IReadOnlyList<FeedFault> All => [.. faults.Values];
}
