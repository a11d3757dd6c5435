using System.Globalization;
using NewsMonitor.Detection.Candidates;
using NewsMonitor.Detection.Evaluation;
using NewsMonitor.Detection.Vocabulary;

namespace NewsMonitor.Detection.Training;

/// <summary>How training proceeds.</summary>
/// <param name="Epochs">Passes over the texts.</param>
/// <param name="Rate">Length of a step.</param>
/// <param name="Decay">How much a weight shrinks at each step it takes part in.</param>
/// <param name="StanceDecay">The same for the weights of stances.</param>
/// <param name="Dropout">The share of features left out at each step.</param>
/// <param name="LeastBags">In how many bags a feature must occur to get a weight.</param>
/// <param name="Runs">How many times to learn, each in another order; the weights are the mean.</param>
internal sealed record TrainingOptions(
    int Epochs = 20, double Rate = 0.15, double Decay = 0.004, double StanceDecay = 0.05, double Dropout = 0.75, int LeastBags = 3, int Runs = 4);

/// <summary>
/// Learns the weights of the rules' features from labelled texts: logistic regression over bags of candidates, where a bag is true if its best candidate is, and
/// one column for each stance. Adaptive gradient steps in a fixed order, so that equal texts and equal rules give equal weights.
/// </summary>
internal sealed class Trainer(TopicSet topics, TrainingOptions options)
{
    private const int InnerParts = 4;
    private static readonly Comparer<string> ByTree = Comparer<string>.Create((a, b) =>
        (Number(a, 0), Number(a, 1)).CompareTo((Number(b, 0), Number(b, 1))));

    private static readonly Stance[] AllStances = Enum.GetValues<Stance>();

    /// <summary>All candidates of one text that say the same.</summary>
    private sealed record Bag(List<Candidate> Candidates, bool True, Stance Stance);

    /// <summary>A bag's features, numbered, one array a candidate.</summary>
    private sealed record Example(Bag Bag, int[][] Features);

    public SortedDictionary<string, SortedDictionary<string, float>> Train(IReadOnlyList<ReadText> texts)
    {
        var bags = texts.SelectMany(t => Bags(t.Text, t.Candidates)).ToList();
        var table = new SortedDictionary<string, SortedDictionary<string, float>>(StringComparer.Ordinal);
        var scores = new Dictionary<Candidate, double>();
        foreach (var shape in Enum.GetValues<TopicShape>())
        {
            var own = bags.Where(b => b.Candidates[0].Topic.Shape == shape).ToList();
            table[Judge.RivalsSection(shape)] = GrowRivals(texts, shape);
            table[Judge.AcceptSection(shape.ToString())] = Accept(own, scores, options.Runs).Named;
        }

        var stances = LearnStances(bags.Where(b => b.True).ToList(), scores);
        for (var s = 0; s < stances.Length; s++)
            table[Judge.StanceSection(AllStances[s])] = stances[s];
        return table;
    }

    private static int Number(string name, int part) => int.Parse(name.Split(' ')[0].Split('.')[part], CultureInfo.InvariantCulture);

    public bool Says(LabelledFinding finding, Candidate candidate)
    {
        var topic = candidate.Topic;
        if (topic.Shape == TopicShape.Exchange)
            return finding.Kind == topic.Kinds[candidate.Kind].Id && finding.Direction == topic.DirectionNames[(int)candidate.Direction];
        var recognizer = candidate.Recognizer < 0 ? topic.NobodyNamed : topics.Actors[candidate.Recognizer];
        return finding.Recognizer == recognizer && topic.Territories.Any(t => t.Conflict == candidate.Conflict && finding.Regions.Contains(t.Id, StringComparer.Ordinal));
    }

    // The trees learn from scores of texts that the scoring weights have not seen, as they will meet them.
    private SortedDictionary<string, float> GrowRivals(IReadOnlyList<ReadText> texts, TopicShape shape)
    {
        List<float[]> rows = [];
        List<bool> labels = [];
        for (var part = 0; part < InnerParts; part++)
        {
            var seen = texts.Where(t => InnerPartOf(t.Text) != part).SelectMany(t => Bags(t.Text, t.Candidates)).Where(b => b.Candidates[0].Topic.Shape == shape).ToList();
            var (column, index, _) = Accept(seen, [], Math.Min(2, options.Runs));
            foreach (var (text, candidates, sentences) in texts.Where(t => InnerPartOf(t.Text) == part))
            {
                foreach (var topic in candidates.Where(c => c.Topic.Shape == shape).GroupBy(c => c.Topic.Id))
                {
                    foreach (var candidate in topic)
                        candidate.Score = (float)column.Score(index.Of(candidate.Features));
                    AddRows(text, Rivals.Of([.. topic], sentences), rows, labels);
                }
            }
        }

        var named = new SortedDictionary<string, float>(ByTree);
        if (rows.Count == 0)
            return named;
        foreach (var (name, value) in new TreeGrower(Rivals.NumbersOf(shape), [.. rows], [.. labels]).Grow().Lines())
            named[name] = value;
        return named;
    }

