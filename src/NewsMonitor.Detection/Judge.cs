using NewsMonitor.Detection.Candidates;
using NewsMonitor.Detection.Model;
using NewsMonitor.Detection.Vocabulary;

namespace NewsMonitor.Detection;

/// <summary>Weighs a candidate's features: whether it is an assertion of its topic, and with which stance.</summary>
internal sealed class Judge(TopicSet topics)
{
    /// <summary>Log-odds from which a candidate is a finding.</summary>
    public const float Threshold = 0f;

    private const int ShortText = 4;
    private const float LengthWeight = 0.35f;

    /// <summary>The same for a text of so many sentences.</summary>
    public static float ThresholdFor(int sentences) => sentences <= ShortText ? Threshold : Threshold + (LengthWeight * MathF.Log((float)sentences / ShortText));

    private static readonly Stance[] Stances = Enum.GetValues<Stance>();

    private readonly IReadOnlyDictionary<uint, float>[] _accept = [.. Enum.GetNames<TopicShape>().Select(s => topics.Weights.Section(AcceptSection(s)))];
    private readonly IReadOnlyDictionary<uint, float>[] _stances = [.. Stances.Select(s => topics.Weights.Section(StanceSection(s)))];

    public static string AcceptSection(string shape) => "accept-" + shape.ToLowerInvariant();

    public static string StanceSection(Stance stance) => "stance-" + stance.ToString().ToLowerInvariant();

    public float Score(Candidate candidate) => Weights.Sum(_accept[(int)candidate.Topic.Shape], candidate.Features);

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
