using NewsMonitor.Detection.Model;
using NewsMonitor.Detection.Reading;
using NewsMonitor.Detection.Vocabulary;

namespace NewsMonitor.Detection.Candidates;

/// <summary>What the whole document tells of a candidate: how long it is, who else is named and how often, what else it speaks of.</summary>
internal sealed class Setting
{
    private static readonly Arg Size = new("size");
    private static readonly Arg Place = new("place");
    private static readonly Arg Last = new("last-sentence");
    private static readonly Arg NamedTimes = new("named");
    private static readonly Arg ThirdsOf = new("thirds");
    private static readonly Arg Third = new("third");
    private static readonly Arg Has = new("text-has");
    private static readonly Arg Beside = new("beside");
    private static readonly Arg First = new("first-named");
    private static readonly Arg Recognizer = new("recognizer");
    private static readonly Arg NotAbout = new("not-about");
    private static readonly Arg[] Parts = [new("first"), new("second")];
    private static readonly Arg[] Numbers = [new("0"), new("1"), new("2"), new("3"), new("4"), new("5"), new("6")];
    private static readonly Arg[] YesNo = [new("no"), new("yes")];

    private readonly int _sentences;
    private readonly short _firstNamed = -1;
    private readonly Dictionary<short, int> _counts = [];
    private readonly List<Arg> _others = [];
    private readonly List<Arg> _signs = [];
    private readonly List<Arg> _classes = [];
    private readonly Topic _topic;
    private readonly TopicSet _topics;

    public Setting(ReadDocument document, TopicSet topics, Topic topic, int topicIndex)
    {
        _topic = topic;
        _topics = topics;
        _sentences = document.Sentences.Count;
        var (notAbout, past, epithet) = (false, false, false);
        var classes = new SortedSet<short>();
        foreach (var sentence in document.Sentences)
        {
            foreach (var mention in sentence.Mentions)
            {
                if (_firstNamed < 0)
                    _firstNamed = mention.Actor;
                _counts[mention.Actor] = _counts.GetValueOrDefault(mention.Actor) + 1;
            }

            foreach (var token in sentence.Tokens)
            {
                notAbout |= token.Sense.Kind == SenseKind.NotAbout && token.Sense.A == topicIndex;
                past |= token.Sense.Kind == SenseKind.Cue && (Cue)token.Sense.A == Cue.Past;
                epithet |= token.Sense.Kind == SenseKind.Cue && (Cue)token.Sense.A == Cue.Epithet;
                if (token.Sense.Kind == SenseKind.Matter && token.Sense.A == topicIndex)
                    classes.Add(token.Sense.B);
            }
        }

        _others.AddRange(_counts.Keys.Where(a => a != topic.First && a != topic.Second).Order().Select(a => topics.ActorArgs[a]));
        _classes.AddRange(classes.Select(c => topic.Classes[c].Arg));
        if (notAbout)
            _signs.Add(NotAbout);
        if (past)
            _signs.Add(Relation.CueNames[(int)Cue.Past]);
        if (epithet)
            _signs.Add(Relation.CueNames[(int)Cue.Epithet]);
    }

    public void AddExchange(FeatureList features, int sentence, Arg kind, Arg direction, Arg mode)
    {
        AddPlace(features, sentence, mode);
        features.Add(NamedTimes, Parts[0], Count(_topic.First), mode);
        features.Add(NamedTimes, Parts[1], Count(_topic.Second), mode);
        features.Add(ThirdsOf, Numbers[Math.Min(_others.Count, 4)], mode);
        foreach (var other in _others)
            features.Add(Third, other, mode);
        foreach (var @class in _classes)
            features.Add(Beside, kind, @class, direction);
    }

    public void AddRecognition(FeatureList features, int sentence, short actor, Arg conflict, Arg mode)
    {
        AddPlace(features, sentence, mode);
        if (actor < 0)
            return;
        features.Add(NamedTimes, Count(actor));
        features.Add(First, YesNo[actor == _firstNamed ? 1 : 0]);
        features.Add(Recognizer, _topics.ActorArgs[actor]);
        features.Add(Recognizer, _topics.ActorArgs[actor], conflict);
    }

    private void AddPlace(FeatureList features, int sentence, Arg mode)
    {
        features.Add(Size, Numbers[Math.Min(6, (int)(Math.Log2(_sentences + 1) * 2))], mode);
        features.Add(Place, Numbers[Math.Min(3, sentence)], mode);
        features.Add(Last, YesNo[sentence == _sentences - 1 ? 1 : 0], mode);
        foreach (var sign in _signs)
            features.Add(Has, sign, mode);
    }

    private Arg Count(short actor) => Numbers[Math.Min(3, _counts.GetValueOrDefault(actor))];
}
