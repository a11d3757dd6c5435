using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using NewsMonitor.Stories.Reading;

namespace NewsMonitor.Stories.Grouping;

/// <summary>A logistic regression: how likely something is, from features and the weights that a table gives them.</summary>
internal sealed class Logistic
{
    private const string Bias = "bias";

    private readonly ImmutableArray<double> weights;

    /// <param name="bias">The log-odds of no feature at all.</param>
    /// <param name="weights">A weight a feature.</param>
    public Logistic(double bias, IEnumerable<double> weights) => this.weights = [bias, .. weights];

    /// <summary>Reads a column of a table whose rows are the bias and the features by name.</summary>
    public static Logistic Read(string table, int columns, int column, IEnumerable<string> names)
    {
        var rows = Tables.Rows(table, columns).ToFrozenDictionary(row => row[0], row => double.Parse(row[column], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        return new Logistic(rows[Bias], names.Select(name => rows[name]));
    }

    /// <summary>The likelihood, 0 to 1.</summary>
    public double Of(ReadOnlySpan<double> features)
    {
        var sum = weights[0];
        for (var i = 0; i < features.Length; i++)
            sum += weights[i + 1] * features[i];
        return 1 / (1 + Math.Exp(-sum));
    }
}
