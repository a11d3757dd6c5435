using System.Collections.Immutable;

namespace NewsMonitor.Stories.Reading;

/// <summary>What a text is made of, each unit once, with its weight by place and rarity.</summary>
internal sealed class UnitBag
{
    private const int Decimals = 3;

    // In ordinal order, so that two bags are compared in one walk.
    private readonly string[] units;
    private readonly float[] weights;

    private UnitBag(string[] units, float[] weights)
    {
        this.units = units;
        this.weights = weights;
        Norm = Math.Sqrt(weights.Sum(weight => (double)weight * weight));
        Total = weights.Sum(weight => (double)weight);
    }

    /// <summary>A bag with nothing in it.</summary>
    public static UnitBag Empty { get; } = new([], []);

    /// <summary>The units, in ordinal order, with their weights.</summary>
    public IEnumerable<KeyValuePair<string, float>> Units => units.Zip(weights, KeyValuePair.Create);

    /// <summary>The length of the vector of weights.</summary>
    public double Norm { get; }

    /// <summary>The sum of the weights.</summary>
    public double Total { get; }

    /// <summary>The weight of a unit; 0 where it is not in the bag.</summary>
    public double this[string unit] => Array.BinarySearch(units, unit, StringComparer.Ordinal) is >= 0 and var at ? weights[at] : 0;

    /// <summary>A bag of units told several times: the greatest weight counts.</summary>
    public static UnitBag Of(IEnumerable<KeyValuePair<string, float>> units)
    {
        var heaviest = new SortedDictionary<string, float>(StringComparer.Ordinal);
        foreach (var (unit, exact) in units)
        {
            // As it is stored, so that a bag read back is the same.
            var weight = MathF.Round(exact, Decimals);
            if (weight > 0 && weight > heaviest.GetValueOrDefault(unit))
                heaviest[unit] = weight;
        }

        return heaviest.Count == 0 ? Empty : new UnitBag([.. heaviest.Keys], [.. heaviest.Values]);
    }

    /// <summary>Whether a unit is in the bag.</summary>
    public bool Has(string unit) => Array.BinarySearch(units, unit, StringComparer.Ordinal) >= 0;

    /// <summary>The cosine of the two vectors, 0 to 1; 0 where either is empty.</summary>
    public double Cosine(UnitBag other) => Norm == 0 || other.Norm == 0 ? 0 : Both(other).Sum(both => (double)both.Mine * both.Theirs) / (Norm * other.Norm);

    /// <summary>The share of this bag's weight that the other has too, 0 to 1; 0 where it is empty.</summary>
    public double SharedWith(UnitBag other) => Total == 0 ? 0 : Both(other).Sum(both => (double)both.Mine) / Total;

    /// <summary>Units of both with their weights in each, in ordinal order.</summary>
    public ImmutableArray<(string Unit, float Mine, float Theirs)> Both(UnitBag other)
    {
        var both = ImmutableArray.CreateBuilder<(string, float, float)>();
        for (int i = 0, j = 0; i < units.Length && j < other.units.Length;)
        {
            var order = string.CompareOrdinal(units[i], other.units[j]);
            if (order == 0)
                both.Add((units[i], weights[i], other.weights[j]));
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return both.ToImmutable();
    }
}
