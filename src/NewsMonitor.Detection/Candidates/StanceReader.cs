using NewsMonitor.Detection.Model;
using NewsMonitor.Detection.Reading;
using NewsMonitor.Detection.Vocabulary;

namespace NewsMonitor.Detection.Candidates;

/// <summary>Collects what in and around a sentence tells whether it affirms, denies, foresees or withdraws what a candidate says.</summary>
internal sealed class StanceReader(ReadDocument document, TopicSet topics, bool named)
{
    private static readonly Arg Bias = new("stance");
    private static readonly Arg CueAt = new("cue");
    private static readonly Arg ForeignCue = new("cue-of-another");
    private static readonly Arg CueShape = new("cue-topic");
    private static readonly Arg BeforeSentence = new("cue-before");
    private static readonly Arg AfterSentence = new("cue-after");
    private static readonly Arg Asks = new("question");
    private static readonly Arg Does = new("act");
    private static readonly Arg Class = new("class");
    private static readonly Arg WhoCue = new("who-cue");
    private static readonly Arg Pairs = new("cues");
    private static readonly Arg FormOf = new("line");
    private static readonly Arg None = new("no-cue");
    private static readonly Arg Standing = new("who-is");
    private static readonly Arg[] Shapes = Arg.For<TopicShape>();
    private static readonly Arg Antecedent = new("antecedent");
    private static readonly Arg Guess = new("scope");
    private static readonly Arg[] StanceNames = Arg.For<Stance>();
    private static readonly Arg[] Sides = [new("left"), new("between"), new("right")];
    private static readonly Arg[] Parts = [new("other"), new("parent"), new("patron"), new("nobody")];

    private readonly StanceSurroundings _surroundings = new(document, topics, named);

    public FeatureList Read(Candidate candidate)
    {
        var features = new FeatureList(named);
        var sentence = document.Sentences[candidate.Sentence];
        var topic = candidate.Topic;
        var trigger = candidate.Trigger;
        var shape = Shapes[(int)topic.Shape];
        var @class = topic.Classes[trigger.Sense.B].Arg;
        features.Add(Bias);
        features.Add(Bias, shape);
        features.Add(Class, @class);
        features.Add(FormOf, Relation.SentenceForms[(int)sentence.Form]);
        if (sentence.Question)
            features.Add(Asks, shape);
        if (topic.Shape == TopicShape.Recognition)
            features.Add(Standing, Part(candidate));
        var (guess, cue) = StanceRules.Guess(sentence, trigger, document.Lexicon.Words);
        var guessName = StanceNames[(int)guess];
        features.Add(Guess, guessName);
        features.Add(Guess, guessName, shape);
        features.Add(Guess, guessName, @class);
        if (cue is { } by)
            features.Add(Guess, guessName, Relation.CueNames[(int)by]);
        if (topic.Classes[trigger.Sense.B].Refers && RecognitionCandidates.Antecedent(document, topic, trigger.Sense.A, candidate.Sentence, trigger) is { } antecedent)
        {
            var (before, _) = StanceRules.Guess(document.Sentences[antecedent.Sentence], antecedent.Token, document.Lexicon.Words);
            features.Add(Antecedent, StanceNames[(int)before]);
            features.Add(Antecedent, StanceNames[(int)before], guessName);
        }

        AddCues(features, candidate, sentence, trigger, shape, @class);
        AddNeighbor(features, candidate.Sentence - 1, BeforeSentence, sentence);
        AddNeighbor(features, candidate.Sentence + 1, AfterSentence, sentence);
        _surroundings.Add(features, candidate);
        return features;
    }

    private Arg Part(Candidate candidate)
    {
        if (candidate.Recognizer < 0)
            return Parts[3];
        var code = topics.Actors[candidate.Recognizer];
        var territory = candidate.Topic.Territories.First(t => t.Conflict == candidate.Conflict);
        return Parts[code == territory.Parent ? 1 : code == territory.Patron ? 2 : 0];
    }

    private void AddCues(FeatureList features, Candidate candidate, Sentence sentence, Token trigger, Arg shape, Arg @class)
    {
        var party = candidate.Parties.Length > 0 ? candidate.Parties.MinBy(p => Math.Abs(p.Start - trigger.Start)) : (Token?)null;
        var any = false;
        Arg? previous = null;
        foreach (var token in sentence.Tokens)
        {
            var words = token.WordsTo(trigger);
            if (token.Sense.Kind == SenseKind.Act)
                features.Add(Does, Relation.ActNames[token.Sense.A], Relation.Spot(token, trigger, words));
            if (token.Sense.Kind != SenseKind.Cue || (Cue)token.Sense.A is Cue.Epithet or Cue.Follow or Cue.Only or Cue.Others)
                continue;
            var cue = Relation.CueNames[token.Sense.A];
            var spot = Relation.Spot(token, trigger, words);
            any = true;
            var foreign = IsForeign(sentence, token, trigger);
            features.Add(foreign ? ForeignCue : CueAt, cue, spot);
            if (!foreign)
                features.Add(CueShape, cue, shape);
            if (!foreign && Relation.Distance(token, trigger, words) <= 2)
                features.Add(Class, @class, cue);
            if (party is { } p)
                features.Add(WhoCue, cue, Sides[token.Start < Math.Min(p.Start, trigger.Start) ? 0 : token.Start > Math.Max(p.Start, trigger.Start) ? 2 : 1]);
            if (previous is { } other)
                features.Add(Pairs, other, cue);
            previous = cue;
        }

        if (!any)
            features.Add(None, shape);
    }

    // A cue that stands nearer to another word of a topic speaks first of that one.
    private bool IsForeign(Sentence sentence, Token cue, Token trigger)
    {
        var own = Gap(cue, trigger);
        foreach (var other in sentence.Tokens)
        {
            if (other.Sense.Kind == SenseKind.Matter && topics.Topics[other.Sense.A].Classes[other.Sense.B].Trigger && other.Start != trigger.Start && Gap(cue, other) < own)
                return true;
        }

        return false;
    }

    private static int Gap(Token cue, Token word) =>
        (cue.Start < word.Start ? word.Start - cue.End : cue.Start - word.End) + (25 * Math.Abs(cue.Clause - word.Clause));

    // A neighbor speaks only within the same part of the document.
    private void AddNeighbor(FeatureList features, int index, Arg which, Sentence sentence)
    {
        if (index < 0 || index >= document.Sentences.Count || sentence.Form == SentenceForm.Entry)
            return;
        var neighbor = document.Sentences[index];
        if (neighbor.InTitle != sentence.InTitle || neighbor.Form == SentenceForm.Entry)
            return;
        if (neighbor.Question)
            features.Add(which, Asks);
        foreach (var token in neighbor.Tokens)
        {
            if (token.Sense.Kind == SenseKind.Cue && (Cue)token.Sense.A is Cue.Negation or Cue.Denial or Cue.Refusal or Cue.NoEvidence or Cue.End or Cue.Undo or Cue.Plan or Cue.Offer or Cue.Condition)
                features.Add(which, Relation.CueNames[token.Sense.A]);
        }
    }
}
