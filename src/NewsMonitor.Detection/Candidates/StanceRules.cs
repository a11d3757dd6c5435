using NewsMonitor.Detection.Reading;
using NewsMonitor.Detection.Vocabulary;

namespace NewsMonitor.Detection.Candidates;

/// <summary>The stance a sentence most likely takes toward one of its words, by scope of its cues; the weights then correct.</summary>
internal static class StanceRules
{
    private const int Scope = 9;

    /// <summary>The stance, and the cue that set it; null where nothing but plain statement did.</summary>
    public static (Stance Stance, Cue? Cue) Guess(Sentence sentence, Token trigger, Words words)
    {
        var negated = false;
        Cue? denial = null, end = null, prospect = null;
        var denialGap = int.MaxValue;
        var endGap = int.MaxValue;
        var prospectGap = int.MaxValue;
        var urged = false;
        foreach (var token in sentence.Tokens)
        {
            if (token.Sense.Kind != SenseKind.Cue)
                continue;
            var cue = (Cue)token.Sense.A;
            var before = token.Start < trigger.Start;
            var gap = token.WordsTo(trigger);
            var clauses = Math.Abs(token.Clause - trigger.Clause);
            var near = clauses == 0 && gap <= Scope;
            // What is denied, planned or demanded stands before the verb that says so where verbs come last.
            var governs = before || words != Words.Spaced;
            switch (cue)
            {
                case Cue.NeverDenied:
                    return (Stance.Affirmed, cue);
                case Cue.Denial or Cue.NoEvidence when clauses <= 2:
                    Take(ref denial, ref denialGap, cue, gap);
                    break;
                case Cue.Refusal or Cue.Nobody when near || (clauses <= 2 && words != Words.Spaced):
                    Take(ref denial, ref denialGap, cue, gap);
                    break;
                case Cue.Negation when near && governs:
                    Take(ref denial, ref denialGap, cue, gap);
                    negated = true;
                    break;
                case Cue.Undo or Cue.End when near:
                    Take(ref end, ref endGap, cue, gap);
                    break;
                case Cue.Presupposition when governs && clauses <= 3:
                    urged = true;
                    break;
                case Cue.Urge or Cue.Ask when governs && clauses <= 3:
                    urged = true;
                    Take(ref prospect, ref prospectGap, cue, gap);
                    break;
                case Cue.Plan or Cue.Modal or Cue.Offer or Cue.Condition or Cue.Fear when near && governs:
                    Take(ref prospect, ref prospectGap, cue, gap);
                    break;
            }
        }

        if (end is not null && denial is null)
            return urged || prospect is not null ? (Stance.Affirmed, end) : (Stance.Withdrawn, end);
        if (denial is not null && !(end is not null && negated))
            return (Stance.Denied, denial);
        if (prospect is not null)
            return (Stance.Prospective, prospect);
        return sentence.Question ? (Stance.Prospective, Cue.Question) : (Stance.Affirmed, null);
    }

    private static void Take(ref Cue? best, ref int bestGap, Cue cue, int gap)
    {
        if (gap < bestGap)
            (best, bestGap) = (cue, gap);
    }
}
