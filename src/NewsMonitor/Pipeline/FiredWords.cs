using System.Collections.Immutable;
using NewsMonitor.Detection;
using NewsMonitor.Matches;

namespace NewsMonitor.Pipeline;

/// <summary>The words of a quote that made it a finding: what a reader's eye is led to.</summary>
internal static class FiredWords
{
    // Cues that only set the stance are many and small; a quote with all of them marked shows nothing.
    private static readonly string[] Parts = ["party", "region", "trigger"];

    /// <summary>Their ranges in the text or title that the evidence stands in, in order, those that touch or overlap as one.</summary>
    public static ImmutableArray<TextSpan> Of(FindingReasons reasons)
    {
        var evidence = reasons.Finding.Evidence;
        var spans = new List<TextSpan>();
        var inside = reasons.Words.Where(word => Parts.Contains(word.Part.Split(' ')[0], StringComparer.Ordinal) && word.In == evidence.In && word.Start >= evidence.Start && word.End <= evidence.End && word.End > word.Start);
        foreach (var word in inside.OrderBy(word => word.Start).ThenBy(word => word.End))
        {
            if (spans.Count > 0 && word.Start <= spans[^1].End)
                spans[^1] = new TextSpan(spans[^1].Start, Math.Max(spans[^1].End, word.End));
            else
                spans.Add(new TextSpan(word.Start, word.End));
        }

        return [.. spans];
    }
}
