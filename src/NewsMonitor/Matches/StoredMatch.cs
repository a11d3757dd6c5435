using System.Collections.Immutable;
using NewsMonitor.Detection;

namespace NewsMonitor.Matches;

/// <summary>A match with what its quotes are checked against.</summary>
/// <param name="Match">The match.</param>
/// <param name="Text">The stored text that its findings were read in.</param>
/// <param name="Words">
/// For each finding the words that made it one, as ranges of the text or title its evidence stands in; fewer entries than findings, or none at
/// all, where that is not known: then the whole evidence is marked.
/// </param>
internal sealed record StoredMatch(Match Match, string Text, ImmutableArray<ImmutableArray<TextSpan>> Words)
{
    /// <summary>The quote of the finding at <paramref name="index"/>, or null where the stored text does not contain it.</summary>
    public Excerpt? Quote(int index)
    {
        var evidence = Match.Findings[index].Evidence;
        var words = !Words.IsDefault && index < Words.Length ? Words[index] : [];
        return ExcerptCutter.Cut(evidence.In == EvidencePlace.Title ? Match.Title : Text, evidence, words);
    }
}
