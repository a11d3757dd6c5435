using NewsMonitor.Detection.Reading;
using NewsMonitor.Detection.Vocabulary;

namespace NewsMonitor.Detection.Candidates;

/// <summary>Who most likely does what a word of recognition says, by one rule of thumb each; the weights then correct.</summary>
internal enum RecognizerRule : byte
{
    /// <summary>Nobody by any rule.</summary>
    None,

    /// <summary>Named by an agent's marker.</summary>
    Agent,

    /// <summary>Owns the recognition: "Kenya's recognition".</summary>
    Owner,

    /// <summary>Marked as subject, or the nearest party before the word.</summary>
    Subject,

    /// <summary>The only party of the sentence, after the word.</summary>
    Follows,

    /// <summary>The first party of the sentence before.</summary>
    Before,

    /// <summary>"No state", "the world".</summary>
    Others,
}

/// <summary>Finds the recognizer of a trigger by the rules of thumb.</summary>
internal static class RecognizerRules
{
    /// <summary>The rule that speaks, and the place whose coordination it speaks for.</summary>
    public static (RecognizerRule Rule, Mention? Mention) Find(Sentence sentence, Sentence? previous, Token trigger, bool noun)
    {
        Mention? agent = null, owner = null, subject = null;
        foreach (var mention in sentence.Mentions)
        {
            var gap = mention.Token.WordsTo(trigger);
            if (mention.Role == Role.Agent && mention.Start > trigger.Start && gap <= 12)
                agent ??= mention;
            if (noun && mention.Start < trigger.Start && mention.Role is Role.Possessor or Role.Modifier && gap <= 2 && mention.Start < trigger.Start)
                owner = mention;
            if (mention.Start < trigger.Start && mention.Role is Role.None or Role.Subject or Role.About or Role.Possessor or Role.Modifier && mention.Start < trigger.Start
                && (subject is null || mention.Role == Role.Subject || subject.Value.Role != Role.Subject))
                subject = mention;
        }

        if (agent is not null)
            return (RecognizerRule.Agent, agent);
        if (owner is not null)
            return (RecognizerRule.Owner, owner);
        if (Others(sentence, trigger, subject))
            return (RecognizerRule.Others, null);
        if (noun && !IsObject(sentence, trigger))
            return (RecognizerRule.None, null);
        if (subject is not null)
            return (RecognizerRule.Subject, subject);
        if (sentence.Mentions.Count > 0 && sentence.Mentions[0].Start > trigger.Start && !noun)
            return (RecognizerRule.Follows, sentence.Mentions[0]);
        if (sentence.Form != SentenceForm.Entry && previous is { Mentions.Count: > 0 })
            return (RecognizerRule.Before, previous.Mentions[0]);
        return (RecognizerRule.None, null);
    }

    // "Ecuador has suspended its recognition", "was granted recognition": the noun is what somebody before it deals with.
    private static bool IsObject(Sentence sentence, Token trigger)
    {
        foreach (var token in sentence.Tokens)
        {
            if (token.Sense.Kind == SenseKind.Act && (Act)token.Sense.A is Act.Give or Act.Get or Act.Support or Act.Agree
                || token.Sense.Kind == SenseKind.Cue && (Cue)token.Sense.A is Cue.Undo or Cue.End or Cue.Refusal or Cue.Plan or Cue.Offer or Cue.Confirm or Cue.Continue)
            {
                var gap = token.WordsTo(trigger);
                if (gap <= 5 && Math.Abs(token.Clause - trigger.Clause) <= 1)
                    return true;
            }
        }

        return false;
    }

    // "No state has recognized it": the cue stands nearer than any party.
    private static bool Others(Sentence sentence, Token trigger, Mention? subject)
    {
        foreach (var token in sentence.Tokens)
        {
            if (token.Sense.Kind == SenseKind.Cue && (Cue)token.Sense.A is Cue.Others or Cue.Nobody && token.Start < trigger.Start
                && trigger.Clause - token.Clause <= 2 && (subject is null || token.Start >= subject.Value.Start || (subject.Value.Role is Role.Possessor or Role.In && token.WordsTo(subject.Value.Token) <= 2)))
                return true;
        }

        return false;
    }
}
