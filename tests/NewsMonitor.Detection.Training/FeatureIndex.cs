using NewsMonitor.Detection.Model;

namespace NewsMonitor.Detection.Training;

/// <summary>Numbers the features that occur often enough to learn from.</summary>
internal sealed class FeatureIndex
{
    private readonly Dictionary<uint, int> _numbers = [];
    private readonly List<string> _names = [];

    /// <param name="bags">The features of each bag's candidates.</param>
    /// <param name="least">What fewer bags show may be chance, and gets no number.</param>
    public FeatureIndex(IEnumerable<IEnumerable<FeatureList>> bags, int least)
    {
        var counts = new Dictionary<uint, (int Count, string Name, int Last)>();
        var number = 0;
        foreach (var bag in bags)
        {
            number++;
            foreach (var list in bag)
            {
                for (var i = 0; i < list.Hashes.Count; i++)
                {
                    var (count, name, last) = counts.GetValueOrDefault(list.Hashes[i]);
                    if (last != number)
                        counts[list.Hashes[i]] = (count + 1, name ?? list.Names![i], number);
                }
            }
        }

        foreach (var (hash, (count, name, _)) in counts)
        {
            if (count < least)
                continue;
            _numbers.Add(hash, _names.Count);
            _names.Add(name);
        }
    }

    public IReadOnlyList<string> Names => _names;

    public int[] Of(FeatureList list) => [.. list.Hashes.Select(h => _numbers.GetValueOrDefault(h, -1)).Where(n => n >= 0)];
}
