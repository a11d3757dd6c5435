namespace NewsMonitor.Detection.Training;

/// <summary>One column of weights while it is learned, by adaptive gradient steps, with the mean of all its states.</summary>
internal sealed class Column(int features, double dropout, uint seed)
{
    // What is smaller moves no decision and only fills the table.
    private const double LeastWeight = 0.03;

    private readonly double[] _weights = new double[features];
    private readonly double[] _squares = new double[features];
    private readonly double[] _sums = new double[features];
    private readonly long[] _since = new long[features];

    // A few features are left out at each step, another few each time, so that no weight comes to rely on one other.
    private uint _state = 7 + (seed * 7919);
    private long _steps;

    public double Score(int[] features)
    {
        var sum = 0d;
        foreach (var feature in features)
            sum += _weights[feature];
        return sum;
    }

    public void Step(int[] features, double error, double rate, double decay)
    {
        _steps++;
        _state = (_state * 1664525u) + 1013904223u;
        var mask = _state >> 8;
        foreach (var feature in features)
        {
            if ((((((uint)feature + 1) * 2654435761u) ^ mask) * 2246822519u >> 8) % 1000 < dropout * 1000)
                continue;
            _sums[feature] += _weights[feature] * (_steps - _since[feature]);
            _since[feature] = _steps;
            var gradient = error - (decay * _weights[feature]);
            _squares[feature] += gradient * gradient;
            _weights[feature] += rate * gradient / Math.Sqrt(_squares[feature] + 1e-6);
        }
    }

    /// <summary>Replaces each weight by its mean over all steps, which varies less with the order of texts.</summary>
    public void Average()
    {
        for (var i = 0; i < _weights.Length && _steps > 0; i++)
            _weights[i] = (_sums[i] + (_weights[i] * (_steps - _since[i]))) / _steps;
    }

    /// <summary>The mean of columns learned in different orders.</summary>
    public static Column Mean(IReadOnlyList<Column> columns)
    {
        var mean = new Column(columns[0]._weights.Length, 0, 0);
        foreach (var column in columns)
        {
            for (var i = 0; i < mean._weights.Length; i++)
                mean._weights[i] += column._weights[i] / columns.Count;
        }

        return mean;
    }

    public SortedDictionary<string, float> Named(IReadOnlyList<string> names)
    {
        var named = new SortedDictionary<string, float>(StringComparer.Ordinal);
        for (var i = 0; i < _weights.Length; i++)
        {
            var weight = (float)Math.Round(_weights[i], 2);
            if (Math.Abs(weight) >= LeastWeight)
                named[names[i]] = weight;
        }

        return named;
    }
}
