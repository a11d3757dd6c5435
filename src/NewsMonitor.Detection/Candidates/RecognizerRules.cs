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

    /// <summary>No party stands before the word as its subject, and this one after it may: "recognized it was Nicaragua" in a language of free order.</summary>
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
        if (subject is not null && (!noun || IsObject(sentence, trigger)))
            return (RecognizerRule.Subject, subject);
        if (Follower(sentence, trigger, noun) is { } follower)
            return (RecognizerRule.Follows, follower);
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
                if (token.WordsTo(trigger) <= 5 && Math.Abs(token.Clause - trigger.Clause) <= 1)
                    return true;
            }
        }

        return false;
    }

    // Marked as subject it may own a noun too: "its recognition is not planned, said Moscow".
    private static Mention? Follower(Sentence sentence, Token trigger, bool noun)
    {
        foreach (var mention in sentence.Mentions)
        {
            if (mention.Start > trigger.Start && (mention.Role == Role.Subject || (!noun && mention.Role == Role.None)))
                return mention;
        }

        return null;
    }

    // "No state has recognized it": the cue stands nearer than any party. Without a subject before the word, it may follow: "recognized it have a hundred states".
    private static bool Others(Sentence sentence, Token trigger, Mention? subject)
    {
        foreach (var token in sentence.Tokens)
        {
            if (token.Sense.Kind != SenseKind.Cue || (Cue)token.Sense.A is not (Cue.Others or Cue.Nobody))
                continue;
            if (token.Start > trigger.Start)
                return subject is null && token.Clause == trigger.Clause && !sentence.Mentions.Exists(m => m.Start > trigger.Start && m.Start < token.Start);
            if (trigger.Clause - token.Clause <= 2 && (subject is null || token.Start >= subject.Value.Start || IsOf(token, subject.Value)))
                return true;
        }

        return false;
    }

    // "No member of the United Nations": the party only tells of whom there is none.
    private static bool IsOf(Token cue, Mention party) => party.Role is Role.Possessor or Role.In && cue.WordsTo(party.Token) <= 2;
}
