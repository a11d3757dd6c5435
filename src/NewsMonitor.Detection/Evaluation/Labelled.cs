using System.Collections.Immutable;

namespace NewsMonitor.Detection.Evaluation;

/// <summary>A finding as an annotator wrote it down: attributes without evidence.</summary>
public sealed record LabelledFinding(string Topic, string? Kind, string? Direction, string? Recognizer, ImmutableArray<string> Regions, Stance Stance)
{
    /// <summary>The labels of a finding the detector made.</summary>
    public static LabelledFinding Of(Finding finding) =>
        new(finding.Topic, finding.Kind, finding.Direction, finding.Recognizer, finding.Regions ?? [], finding.Stance);

    /// <summary>What it says without its stance; two findings say the same where these are equal.</summary>
    public string What => Recognizer is null
        ? $"{Topic} {Kind} {Direction}"
        : $"{Topic} {Recognizer} {string.Join('+', Regions.Order(StringComparer.Ordinal))}";

    /// <summary>The same with its stance.</summary>
    public string Whole => $"{What} {Stance.ToString().ToLowerInvariant()}";
}

/// <summary>A text with the findings an annotator saw in it.</summary>
public sealed record LabelledText(string Id, Document Document, ImmutableArray<LabelledFinding> Findings);
