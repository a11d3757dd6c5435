namespace NewsMonitor.Detection.Model;

/// <summary>The features of one candidate: hashes for scoring, and names where somebody wants to read them.</summary>
internal sealed class FeatureList(bool named)
{
    private readonly List<uint> _hashes = [];
    private readonly HashSet<uint> _seen = [];

    public List<string>? Names { get; } = named ? [] : null;

    public IReadOnlyList<uint> Hashes => _hashes;

    public void Clear()
    {
        _hashes.Clear();
        _seen.Clear();
        Names?.Clear();
    }

    public void Add(Arg a) => Put(a.Hash, a.Name, null, null);

    public void Add(Arg a, Arg b) => Put(Mix(a.Hash, b.Hash), a.Name, b.Name, null);

    public void Add(Arg a, Arg b, Arg c) => Put(Mix(Mix(a.Hash, b.Hash), c.Hash), a.Name, b.Name, c.Name);

    public void Add(Arg a, Arg b, Arg c, Arg d) => Put(Mix(Mix(Mix(a.Hash, b.Hash), c.Hash), d.Hash), a.Name, b.Name, c.Name, d.Name);

    private void Put(uint hash, string a, string? b, string? c, string? d = null)
    {
        if (!_seen.Add(hash))
            return;
        _hashes.Add(hash);
        Names?.Add(d is not null ? $"{a} {b} {c} {d}" : c is not null ? $"{a} {b} {c}" : b is not null ? $"{a} {b}" : a);
    }

    internal static uint Mix(uint a, uint b) => unchecked(((a * 2654435761u) ^ ((b << 13) | (b >> 19))) * 2246822519u);

    /// <summary>The hash of a feature by its name.</summary>
    public static uint HashOf(string name)
    {
        var parts = name.Split(' ');
        var hash = Arg.HashOf(parts[0]);
        foreach (var part in parts.AsSpan(1))
            hash = Mix(hash, Arg.HashOf(part));
        return hash;
    }
}
