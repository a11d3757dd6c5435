namespace NewsMonitor.Feeds.Reading;

/// <summary>Collects what was tolerated: each kind once, with its first example.</summary>
internal sealed class FaultLog
{
    private const int LongestExample = 80;

    private readonly Dictionary<FeedFaultKind, (int Count, string? Example)> faults = [];

    public void Add(FeedFaultKind kind, ReadOnlySpan<char> example = default)
    {
        if (faults.TryGetValue(kind, out var known))
        {
            faults[kind] = (known.Count + 1, known.Example);
            return;
        }
        example = example.Trim();
        faults[kind] = (1, example.IsEmpty ? null : example[..Math.Min(example.Length, LongestExample)].ToString());
    }

    public IReadOnlyList<FeedFault> All => [.. faults.Select(fault => new FeedFault(fault.Key, fault.Value.Count, fault.Value.Example))];
}
