using NewsMonitor.Detection.Candidates;
using NewsMonitor.Detection.Evaluation;
using NewsMonitor.Detection.Vocabulary;

namespace NewsMonitor.Detection.Training;

/// <summary>
/// Learns the weights of the rules' features from labelled texts: logistic regression over bags of candidates, where a bag is true if its best candidate is, and
/// one column for each stance. Adaptive gradient steps in a fixed order, so that equal texts and equal rules give equal weights.
/// </summary>
internal sealed class Trainer(TopicSet topics, TrainingOptions options)
{
    /// <summary>All candidates of one text that say the same.</summary>
    private sealed record Bag(List<Candidate> Candidates, bool True, Stance Stance, double Weight);

    private static readonly string[] Biases = ["directed", "mutual", "recognition"];

    public SortedDictionary<string, SortedDictionary<string, float>> Train(IEnumerable<(LabelledText Text, List<Candidate> Candidates)> texts)
    {
        var bags = texts.SelectMany(t => Bags(t.Text, t.Candidates)).ToList();
        var table = new SortedDictionary<string, SortedDictionary<string, float>>(StringComparer.Ordinal);
        foreach (var shape in Enum.GetValues<TopicShape>())
        {
            var own = bags.Where(b => b.Candidates[0].Topic.Shape == shape).ToList();
            var column = new Column(Common(own, c => c.Features), options.Dropout);
            Accept(own, column);
            table[Judge.AcceptSection(shape.ToString())] = Shifted(column.Named());
            foreach (var candidate in own.SelectMany(b => b.Candidates))
                candidate.Score = column.Score(candidate.Features);
        }

        var columns = Enum.GetValues<Stance>().Select(_ => new Column(Common(bags.Where(b => b.True), c => c.StanceFeatures!), options.Dropout)).ToArray();
        Stances(bags.Where(b => b.True).ToList(), columns);
        for (var s = 0; s < columns.Length; s++)
            table[Judge.StanceSection((Stance)s)] = columns[s].Named();
        return table;
    }

    // Every candidate has exactly one of these, so that a shift of them is a shift of the threshold.
    private SortedDictionary<string, float> Shifted(SortedDictionary<string, float> weights)
    {
        foreach (var bias in Biases.Where(weights.ContainsKey))
            weights[bias] += (float)options.Shift;
        return weights;
    }

    // What one or two texts show may be chance.
    private HashSet<uint> Common(IEnumerable<Bag> bags, Func<Candidate, Model.FeatureList> features)
    {
        var counts = new Dictionary<uint, int>();
        foreach (var bag in bags)
        {
            foreach (var hash in bag.Candidates.SelectMany(c => features(c).Hashes).Distinct())
                counts[hash] = counts.GetValueOrDefault(hash) + 1;
        }

        return [.. counts.Where(c => c.Value >= options.LeastBags).Select(c => c.Key)];
    }

    private IEnumerable<Bag> Bags(LabelledText text, List<Candidate> candidates)
    {
        foreach (var bag in candidates.GroupBy(c => c.Key))
        {
            var first = bag.First();
            var stances = text.Findings.Where(f => f.Topic == first.Topic.Id && Says(f, first)).Select(f => f.Stance).ToList();
            var unspecified = first.Kind >= 0 && first.Kind == first.Topic.Unspecified;
            // "unspecified" is left out where a kind is named: the label then says nothing about it.
            if (unspecified && stances.Count == 0 && text.Findings.Any(f => f.Direction is not null && f.Direction == first.Topic.DirectionNames[(int)first.Direction]))
                continue;
            yield return new Bag([.. bag], stances.Count > 0, stances.Count > 0 ? stances.Min() : Stance.Affirmed, 1);
        }
    }

    public bool Says(LabelledFinding finding, Candidate candidate)
    {
        var topic = candidate.Topic;
        if (topic.Shape == TopicShape.Exchange)
            return finding.Kind == topic.Kinds[candidate.Kind].Id && finding.Direction == topic.DirectionNames[(int)candidate.Direction];
        var recognizer = candidate.Recognizer < 0 ? topic.NobodyNamed : topics.Actors[candidate.Recognizer];
        return finding.Recognizer == recognizer && topic.Territories.Any(t => t.Conflict == candidate.Conflict && finding.Regions.Contains(t.Id, StringComparer.Ordinal));
    }

    private void Accept(List<Bag> bags, Column column)
    {
        var order = new Shuffle(17);
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            foreach (var bag in order.Of(bags))
            {
                var best = bag.Candidates[0];
                var bestScore = float.NegativeInfinity;
                foreach (var candidate in bag.Candidates)
                {
                    var score = column.Score(candidate.Features);
                    if (score > bestScore)
                        (best, bestScore) = (candidate, score);
                }

                var error = (bag.True ? 1 : 0) - (1 / (1 + Math.Exp(-bestScore)));
                column.Step(best.Features, error * bag.Weight, options.Rate, options.Decay);
            }
        }

        column.Average();
    }

    private void Stances(List<Bag> bags, Column[] columns)
    {
        var order = new Shuffle(29);
        var scores = new double[columns.Length];
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            foreach (var bag in order.Of(bags))
            {
                var top = bag.Candidates.Max(c => c.Score);
                var strong = bag.Candidates.Where(c => c.Score >= Math.Min(top, 0)).ToList();
                // "Affirmed" needs one sentence that affirms; the others need that no sentence does.
                if (bag.Stance == Stance.Affirmed)
                    strong = [strong.MaxBy(c => columns[0].Score(c.StanceFeatures!) - columns.Skip(1).Max(o => o.Score(c.StanceFeatures!)))!];
                foreach (var candidate in strong)
                {
                    var sum = 0d;
                    for (var s = 0; s < columns.Length; s++)
                        sum += scores[s] = Math.Exp(columns[s].Score(candidate.StanceFeatures!));
                    for (var s = 0; s < columns.Length; s++)
                        columns[s].Step(candidate.StanceFeatures!, ((int)bag.Stance == s ? 1 : 0) - (scores[s] / sum), options.Rate / strong.Count, options.StanceDecay);
                }
            }
        }

        foreach (var column in columns)
            column.Average();
    }
}

/// <summary>How training proceeds.</summary>
/// <param name="Epochs">Passes over the texts.</param>
/// <param name="Rate">Length of a step.</param>
/// <param name="Decay">How much a weight shrinks at each step it takes part in.</param>
/// <param name="Dropout">The share of features left out at each step.</param>
/// <param name="LeastBags">In how many bags a feature must occur to get a weight.</param>
/// <param name="Shift">How much is added to every score: a positive one trades precision for recall.</param>
/// <param name="StanceDecay">The same for the weights of stances.</param>
internal sealed record TrainingOptions(int Epochs = 14, double Rate = 0.15, double Decay = 0.004, double StanceDecay = 0.05, double Dropout = 0.5, int LeastBags = 2, double Shift = 0.5);
