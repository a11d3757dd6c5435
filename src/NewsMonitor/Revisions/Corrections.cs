using System.Collections.Immutable;
using NewsMonitor.Detection;
using NewsMonitor.Matches;

namespace NewsMonitor.Revisions;

/// <summary>
/// Finds what must be corrected of what was told. The sentence decides: as long as the words that proved a claim still stand in the report, wherever they moved and whatever
/// changed around them, there is nothing to correct; once they do not, the reader gets to see both versions, even where the claim itself is made elsewhere.
/// </summary>
internal static class Corrections
{
    /// <summary>The corrections of a match, a claim at most once, in the order in which the claims were told.</summary>
    public static ImmutableArray<Correction> Of(RevisedMatch revised)
    {
        var told = revised.Told.Match.Findings;
        // A page that is read where a feed's summary was read before is another text, and nobody changed it.
        if (told.IsEmpty || revised.Told.Match.TextSource != revised.Now.Match.TextSource)
            return [];

        var now = new Version(revised.Now);
        var changes = SentenceDiff.Between(revised.Told.Text, revised.Now.Text);
        var corrections = ImmutableArray.CreateBuilder<Correction>();
        for (var i = 0; i < told.Length; i++)
        {
            var proof = Proof(revised.Told, i);
            if (!now.Holds(proof))
                corrections.Add(Correct(revised, told[i], Place(told[i].Evidence, proof, changes, revised), now));
        }

        return corrections.ToImmutable();
    }

    private static Correction Correct(RevisedMatch revised, Finding claim, TextSpan? place, Version now)
    {
        var key = ClaimKey.Of(claim);
        var told = revised.Told.Match.Findings.Select(ClaimKey.Of).ToHashSet(StringComparer.Ordinal);
        var (kind, made) = now.Findings.FirstOrDefault(finding => ClaimKey.Of(finding) == key) is { } same
            ? (CorrectionKind.Reworded, same)
            : place is { } there && now.Findings.FirstOrDefault(finding => finding.Topic == claim.Topic && !told.Contains(ClaimKey.Of(finding)) && StandsAt(finding, claim.Evidence.In, there)) is { } other
                ? (CorrectionKind.Changed, other)
                : (CorrectionKind.Withdrawn, null);
        var after = place is not { } at
            ? made?.Evidence.Quote
            : made is not null && StandsAt(made, claim.Evidence.In, at) ? made.Evidence.Quote : now.Text(claim.Evidence.In)[at.Start..at.End];
        return new Correction(revised.Told.Match.Id, kind, claim, claim.Evidence.Quote, after, made, revised.At);
    }

    /// <summary>Where the sentence stands that took the place of the proof; null where none did.</summary>
    private static TextSpan? Place(Evidence evidence, IReadOnlyList<Sentence> proof, ImmutableArray<SentenceChange> changes, RevisedMatch revised)
    {
        if (evidence.In == EvidencePlace.Title)
            return revised.Now.Match.Title.Length > 0 ? new TextSpan(0, revised.Now.Match.Title.Length) : null;
        var change = changes.FirstOrDefault(change => change is { Before: { } before, After: not null } && proof.Any(sentence => sentence.Start < before.End && before.Start < sentence.End));
        return change?.After is { } after ? new TextSpan(after.Start, after.End) : null;
    }

    /// <summary>The sentences of a quote that hold the words which made it a finding: the rest is context, in which a counter may run.</summary>
    private static List<Sentence> Proof(StoredMatch told, int index)
    {
        var evidence = told.Match.Findings[index].Evidence;
        var words = !told.Words.IsDefault && index < told.Words.Length ? told.Words[index] : [];
        var sentences = Sentences.Of(evidence.Quote).Select(sentence => sentence with { Start = evidence.Start + sentence.Start }).ToList();
        var proving = sentences.FindAll(sentence => words.Any(word => word.Start < sentence.End && sentence.Start < word.End));
        return proving.Count > 0 ? proving : sentences;
    }

    private static bool StandsAt(Finding finding, EvidencePlace where, TextSpan place) =>
        finding.Evidence.In == where && finding.Evidence.Start < place.End && place.Start < finding.Evidence.End;

    /// <summary>A version of a report, ready to be asked what it says.</summary>
    private sealed class Version(StoredMatch match)
    {
        // With a blank at both ends, so that a word is never found within another.
        private readonly string words = $" {Sentences.Form(match.Match.Title)} {Sentences.Form(match.Text)} ";

        public ImmutableArray<Finding> Findings => match.Match.Findings;

        public string Text(EvidencePlace place) => place == EvidencePlace.Title ? match.Match.Title : match.Text;

        public bool Holds(IEnumerable<Sentence> sentences) => sentences.All(sentence => words.Contains($" {sentence.Form} ", StringComparison.Ordinal));
    }
}
