namespace NewsMonitor.Stories.Grouping;

/// <summary>How likely two reports tell the same event, by the weights of <c>likeness.tsv</c>: one set for reports in one language, one for reports in two.</summary>
internal static class Likeness
{
    /// <summary>The table.</summary>
    public const string Table = "likeness.tsv";

    // Of 770 pairs of one event none had less in common: a report on other states is of another event, however many numbers it shares.
    private const double OtherParties = 0.2;
    private const double OtherPartiesFactor = 0.25;

    private static readonly Lazy<Logistic> Same = new(() => Logistic.Read("Stories/" + Table, columns: 3, column: 1, PairFeatures.Names));
    private static readonly Lazy<Logistic> Other = new(() => Logistic.Read("Stories/" + Table, columns: 3, column: 2, PairFeatures.Names));

    /// <summary>The likelihood, 0 to 1.</summary>
    public static double Of(PairFeatures features)
    {
        var likely = (features.SameLanguage ? Same.Value : Other.Value).Of(features.Values());
        return features.Parties < OtherParties ? likely * OtherPartiesFactor : likely;
    }
}
