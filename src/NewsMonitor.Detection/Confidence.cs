using System.Globalization;
using NewsMonitor.Detection.Model;
using NewsMonitor.Detection.Vocabulary;

namespace NewsMonitor.Detection;

/// <summary>Turns a score into the share of findings with such a score that were right on the labelled texts.</summary>
internal static class Confidence
{
    /// <summary>Upper bounds of the score's steps; each has its share in the table of weights.</summary>
    public static readonly float[] Steps = [0.5f, 1f, 1.5f, 2f, 3f, 4f, 6f, float.PositiveInfinity];

    public static string Section(TopicShape shape) => "confidence-" + shape.ToString().ToLowerInvariant();

    public static int StepOf(float score) => Array.FindIndex(Steps, s => score < s) is var step && step >= 0 ? step : Steps.Length - 1;

    public static string NameOf(int step) => "step" + step.ToString(CultureInfo.InvariantCulture);

    public static double Of(Weights weights, TopicShape shape, float score)
    {
        var table = weights.Section(Section(shape));
        if (score >= Judge.Threshold && table.TryGetValue(FeatureList.HashOf(NameOf(StepOf(score))), out var share))
            return Math.Round(share, 2);
        return Math.Round(1 / (1 + Math.Exp(-score)), 2);
    }
}
