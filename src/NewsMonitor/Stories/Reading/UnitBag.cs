using System.Collections.Immutable;

namespace NewsMonitor.Stories.Reading;

/// <summary>What a text is made of, each unit once, with its weight by place and rarity.</summary>
internal sealed class UnitBag
{
    private readonly ImmutableSortedDictionary<string, float> weights;

    private UnitBag(ImmutableSortedDictionary<string, float> weights)
    {
        this.weights = weights;
        Norm = Math.Sqrt(weights.Values.Sum(weight => (double)weight * weight));
    }

    /// <summary>A bag with nothing in it.</summary>
    public static UnitBag Empty { get; } = new(ImmutableSortedDictionary.Create<string, float>(StringComparer.Ordinal));

    /// <summary>The units, in ordinal order, with their weights.</summary>
    public IEnumerable<KeyValuePair<string, float>> Units => weights;

    /// <summary>How many units there are.</summary>
    public int Count => weights.Count;

    /// <summary>The length of the vector of weights.</summary>
    public double Norm { get; }

    /// <summary>A bag of units told several times: the greatest weight counts.</summary>
    public static UnitBag Of(IEnumerable<KeyValuePair<string, float>> units)
    {
        var builder = ImmutableSortedDictionary.CreateBuilder<string, float>(StringComparer.Ordinal);
        foreach (var (unit, weight) in units)
        {
            if (weight > 0 && weight > builder.GetValueOrDefault(unit))
                builder[unit] = weight;
        }

        return builder.Count == 0 ? Empty : new UnitBag(builder.ToImmutable());
    }

    /// <summary>The weight of a unit; 0 where it is not in the bag.</summary>
    public double this[string unit] => weights.GetValueOrDefault(unit);

    /// <summary>Whether a unit is in the bag.</summary>
    public bool Has(string unit) => weights.ContainsKey(unit);

    /// <summary>The cosine of the two vectors, 0 to 1; 0 where either is empty.</summary>
    public double Cosine(UnitBag other)
    {
        if (Norm == 0 || other.Norm == 0)
            return 0;
        var (small, large) = Count <= other.Count ? (this, other) : (other, this);
        return small.weights.Sum(unit => unit.Value * large[unit.Key]) / (Norm * other.Norm);
    }

    /// <summary>The share of this bag's weight that the other has too, 0 to 1.</summary>
    public double SharedWith(UnitBag other)
    {
        var all = weights.Values.Sum();
        return all == 0 ? 0 : weights.Where(unit => other.weights.ContainsKey(unit.Key)).Sum(unit => unit.Value) / all;
    }

    /// <summary>Units of both, heaviest first.</summary>
    public IEnumerable<string> Common(UnitBag other) => weights.Where(unit => other.weights.ContainsKey(unit.Key))
        .OrderByDescending(unit => unit.Value * other[unit.Key]).ThenBy(unit => unit.Key, StringComparer.Ordinal)
        .Select(unit => unit.Key);
}
