using NewsMonitor.Detection.Candidates;
using NewsMonitor.Detection.Model;
using NewsMonitor.Detection.Vocabulary;

namespace NewsMonitor.Detection;

/// <summary>Weighs a candidate's features: whether it is an assertion of its topic, and with which stance.</summary>
internal sealed class Judge(TopicSet topics)
{
    /// <summary>Log-odds from which a candidate is a finding.</summary>
    public const float Threshold = 0f;

    private static readonly Stance[] Stances = Enum.GetValues<Stance>();

    private readonly IReadOnlyDictionary<uint, float>[] _accept = [.. Enum.GetNames<TopicShape>().Select(s => topics.Weights.Section(AcceptSection(s)))];
    private readonly IReadOnlyDictionary<uint, float>[] _stances = [.. Stances.Select(s => topics.Weights.Section(StanceSection(s)))];

    private readonly Trees[] _rivals = [.. Enum.GetValues<TopicShape>().Select(s => topics.Weights.TreesOf(RivalsSection(s)))];

    public static string RivalsSection(TopicShape shape) => "rivals-" + shape.ToString().ToLowerInvariant();

    public static string AcceptSection(string shape) => "accept-" + shape.ToLowerInvariant();

    public static string StanceSection(Stance stance) => "stance-" + stance.ToString().ToLowerInvariant();

    /// <summary>Scores one topic's candidates, each alone and then against its rivals.</summary>
    public void Weigh(IReadOnlyList<Candidate> candidates, int sentences)
    {
        foreach (var candidate in candidates)
            candidate.Claim = candidate.Score = Weights.Sum(_accept[(int)candidate.Topic.Shape], candidate.Features);
        if (candidates.Count == 0 || _rivals[(int)candidates[0].Topic.Shape] is not { IsEmpty: false } trees)
            return;
        foreach (var claim in Rivals.Of(candidates, sentences))
        {
            var score = trees.Score(claim.Numbers);
            foreach (var candidate in claim.Candidates)
                candidate.Claim = score;
        }
    }

    public (Stance Stance, float Score) StanceOf(Candidate candidate)
    {
        var best = Stance.Affirmed;
        var bestScore = float.NegativeInfinity;
        foreach (var stance in Stances)
        {
            var score = Weights.Sum(_stances[(int)stance], candidate.StanceFeatures!);
            if (score > bestScore)
                (best, bestScore) = (stance, score);
        }

        return (best, bestScore);
    }

    /// <summary>The weight of one feature of a candidate for acceptance.</summary>
    public float Weight(Candidate candidate, uint feature) => _accept[(int)candidate.Topic.Shape].GetValueOrDefault(feature);

    /// <summary>How much one feature speaks for a stance against the mean of the others.</summary>
    public float StanceWeight(Stance stance, uint feature)
    {
        var others = 0f;
        foreach (var other in Stances)
            others += other == stance ? 0 : _stances[(int)other].GetValueOrDefault(feature);
        return _stances[(int)stance].GetValueOrDefault(feature) - (others / (Stances.Length - 1));
    }
}
