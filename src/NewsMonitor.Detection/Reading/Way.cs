using NewsMonitor.Detection.Model;
using NewsMonitor.Detection.Vocabulary;

namespace NewsMonitor.Detection.Reading;

/// <summary>
/// What lies between two places of a sentence, as the vocabulary sees it: verbs by what they do, cues, prepositions, words of the topic. A short stand-in for a
/// parse that holds in every language.
/// </summary>
internal static class Way
{
    private const int Ends = 2;

    private static readonly Arg[] Acts = Prefixed<Act>("act");
    private static readonly Arg[] Cues = Prefixed<Cue>("cue");
    private static readonly Arg[] Markers = Prefixed<Role>("mark");
    private static readonly Arg Territory = new("territory");
    private static readonly Arg And = new("and");
    private static readonly Arg Break = new("break");
    private static readonly Arg NotAbout = new("not-about");
    private static readonly Arg Pronoun = new("pronoun");

    /// <summary>Collects the stations between <paramref name="from"/> and <paramref name="to"/>; of expressions that overlap, the first.</summary>
    public static void Read(Sentence sentence, IReadOnlyList<Topic> topics, int from, int to, List<Arg> stations)
    {
        stations.Clear();
        var last = -1;
        foreach (var token in sentence.Tokens)
        {
            if (token.Start < from || token.End > to || token.Start < last || Station(token, topics) is not { } station)
                continue;
            last = token.End;
            stations.Add(station);
        }
    }

    /// <summary>The whole way as one argument; of a long one, both ends.</summary>
    public static Arg Whole(List<Arg> stations, bool named)
    {
        var hash = Arg.HashOf("way");
        var name = named ? "way" : "";
        for (var i = 0; i < stations.Count; i++)
        {
            if (stations.Count > 2 * Ends && i >= Ends && i < stations.Count - Ends)
            {
                if (i == Ends)
                    Append("..");
                continue;
            }

            Append(stations[i].Name);
        }

        return new Arg(hash, name);

        void Append(string station)
        {
            hash = Arg.Continue(Arg.Continue(hash, "+"), station);
            if (named)
                name += "+" + station;
        }
    }

    private static Arg? Station(Token token, IReadOnlyList<Topic> topics) => token.Sense.Kind switch
    {
        SenseKind.Act => Acts[token.Sense.A],
        SenseKind.Cue => Cues[token.Sense.A],
        SenseKind.Marker => Markers[token.Sense.A],
        SenseKind.Matter => topics[token.Sense.A].Classes[token.Sense.B].Arg,
        SenseKind.Territory => Territory,
        SenseKind.And => And,
        SenseKind.Break => Break,
        SenseKind.NotAbout => NotAbout,
        SenseKind.Pronoun => Pronoun,
        _ => null,
    };

    private static Arg[] Prefixed<T>(string prefix)
        where T : struct, Enum
        => [.. Arg.For<T>().Select(a => new Arg($"{prefix}-{a.Name}"))];
}
