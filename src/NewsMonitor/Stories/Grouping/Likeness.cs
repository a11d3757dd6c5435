using System.Collections.Frozen;
using System.Globalization;
using NewsMonitor.Stories.Reading;

namespace NewsMonitor.Stories.Grouping;

/// <summary>
/// How likely two reports tell the same event: a logistic regression over <see cref="PairFeatures"/>, with the weights of <c>likeness.tsv</c>, one set for
/// reports in one language and one for reports in two.
/// </summary>
internal static class Likeness
{
    private static readonly Lazy<(double[] Same, double[] Other)> Weights = new(() =>
    {
        var rows = Tables.Rows("Stories/likeness.tsv", 3).ToFrozenDictionary(row => row[0], row => (Same: Number(row[1]), Other: Number(row[2])), StringComparer.Ordinal);
        string[] names = ["bias", .. PairFeatures.Names];
        return ([.. names.Select(name => rows[name].Same)], [.. names.Select(name => rows[name].Other)]);
    });

    /// <summary>The likelihood, 0 to 1.</summary>
    public static double Of(PairFeatures features)
    {
        var weights = features.SameLanguage ? Weights.Value.Same : Weights.Value.Other;
        var sum = weights[0];
        var values = features.Values();
        for (var i = 0; i < values.Length; i++)
            sum += weights[i + 1] * values[i];
        return 1 / (1 + Math.Exp(-sum));
    }

    private static double Number(string written) => double.Parse(written, CultureInfo.InvariantCulture);
}
