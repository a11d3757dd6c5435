using System.Collections.Immutable;

namespace NewsMonitor.Detection;

/// <summary>What a document says about the topics.</summary>
/// <param name="Findings">Each assertion once, in order of topic and place.</param>
/// <param name="Truncated">The document was longer or denser than the engine reads; what was read is told.</param>
public sealed record Detection(ImmutableArray<Finding> Findings, bool Truncated)
{
    /// <summary>Nothing found.</summary>
    public static Detection None { get; } = new([], Truncated: false);
}

/// <summary>What a document says, and why the engine thinks so.</summary>
public sealed record ExplainedDetection(Detection Detection, ImmutableArray<FindingReasons> Reasons, ImmutableArray<NearMiss> NearMisses);

/// <summary>Why a finding was made.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Words">The words that fired.</param>
/// <param name="For">What spoke for it, strongest first, in words.</param>
/// <param name="Against">What spoke against it.</param>
/// <param name="Stance">What spoke for the stance, strongest first.</param>
/// <param name="StanceCue">The cue that set the stance; null where it is plain statement, or set by more than one word.</param>
public sealed record FindingReasons(
    Finding Finding, ImmutableArray<FiredWord> Words, ImmutableArray<string> For, ImmutableArray<string> Against, ImmutableArray<string> Stance, FiredWord? StanceCue);

/// <summary>A word that took part in a decision.</summary>
/// <param name="Part">Its part: <c>trigger</c>, <c>party</c>, <c>region</c> or <c>cue</c>, with its name in the topic files.</param>
/// <param name="Text">The word as the text has it.</param>
/// <param name="In">Where it stands.</param>
/// <param name="Start">UTF-16 offset of its first character.</param>
/// <param name="End">UTF-16 offset after its last.</param>
public sealed record FiredWord(string Part, string Text, EvidencePlace In, int Start, int End);

/// <summary>An assertion that was weighed and not made.</summary>
/// <param name="Topic">The topic's id.</param>
/// <param name="What">Its attributes in words.</param>
/// <param name="Evidence">The sentence it would have stood on.</param>
/// <param name="Confidence">How likely the engine held it, 0 to 1.</param>
/// <param name="Reason">What spoke most against it, in one sentence.</param>
/// <param name="Words">The words that fired.</param>
public sealed record NearMiss(string Topic, string What, Evidence Evidence, double Confidence, string Reason, ImmutableArray<FiredWord> Words);