    private void AddRows(LabelledText text, List<Claim> claims, List<float[]> rows, List<bool> labels)
    {
        foreach (var claim in claims)
        {
            if (Stances(text, claim.Candidates[0]) is not { } stances)
                continue;
            rows.Add(claim.Numbers);
            labels.Add(stances.Count > 0);
        }
    }

    private static int InnerPartOf(LabelledText text) => (int)(Model.Arg.HashOf(text.Id + " inner") % InnerParts);

    private IEnumerable<Bag> Bags(LabelledText text, List<Candidate> candidates)
    {
        foreach (var bag in candidates.GroupBy(c => c.Key))
        {
            if (Stances(text, bag.First()) is { } stances)
                yield return new Bag([.. bag], stances.Count > 0, stances.Count > 0 ? stances.Min() : Stance.Affirmed);
        }
    }

    // The stances that the labels give a claim, none where it is false; null where they say nothing of it: "unspecified" is left out where a kind is named.
    private List<Stance>? Stances(LabelledText text, Candidate candidate)
    {
        var stances = text.Findings.Where(f => f.Topic == candidate.Topic.Id && Says(f, candidate)).Select(f => f.Stance).ToList();
        var unspecified = candidate.Kind >= 0 && candidate.Kind == candidate.Topic.Unspecified;
        var silent = unspecified && stances.Count == 0 && text.Findings.Any(f => f.Direction is not null && f.Direction == candidate.Topic.DirectionNames[(int)candidate.Direction]);
        return silent ? null : stances;
    }

    private (Column Column, FeatureIndex Index, SortedDictionary<string, float> Named) Accept(List<Bag> bags, Dictionary<Candidate, double> scores, int count)
    {
        var index = new FeatureIndex(bags.Select(b => b.Candidates.Select(c => c.Features)), options.LeastBags);
        var examples = bags.Select(b => new Example(b, [.. b.Candidates.Select(c => index.Of(c.Features))])).ToList();
        var runs = Enumerable.Range(0, count).AsParallel().AsOrdered().Select(run => Accepted(examples, index, (uint)run)).ToList();
        var column = Column.Mean(runs);
        foreach (var example in examples)
        {
            for (var i = 0; i < example.Features.Length; i++)
                scores[example.Bag.Candidates[i]] = column.Score(example.Features[i]);
        }

        return (column, index, column.Named(index.Names));
    }

    private Column Accepted(List<Example> examples, FeatureIndex index, uint run)
    {
        var column = new Column(index.Names.Count, options.Dropout, run);
        var order = new Shuffle(17 + run);
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            foreach (var example in order.Of(examples))
            {
                var best = example.Features[0];
                var bestScore = double.NegativeInfinity;
                foreach (var features in example.Features)
                {
                    var score = column.Score(features);
                    if (score > bestScore)
                        (best, bestScore) = (features, score);
                }

                column.Step(best, (example.Bag.True ? 1 : 0) - (1 / (1 + Math.Exp(-bestScore))), options.Rate, options.Decay);
            }
        }

        column.Average();
        return column;
    }

    private SortedDictionary<string, float>[] LearnStances(List<Bag> bags, Dictionary<Candidate, double> scores)
    {
        var index = new FeatureIndex(bags.Select(b => b.Candidates.Select(c => c.StanceFeatures!)), options.LeastBags);
        var examples = bags.Select(b => new Example(b, [.. Strong(b, scores).Select(c => index.Of(c.StanceFeatures!))])).ToList();
        var runs = Enumerable.Range(0, options.Runs).AsParallel().AsOrdered().Select(run => Stanced(examples, index, (uint)run)).ToList();
        return [.. AllStances.Select((_, s) => Column.Mean([.. runs.Select(r => r[s])]).Named(index.Names))];
    }

    private Column[] Stanced(List<Example> examples, FeatureIndex index, uint run)
    {
        var columns = AllStances.Select(_ => new Column(index.Names.Count, options.Dropout, run)).ToArray();
        var order = new Shuffle(29 + run);
        var exponents = new double[columns.Length];
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            foreach (var example in order.Of(examples))
            {
                // "Affirmed" needs one sentence that affirms; the others need that no sentence does.
                var told = example.Bag.Stance == Stance.Affirmed
                    ? [example.Features.MaxBy(f => columns[0].Score(f) - columns.Skip(1).Max(o => o.Score(f)))!]
                    : example.Features;
                foreach (var features in told)
                {
                    var sum = 0d;
                    for (var s = 0; s < columns.Length; s++)
                        sum += exponents[s] = Math.Exp(columns[s].Score(features));
                    for (var s = 0; s < columns.Length; s++)
                        columns[s].Step(features, (example.Bag.Stance == AllStances[s] ? 1 : 0) - (exponents[s] / sum), options.Rate / told.Length, options.StanceDecay);
                }
            }
        }

        foreach (var column in columns)
            column.Average();
        return columns;
    }

    // Only what would be accepted tells anything of the stance.
    private static IEnumerable<Candidate> Strong(Bag bag, Dictionary<Candidate, double> scores)
    {
        var top = bag.Candidates.Max(c => scores[c]);
        return bag.Candidates.Where(c => scores[c] >= Math.Min(top, 0));
    }
}
