using NewsMonitor.Detection.Model;
using NewsMonitor.Detection.Reading;
using NewsMonitor.Detection.Vocabulary;

namespace NewsMonitor.Detection.Candidates;

/// <summary>Which cues of stance stand before and after a trigger, in what order, who stands before them, and what the sentences around it say.</summary>
internal sealed class StanceSurroundings(ReadDocument document, TopicSet topics, bool named)
{
    private const int SentencesAround = 2;

    private static readonly Arg CueLeft = new("cue-left");
    private static readonly Arg CueRight = new("cue-right");
    private static readonly Arg CueSides = new("cue-sides");
    private static readonly Arg InClause = new("clause-cues");
    private static readonly Arg InSentence = new("sentence-cues");
    private static readonly Arg WayFrom = new("way-from");
    private static readonly Arg WayTo = new("way-to");
    private static readonly Arg WhoBefore = new("before-cue");
    private static readonly Arg Quoted = new("quoted");
    private static readonly Arg Near = new("near-cue");
    private static readonly Arg NearSame = new("near-cue-same-class");
    private static readonly Arg TextCue = new("text-cue");
    private static readonly Arg Says = new("says");
    private static readonly Arg Size = new("size");
    private static readonly Arg Nothing = new("no-cue");
    private static readonly Arg[] Numbers = [new("0"), new("1"), new("2"), new("3"), new("4")];
    private static readonly Arg[] Offsets = [new("-2"), new("-1"), new("0"), new("+1"), new("+2")];
    private static readonly Arg[] YesNo = [new("no"), new("yes")];
    private static readonly Arg[] Who = [new("party"), new("party-clause"), new("third"), new("third-clause")];
    private static readonly Arg[,] Placed = PlacedCues();
    private static readonly Arg[] Shapes = Arg.For<TopicShape>();

    private readonly List<Token> _left = [];
    private readonly List<Token> _right = [];
    private readonly List<Arg> _stations = [];
    private ulong? _textCues;

    public void Add(FeatureList features, Candidate candidate)
    {
        var sentence = document.Sentences[candidate.Sentence];
        ReadCues(sentence, candidate.Trigger);
        AddNearest(features, candidate, sentence);
        AddSets(features, candidate.Trigger);
        AddWho(features, candidate, sentence);
        AddDocument(features, candidate, sentence);
    }

    private void ReadCues(Sentence sentence, Token trigger)
    {
        _left.Clear();
        _right.Clear();
        foreach (var token in sentence.Tokens)
        {
            if (token.Sense.Kind != SenseKind.Cue || (Cue)token.Sense.A is Cue.Epithet or Cue.Follow or Cue.Others or Cue.Passive or Cue.Confirm or Cue.Only)
                continue;
            if (token.End <= trigger.Start)
                _left.Add(token);
            else if (token.Start >= trigger.End)
                _right.Add(token);
        }
    }

    private void AddNearest(FeatureList features, Candidate candidate, Sentence sentence)
    {
        var trigger = candidate.Trigger;
        var @class = candidate.Topic.Classes[trigger.Sense.B].Arg;
        var left = _left.Count > 0 ? PlacedCue(_left[^1], trigger) : Nothing;
        var right = _right.Count > 0 ? PlacedCue(_right[0], trigger) : Nothing;
        features.Add(CueLeft, left);
        features.Add(CueRight, right);
        features.Add(CueSides, left, right);
        features.Add(CueLeft, left, @class);
        features.Add(CueLeft, _left.Count > 1 ? PlacedCue(_left[^2], trigger) : Nothing, left, Numbers[2]);
        features.Add(CueRight, right, _right.Count > 1 ? PlacedCue(_right[1], trigger) : Nothing, Numbers[2]);
        if (_left.Count > 0)
        {
            Way.Read(sentence, topics.Topics, _left[^1].End, trigger.Start, _stations);
            features.Add(WayFrom, Relation.CueNames[_left[^1].Sense.A], Way.Whole(_stations, named));
        }

        if (_right.Count > 0)
        {
            Way.Read(sentence, topics.Topics, trigger.End, _right[0].Start, _stations);
            features.Add(WayTo, Relation.CueNames[_right[0].Sense.A], Way.Whole(_stations, named));
        }
    }

    private void AddSets(FeatureList features, Token trigger)
    {
        ulong clause = 0, all = 0;
        foreach (var cue in _left.Concat(_right))
        {
            all |= 1UL << cue.Sense.A;
            if (cue.Clause == trigger.Clause)
                clause |= 1UL << cue.Sense.A;
        }

        features.Add(InClause, SetName(clause));
        features.Add(InSentence, SetName(all));
    }

