using NewsMonitor.Detection.Evaluation;
using NewsMonitor.Detection.Vocabulary;

namespace NewsMonitor.Detection.Training;

/// <summary>Measures, on texts that a model did not learn from, how often findings of each confidence are right.</summary>
internal static class Calibration
{
    public static void Add(
        SortedDictionary<string, SortedDictionary<string, float>> table, TopicSet topics, IEnumerable<(LabelledText Text, ExplainedDetection Said)> said)
    {
        var counts = new Dictionary<(TopicShape Shape, int Step), (int Right, int All)>();
        foreach (var (text, explained) in said)
        {
            var truth = text.Findings.Select(f => f.What).ToHashSet(StringComparer.Ordinal);
            foreach (var finding in explained.Detection.Findings)
            {
                var key = (topics.Topics.First(t => t.Id == finding.Topic).Shape, Confidence.StepOf(finding.Score));
                var (right, all) = counts.GetValueOrDefault(key);
                counts[key] = (right + (truth.Contains(LabelledFinding.Of(finding).What) ? 1 : 0), all + 1);
            }
        }

        foreach (var ((shape, step), (right, all)) in counts)
        {
            var section = Confidence.Section(shape);
            if (!table.TryGetValue(section, out var steps))
                table[section] = steps = new SortedDictionary<string, float>(StringComparer.Ordinal);
            // One added right and one added wrong keep a step of few findings from claiming certainty.
            steps[Confidence.NameOf(step)] = (float)Math.Round((right + 1d) / (all + 2d), 3);
        }
    }
}
