using System.Collections.Immutable;
using NewsMonitor.Detection.Model;
using NewsMonitor.Detection.Reading;
using NewsMonitor.Detection.Vocabulary;

namespace NewsMonitor.Detection.Candidates;

/// <summary>An assertion that a trigger in a sentence may make, with all that speaks for and against it.</summary>
internal sealed class Candidate(Topic topic, int sentence, Token trigger, FeatureList features)
{
    public Topic Topic { get; } = topic;

    /// <summary>Index of the sentence in the document.</summary>
    public int Sentence { get; } = sentence;

    public Token Trigger { get; } = trigger;

    public FeatureList Features { get; } = features;

    /// <summary>Features of the stance; filled only for what is accepted.</summary>
    public FeatureList? StanceFeatures { get; set; }

    /// <summary>Index of the kind; -1 for recognition.</summary>
    public int Kind { get; init; } = -1;

    public Direction Direction { get; init; }

    /// <summary>The recognizer's actor index; -1 where nobody is named.</summary>
    public short Recognizer { get; init; } = -1;

    public string? Conflict { get; init; }

    public ImmutableArray<string> Regions { get; init; } = [];

    /// <summary>The named parties that take part, for the explanation.</summary>
    public ImmutableArray<Token> Parties { get; init; } = [];

    /// <summary>How much its own features speak for it, in log-odds.</summary>
    public float Score { get; set; }

    /// <summary>Log-odds that the document claims what this candidate says, all its rivals weighed.</summary>
    public float Claim { get; set; }

    public Stance Stance { get; set; }

    public float StanceScore { get; set; }

    /// <summary>What two candidates share when they say the same.</summary>
    public (string Topic, int Kind, int Direction, int Recognizer, string? Conflict) Key =>
        (Topic.Id, Kind, Topic.Shape == TopicShape.Exchange ? (int)Direction : -1, Recognizer, Conflict);
}
