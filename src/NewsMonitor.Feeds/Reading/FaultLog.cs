namespace NewsMonitor.Feeds.Reading;

/// <summary>Collects what was tolerated: each kind once, with its first example and place.</summary>
internal sealed class FaultLog
{
    private const int LongestExample = 80;

    private readonly Dictionary<FeedFaultKind, Found> faults = [];

    /// <summary>How far the document has been read, in its units: where a fault is that is added now.</summary>
    public int At { get; set; }

    public IReadOnlyList<FeedFault> All => [.. faults.Select(fault => new FeedFault(fault.Key, fault.Value.Count, fault.Value.Example, fault.Value.Line))];

    public void Add(FeedFaultKind kind, ReadOnlySpan<char> example = default)
    {
        if (faults.TryGetValue(kind, out var known))
        {
            faults[kind] = known with { Count = known.Count + 1 };
            return;
        }
        example = example.Trim();
        faults[kind] = new Found(1, example.IsEmpty ? null : example[..Math.Min(example.Length, LongestExample)].ToString(), At, 0);
    }

    /// <summary>Turns places in the document into its lines.</summary>
    public void Locate<T>(ReadOnlySpan<T> document)
        where T : unmanaged, IEquatable<T>, System.Numerics.INumberBase<T>
    {
        var lineFeed = T.CreateTruncating('\n');
        var (line, from) = (1, 0);
        foreach (var (kind, fault) in faults.OrderBy(fault => fault.Value.At).ToList())
        {
            var to = Math.Clamp(fault.At, from, document.Length);
            line += document[from..to].Count(lineFeed);
            from = to;
            faults[kind] = fault with { Line = line };
        }
    }

    private sealed record Found(int Count, string? Example, int At, int Line);
}
