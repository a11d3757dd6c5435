using NewsMonitor.Detection.Model;
using NewsMonitor.Detection.Reading;
using NewsMonitor.Detection.Vocabulary;

namespace NewsMonitor.Detection.Candidates;

/// <summary>What stands right around a trigger and around a party, and on the way from one to the other.</summary>
internal sealed class Neighborhood(ReadDocument document, TopicSet topics, Wording wording, bool named)
{
    private const int TriggerStem = 8;
    private const int MostStations = 5;

    private static readonly Arg Said = new("said");
    private static readonly Arg WordBefore = new("word-before");
    private static readonly Arg WordAfter = new("word-after");
    private static readonly Arg NameBefore = new("before-name");
    private static readonly Arg NameAfter = new("after-name");
    private static readonly Arg Along = new("along");
    private static readonly Arg Via = new("via");
    private static readonly Arg Far = new("stations");
    private static readonly Arg[] Numbers = [new("0"), new("1"), new("2"), new("3"), new("4"), new("5")];
    private static readonly Arg[] Sides = [new("<"), new(">")];

    private readonly List<Arg> _stations = [];

    public void AddTrigger(FeatureList features, int index, Token trigger, Arg mode, Arg direction, Arg @class)
    {
        var said = wording.Stretch(document.Sentences[index], trigger.Start, trigger.End, TriggerStem);
        features.Add(Said, said, direction);
        features.Add(Said, said, mode);
        if (wording.Before(index, trigger.Start) is { } before)
        {
            features.Add(WordBefore, before.Arg, mode);
            features.Add(WordBefore, before.Arg, mode, @class);
        }

        if (wording.After(index, trigger.End) is { } after)
        {
            features.Add(WordAfter, after.Arg, mode);
            features.Add(WordAfter, after.Arg, mode, @class);
        }
    }

    public void AddParty(FeatureList features, int index, Token trigger, Mention mention, Arg part)
    {
        var sentence = document.Sentences[index];
        var left = mention.Start < trigger.Start;
        var side = Sides[left ? 0 : 1];
        if (wording.Before(index, mention.Start) is { } before)
            features.Add(part, NameBefore, before.Arg);
        if (wording.After(index, mention.End) is { } after)
        {
            features.Add(part, NameAfter, after.Arg);
            features.Add(part, NameAfter, Relation.Side(mention.Role, mention.Token, trigger), after.Arg);
        }

        var (from, to) = left ? (mention.End, trigger.Start) : (trigger.End, mention.Start);
        Way.Read(sentence, topics.Topics, from, to, _stations);
        features.Add(part, Along, Relation.Side(mention.Role, mention.Token, trigger), Way.Whole(_stations, named));
        features.Add(part, Far, Relation.Side(mention.Role, mention.Token, trigger), Numbers[Math.Min(MostStations, _stations.Count)]);
        foreach (var station in _stations)
        {
            features.Add(part, Via, side, station);
            features.Add(part, Via, Relation.Side(mention.Role, mention.Token, trigger), station);
        }
    }
}
