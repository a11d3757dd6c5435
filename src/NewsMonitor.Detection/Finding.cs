using System.Collections.Immutable;

namespace NewsMonitor.Detection;

/// <summary>One assertion in a text about one topic. Attributes that a topic does not have are null.</summary>
/// <param name="Topic">The topic's id, such as <c>separatist-recognition</c>.</param>
/// <param name="Kind">What is given, for a topic about support.</param>
/// <param name="Direction">From whom to whom, for a topic about support.</param>
/// <param name="Recognizer">Who recognizes, for a topic about recognition: ISO 3166-1 alpha-3, a body's short name, or <c>XXX</c>.</param>
/// <param name="Regions">What is recognized, sorted; null for a topic that is not about recognition.</param>
/// <param name="Stance">Whether the text affirms, denies, foresees or withdraws it.</param>
/// <param name="Evidence">The sentence that proves it.</param>
/// <param name="Confidence">The share of findings said with this confidence that are right on the labelled texts, 0 to 1.</param>
/// <param name="Rule">The id of the rule that fired, as it stands in the topic file.</param>
/// <param name="Cameo">The CAMEO event code.</param>
/// <param name="Mentions">How many sentences of the text say it, at least 1.</param>
public sealed record Finding(
    string Topic,
    string? Kind,
    string? Direction,
    string? Recognizer,
    ImmutableArray<string>? Regions,
    Stance Stance,
    Evidence Evidence,
    double Confidence,
    string Rule,
    string? Cameo,
    int Mentions)
{
    /// <summary>The log-odds behind <see cref="Confidence"/>.</summary>
    internal float Score { get; init; }
}

/// <summary>Where a text stands toward what it mentions.</summary>
public enum Stance
{
    Affirmed,
    Denied,
    Prospective,
    Withdrawn,
}

/// <summary>The quoted sentence. <c>text[Start..End] == Quote</c>, in UTF-16 units of the text or title it stands in.</summary>
public sealed record Evidence(EvidencePlace In, string Quote, int Start, int End);

/// <summary>Which part of a document a quote stands in.</summary>
public enum EvidencePlace
{
    Text,
    Title,
}
