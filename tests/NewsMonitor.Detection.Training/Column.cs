using NewsMonitor.Detection.Model;

namespace NewsMonitor.Detection.Training;

/// <summary>One column of weights while it is learned, by adaptive gradient steps with the average of all states kept.</summary>
internal sealed class Column(HashSet<uint> common, double dropout)
{
    // A few features are left out at each step, another few each time, so that no weight comes to rely on one other.
    private uint _state = 7;

    private sealed class Cell(string name)
    {
        public string Name { get; } = name;

        public double Weight { get; set; }

        public double Squares { get; set; } = 1e-6;

        public double Sum { get; set; }

        public long Since { get; set; }
    }

    private readonly Dictionary<uint, Cell> _cells = [];
    private long _steps;
    private bool _averaged;

    public float Score(FeatureList features)
    {
        var sum = 0d;
        for (var i = 0; i < features.Hashes.Count; i++)
        {
            if (_cells.TryGetValue(features.Hashes[i], out var cell))
                sum += cell.Weight;
        }

        return (float)sum;
    }

    public void Step(FeatureList features, double error, double rate, double decay)
    {
        _steps++;
        _state = (_state * 1664525u) + 1013904223u;
        var mask = _state >> 8;
        for (var i = 0; i < features.Hashes.Count; i++)
        {
            var hash = features.Hashes[i];
            if (!common.Contains(hash) || (((hash * 2654435761u) ^ mask) * 2246822519u >> 8) % 1000 < dropout * 1000)
                continue;
            if (!_cells.TryGetValue(hash, out var cell))
                _cells[hash] = cell = new Cell(features.Names![i]);
            cell.Sum += cell.Weight * (_steps - cell.Since);
            cell.Since = _steps;
            var gradient = error - (decay * cell.Weight);
            cell.Squares += gradient * gradient;
            cell.Weight += rate * gradient / Math.Sqrt(cell.Squares);
        }
    }

    /// <summary>Replaces each weight by its mean over all steps, which varies less with the order of texts.</summary>
    public void Average()
    {
        if (_averaged || _steps == 0)
            return;
        _averaged = true;
        foreach (var cell in _cells.Values)
            cell.Weight = (cell.Sum + (cell.Weight * (_steps - cell.Since))) / _steps;
    }

    public SortedDictionary<string, float> Named()
    {
        var named = new SortedDictionary<string, float>(StringComparer.Ordinal);
        foreach (var cell in _cells.Values)
        {
            var weight = (float)Math.Round(cell.Weight, 3);
            if (Math.Abs(weight) >= 0.01)
                named[cell.Name] = weight;
        }

        return named;
    }
}

/// <summary>A fixed sequence of orders.</summary>
internal sealed class Shuffle(uint seed)
{
    private uint _state = seed;

    public IEnumerable<T> Of<T>(List<T> items)
    {
        var places = Enumerable.Range(0, items.Count).ToArray();
        for (var i = places.Length - 1; i > 0; i--)
        {
            _state = (_state * 1664525u) + 1013904223u;
            var j = (int)(_state % (uint)(i + 1));
            (places[i], places[j]) = (places[j], places[i]);
        }

        return places.Select(p => items[p]);
    }
}
