namespace NewsMonitor.Stories.Grouping;

/// <summary>A report that another may belong with, and how likely it does.</summary>
internal sealed record Candidate(GroupedReport Report, PairFeatures Features)
{
    private const double SameText = 0.58;
    private const double SameTextAndWords = 1.28;
    private const double SurelyCopied = 0.9;

    /// <summary>How likely both tell one event, 0 to 1.</summary>
    public double Likeness { get; } = Copied(Features)
        ? Math.Max(Grouping.Likeness.Of(Features), SurelyCopied + ((1 - SurelyCopied) * Features.Containment))
        : Grouping.Likeness.Of(Features);

    /// <summary>Whether the text of one is that of the other, whole or for the most part.</summary>
    public bool IsCopy => Copied(Features);

    /// <summary>How much of the text is the same: of several originals the closest counts.</summary>
    public double Sameness => Features.Containment + Features.Words;

    // Outlets append the same standing paragraphs to reports of different events: the words, which weigh most at the beginning, must agree as well.
    private static bool Copied(PairFeatures pair) => pair.Containment >= SameText && pair.Containment + pair.Words >= SameTextAndWords;
}
