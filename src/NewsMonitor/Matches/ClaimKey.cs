using NewsMonitor.Detection;

namespace NewsMonitor.Matches;

/// <summary>What makes two findings the same claim: every attribute, and nothing of where or in which words it was said.</summary>
internal static class ClaimKey
{
    /// <summary>Attributes in a fixed order, joined by <c>|</c>; an attribute the topic does not have is empty.</summary>
    public static string Of(Finding finding) => string.Join(
        '|',
        finding.Topic,
        finding.Kind,
        finding.Direction,
        finding.Recognizer,
        finding.Regions is { } regions ? string.Join('+', regions) : null,
        finding.Stance.Word());
}