    private void AddWho(FeatureList features, Candidate candidate, Sentence sentence)
    {
        foreach (var cue in _left.Concat(_right))
        {
            Mention? before = null;
            foreach (var mention in sentence.Mentions)
            {
                if (mention.End <= cue.Start)
                    before = mention;
            }

            if (before is not { } who)
                continue;
            var topic = candidate.Topic;
            var party = topic.Shape == TopicShape.Exchange ? who.Actor == topic.First || who.Actor == topic.Second : who.Actor == candidate.Recognizer;
            features.Add(WhoBefore, Relation.CueNames[cue.Sense.A], Who[(party ? 0 : 2) + (who.Token.Clause == cue.Clause ? 1 : 0)]);
        }
    }

    private void AddDocument(FeatureList features, Candidate candidate, Sentence sentence)
    {
        var shape = Shapes[(int)candidate.Topic.Shape];
        features.Add(Size, Numbers[Math.Min(4, document.Sentences.Count)], shape);
        features.Add(Quoted, YesNo[sentence.Text.Span[sentence.Start..sentence.End].IndexOfAny('"', '\u300C', '\u00AB') >= 0 ? 1 : 0]);
        for (var offset = -SentencesAround; offset <= SentencesAround; offset++)
        {
            var index = candidate.Sentence + offset;
            if (offset != 0 && index >= 0 && index < document.Sentences.Count)
                AddNeighbor(features, candidate, document.Sentences[index], Offsets[offset + SentencesAround]);
        }

        var cues = _textCues ??= CuesOfText();
        for (var cue = 0; cue < Relation.CueNames.Length; cue++)
        {
            if ((cues & (1UL << cue)) != 0)
                features.Add(TextCue, Relation.CueNames[cue], shape);
        }

        if (candidate.Topic.Shape == TopicShape.Exchange)
        {
            features.Add(Says, candidate.Topic.Kinds[candidate.Kind].Arg, Relation.DirectionNames[(int)candidate.Direction]);
            return;
        }

        var who = candidate.Recognizer < 0 ? Nothing : topics.ActorArgs[candidate.Recognizer];
        features.Add(Says, who);
        features.Add(Says, who, new Arg(candidate.Conflict!));
    }

    private static void AddNeighbor(FeatureList features, Candidate candidate, Sentence neighbor, Arg offset)
    {
        var same = neighbor.Tokens.Exists(t => t.Sense.Kind == SenseKind.Matter && t.Sense == candidate.Trigger.Sense);
        foreach (var token in neighbor.Tokens)
        {
            if (token.Sense.Kind != SenseKind.Cue)
                continue;
            features.Add(Near, offset, Relation.CueNames[token.Sense.A]);
            if (same)
                features.Add(NearSame, offset, Relation.CueNames[token.Sense.A]);
        }
    }

    private ulong CuesOfText()
    {
        ulong cues = 0;
        foreach (var sentence in document.Sentences)
        {
            foreach (var token in sentence.Tokens)
            {
                if (token.Sense.Kind == SenseKind.Cue && (Cue)token.Sense.A is Cue.Denial or Cue.NoEvidence or Cue.End or Cue.Undo or Cue.Refusal or Cue.Offer or Cue.Condition
                    or Cue.Plan or Cue.Ask or Cue.Urge or Cue.Question or Cue.NeverDenied)
                    cues |= 1UL << token.Sense.A;
            }
        }

        return cues;
    }

    private static Arg PlacedCue(Token cue, Token trigger) =>
        Placed[cue.Sense.A, cue.Clause == trigger.Clause ? 0 : Math.Abs(cue.Clause - trigger.Clause) <= 2 ? 1 : 2];

    private Arg SetName(ulong cues)
    {
        var hash = Arg.HashOf("set");
        var name = named ? "set" : "";
        for (var cue = 0; cue < Relation.CueNames.Length; cue++)
        {
            if ((cues & (1UL << cue)) == 0)
                continue;
            hash = Arg.Continue(Arg.Continue(hash, "+"), Relation.CueNames[cue].Name);
            if (named)
                name += "+" + Relation.CueNames[cue].Name;
        }

        return new Arg(hash, name);
    }

    private static Arg[,] PlacedCues()
    {
        string[] places = ["", "~", "-"];
        var table = new Arg[Relation.CueNames.Length, places.Length];
        for (var cue = 0; cue < Relation.CueNames.Length; cue++)
        {
            for (var place = 0; place < places.Length; place++)
                table[cue, place] = new Arg(Relation.CueNames[cue].Name + places[place]);
        }

        return table;
    }
}
