using NewsMonitor.Detection;
using NewsMonitor.Matches;
using NewsMonitor.Stories.Reading;

namespace NewsMonitor.Stories.Claims;

/// <summary>A claim as one English sentence in a fixed grammar: "South Korea's NIS says North Korea sends troops to Russia (up to 6,000 soldiers)".</summary>
internal static class ClaimWords
{
    /// <summary>The sentence, without a full stop.</summary>
    public static string Of(Finding finding, string? claimant, Quantity? quantity)
    {
        var sentence = FindingWords.Of(finding);
        if (quantity is { } counted)
            sentence += $" ({counted.Words()})";
        if (claimant is null || claimant == finding.Recognizer)
            return sentence;
        var speaker = Claimants.Words(claimant);
        return $"{char.ToUpperInvariant(speaker[0])}{speaker[1..]} says {LowerThe(sentence)}";
    }

    // "The EU recognizes", "Other states": names keep their capitals.
    private static string LowerThe(string sentence) =>
        sentence.StartsWith("The ", StringComparison.Ordinal) || sentence.StartsWith("Other ", StringComparison.Ordinal) ? char.ToLowerInvariant(sentence[0]) + sentence[1..] : sentence;
}
