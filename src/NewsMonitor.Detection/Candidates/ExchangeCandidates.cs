using NewsMonitor.Detection.Model;
using NewsMonitor.Detection.Reading;
using NewsMonitor.Detection.Vocabulary;

namespace NewsMonitor.Detection.Candidates;

/// <summary>
/// For every word of a topic about support: who could give it to whom. Each candidate carries the evidence as features: which part each party plays by its
/// marking, what is done, what stands between, who else is there.
/// </summary>
internal sealed class ExchangeCandidates(ReadDocument document, TopicSet topics, Topic topic, int topicIndex, Wording wording, bool named)
{
    private const int SentencesBack = 2;

    // A sentence that names more things than this is a list; its first ones tell what it is a list of.
    private const int MostTriggers = 24;

    private static readonly Arg Giver = new("giver");
    private static readonly Arg Taker = new("taker");
    private static readonly Arg Either = new("either");
    private static readonly Arg GiverDoes = new("giver-does");
    private static readonly Arg TakerDoes = new("taker-does");
    private static readonly Arg EitherDoes = new("either-does");
    private static readonly Arg GiverForm = new("giver-form");
    private static readonly Arg TakerForm = new("taker-form");
    private static readonly Arg Pair = new("pair");
    private static readonly Arg BothPair = new("mutual-pair");
    private static readonly Arg Order = new("order");
    private static readonly Arg Class = new("class");
    private static readonly Arg KindOf = new("kind");
    private static readonly Arg Does = new("act");
    private static readonly Arg Third = new("third");
    private static readonly Arg List = new("list");
    private static readonly Arg Note = new("note");
    private static readonly Arg FormOf = new("line");
    private static readonly Arg Cues = new("cue");
    private static readonly Arg Directed = new("directed");
    private static readonly Arg Mutual = new("mutual");
    private static readonly Arg Unspecified = new("unspecified");
    private static readonly Direction[] AllDirections = Enum.GetValues<Direction>();
    private static readonly Arg FitOf = new("fit");
    private static readonly Arg Nearest = new("nearest");
    private static readonly Arg[] Counts = [new("0"), new("1"), new("2"), new("3"), new("4+")];
    private static readonly Arg[] Where = [new("same-sentence"), new("sentence-before"), new("two-before"), new("elsewhere"), new("title"), new("unnamed")];
    private static readonly Arg[] Orders = [new("giver-taker-trigger"), new("giver-trigger-taker"), new("trigger-giver-taker"), new("taker-giver-trigger"), new("taker-trigger-giver"), new("trigger-taker-giver")];

    private readonly Dictionary<short, int> _firstNamed = FirstNamed(document);
    private readonly Setting _setting = new(document, topics, topic, topicIndex);
    private readonly Neighborhood _neighborhood = new(document, topics, wording, named);

    public void Find(List<Candidate> found)
    {
        if (!IsPresent(topic.First) || !IsPresent(topic.Second))
            return;
        for (var i = 0; i < document.Sentences.Count; i++)
        {
            var sentence = document.Sentences[i];
            if (PlaceOf(topic.First, i) >= 3 && PlaceOf(topic.Second, i) >= 3)
                continue;
            var triggers = 0;
            foreach (var token in sentence.Tokens)
            {
                if (token.Sense.Kind == SenseKind.Matter && token.Sense.A == topicIndex && topic.Classes[token.Sense.B].Trigger && triggers++ < MostTriggers)
                    FindAt(i, sentence, token, found);
            }
        }
    }

    private bool IsPresent(short party) => _firstNamed.ContainsKey(party) || IsImplied(party);

    // A text about the war need not name who wages it.
    private bool IsImplied(short party)
    {
        foreach (var implication in topic.Implications)
        {
            if (implication.Party != party || !_firstNamed.ContainsKey(party == topic.First ? topic.Second : topic.First))
                continue;
            if (implication.Actors.Any(_firstNamed.ContainsKey)
                || document.Sentences.Exists(s => s.Tokens.Exists(t => t.Sense.Kind == SenseKind.Matter && t.Sense.A == topicIndex && implication.Classes.Contains(t.Sense.B))))
                return true;
        }

        return false;
    }

    private void FindAt(int index, Sentence sentence, Token trigger, List<Candidate> found)
    {
        var @class = topic.Classes[trigger.Sense.B];
        foreach (var direction in AllDirections)
        {
            if (!@class.Directions.IsEmpty && !@class.Directions.Contains(direction))
                continue;
            var features = new FeatureList(named);
            AddFeatures(features, index, sentence, trigger, @class, direction);
            found.Add(new Candidate(topic, index, trigger, features)
            {
                Kind = @class.Kind,
                Direction = direction,
                Parties = [.. sentence.Mentions.Where(m => m.Actor == topic.First || m.Actor == topic.Second).Select(m => m.Token)],
            });
        }
    }

    private void AddFeatures(FeatureList features, int index, Sentence sentence, Token trigger, TopicClass @class, Direction direction)
    {
        var mutual = direction == Direction.Mutual;
        var mode = mutual ? Mutual : Directed;
        var giver = direction == Direction.SecondToFirst ? topic.Second : topic.First;
        var taker = direction == Direction.SecondToFirst ? topic.First : topic.Second;
        var act = NearestAct(sentence, trigger);
        var actName = act is { } a ? Relation.ActNames[a.Sense.A] : Relation.ActNames[0];
        var classDirection = Relation.DirectionNames[(int)direction];
        features.Add(mode);
        features.Add(Class, @class.Arg, classDirection);
        features.Add(KindOf, topic.Kinds[@class.Kind].Arg, classDirection);
        features.Add(Does, actName, mode);
        features.Add(FormOf, Relation.SentenceForms[(int)sentence.Form], mode);
        AddParty(features, index, sentence, trigger, giver, mutual ? Either : Giver, mutual ? EitherDoes : GiverDoes, mutual ? null : GiverForm, actName, @class);
        AddParty(features, index, sentence, trigger, taker, mutual ? Either : Taker, mutual ? EitherDoes : TakerDoes, mutual ? null : TakerForm, actName, @class);
        AddPair(features, index, sentence, trigger, giver, taker, mutual, actName);
        AddThirds(features, sentence, trigger, giver, taker, mode);
        AddSurroundings(features, sentence, trigger, mode);
        if (@class.Kind == topic.Unspecified)
            AddUnspecified(features, sentence, trigger, mode);
        _setting.AddExchange(features, index, topic.Kinds[@class.Kind].Arg, classDirection, mode);
        _neighborhood.AddTrigger(features, index, trigger, mode, classDirection, @class.Arg);
        if (NearestMention(sentence, trigger, giver) is { } giving)
            _neighborhood.AddParty(features, index, trigger, giving, mutual ? Either : Giver);
        if (NearestMention(sentence, trigger, taker) is { } taking)
            _neighborhood.AddParty(features, index, trigger, taking, mutual ? Either : Taker);
    }

    private void AddParty(
        FeatureList features, int index, Sentence sentence, Token trigger, short actor, Arg part, Arg does, Arg? formPart, Arg act, TopicClass @class)
    {
        var here = false;
        foreach (var mention in sentence.Mentions)
        {
            if (mention.Actor != actor)
                continue;
            here = true;
            var words = mention.Token.WordsTo(trigger);
            features.Add(part, Relation.Of(mention.Role, mention.Token, trigger, words));
            features.Add(part, Relation.Side(mention.Role, mention.Token, trigger), @class.Arg);
            features.Add(does, Relation.Side(mention.Role, mention.Token, trigger), act);
            if (formPart is { } f)
                features.Add(f, Relation.FormNames[(int)mention.Form]);
        }

        features.Add(part, Where[PlaceOf(actor, index)]);
        if (!here)
            features.Add(part, Where[PlaceOf(actor, index)], @class.Arg);
    }

    private void AddPair(FeatureList features, int index, Sentence sentence, Token trigger, short giver, short taker, bool mutual, Arg act)
    {
        var (g, t) = (NearestMention(sentence, trigger, giver), NearestMention(sentence, trigger, taker));
        var left = g is { } gm ? Relation.Side(gm.Role, gm.Token, trigger) : Where[PlaceOf(giver, index)];
        var right = t is { } tm ? Relation.Side(tm.Role, tm.Token, trigger) : Where[PlaceOf(taker, index)];
        if (mutual && string.CompareOrdinal(left.Name, right.Name) > 0)
            (left, right) = (right, left);
        features.Add(mutual ? BothPair : Pair, left, right);
        AddFit(features, sentence, trigger, g, t, (giver, taker), index, mutual);
        if (g is not { } first || t is not { } second)
            return;
        if (!mutual)
        {
            var order = first.Start < second.Start
                ? trigger.Start < first.Start ? 2 : trigger.Start < second.Start ? 1 : 0
                : trigger.Start < second.Start ? 5 : trigger.Start < first.Start ? 4 : 3;
            features.Add(Order, Orders[order]);
            features.Add(Order, Orders[order], act);
        }

        if (first.Coordination == second.Coordination && first.Coordination >= 0)
        {
            var size = sentence.Mentions.Count(m => m.Coordination == first.Coordination);
            features.Add(List, Counts[Math.Min(size, 4)], mutual ? Mutual : Directed);
            features.Add(List, Relation.Of(first.Role), mutual ? Mutual : Directed);
        }
    }

    // How well both parties' marking suits this direction, in a few steps that hold for every kind and language.
    private void AddFit(FeatureList features, Sentence sentence, Token trigger, Mention? g, Mention? t, (short Giver, short Taker) parties, int index, bool mutual)
    {
        if (mutual)
            return;
        var act = NearestAct(sentence, trigger) is { } a ? (Act)a.Sense.A : Act.None;
        var kindAct = topic.Classes[trigger.Sense.B].Kind == topic.Unspecified && act is Act.None or Act.Say ? Act.Support : act;
        var left = g is { } gm ? Relation.FitNames[(int)RoleRules.Giver(gm, trigger, kindAct, gm.Token.WordsTo(trigger))] : Where[PlaceOf(parties.Giver, index)];
        var right = t is { } tm ? Relation.FitNames[(int)RoleRules.Taker(tm, trigger, kindAct, tm.Token.WordsTo(trigger))] : Where[PlaceOf(parties.Taker, index)];
        features.Add(FitOf, left, right);
        features.Add(FitOf, left, right, topic.Kinds[topic.Classes[trigger.Sense.B].Kind].Arg);
        features.Add(FitOf, left, right, Relation.ActNames[(int)act]);
        features.Add(FitOf, left, right, Counts[Math.Min(sentence.Mentions.Count(m => m.Actor != parties.Giver && m.Actor != parties.Taker), 4)]);
        features.Add(FitOf, Giver, left);
        features.Add(FitOf, Taker, right);
    }

    private static void AddThirds(FeatureList features, Sentence sentence, Token trigger, short giver, short taker, Arg mode)
    {
        var thirds = 0;
        Mention? nearest = null;
        foreach (var mention in sentence.Mentions)
        {
            if (mention.Anaphor && (mention.Actor == giver || mention.Actor == taker))
                continue;
            if (nearest is null || Gap(mention, trigger) < Gap(nearest.Value, trigger))
                nearest = mention;
            if (mention.Actor == giver || mention.Actor == taker)
                continue;
            thirds++;
            var words = mention.Token.WordsTo(trigger);
            features.Add(Third, Relation.Of(mention.Role, mention.Token, trigger, words), mode);
        }

        features.Add(Third, Counts[Math.Min(thirds, 4)], mode);
        if (nearest is { } n)
            features.Add(Nearest, n.Actor == giver ? Giver : n.Actor == taker ? Taker : Third, mode);
    }

    private void AddSurroundings(FeatureList features, Sentence sentence, Token trigger, Arg mode)
    {
        foreach (var token in sentence.Tokens)
        {
            var words = token.WordsTo(trigger);
            if (token.Sense.Kind == SenseKind.NotAbout && token.Sense.A == topicIndex)
                features.Add(Note, Relation.Spot(token, trigger, words));
            else if (token.Sense.Kind == SenseKind.Cue && (Cue)token.Sense.A is Cue.Past or Cue.Against or Cue.Epithet or Cue.Claim or Cue.Confirm)
                features.Add(Cues, Relation.CueNames[token.Sense.A], mode);
            else if (token.Sense.Kind == SenseKind.Act)
                features.Add(Does, Relation.ActNames[token.Sense.A], Relation.Spot(token, trigger, words));
            else if (token.Sense.Kind == SenseKind.Matter && token.Sense.A == topicIndex && token.Start != trigger.Start)
                features.Add(Class, topic.Classes[token.Sense.B].Arg, Relation.Spot(token, trigger, words));
        }
    }

    private void AddUnspecified(FeatureList features, Sentence sentence, Token trigger, Arg mode)
    {
        var specific = sentence.Tokens.Exists(t =>
            t.Sense.Kind == SenseKind.Matter && t.Sense.A == topicIndex && topic.Classes[t.Sense.B].Trigger && topic.Classes[t.Sense.B].Kind != topic.Unspecified && t.Start != trigger.Start);
        features.Add(Unspecified, specific ? Where[0] : Where[5], mode);
    }

    private static Token? NearestAct(Sentence sentence, Token trigger)
    {
        Token? best = null;
        var bestGap = int.MaxValue;
        foreach (var token in sentence.Tokens)
        {
            if (token.Sense.Kind != SenseKind.Act || (Act)token.Sense.A == Act.Say)
                continue;
            var gap = Math.Abs(token.Start - trigger.Start) + (40 * Math.Abs(token.Clause - trigger.Clause));
            if (gap < bestGap)
                (best, bestGap) = (token, gap);
        }

        return best;
    }

    private static int Gap(Mention mention, Token trigger) => Math.Abs(mention.Start - trigger.Start) + (20 * Math.Abs(mention.Token.Clause - trigger.Clause));

    private static Mention? NearestMention(Sentence sentence, Token trigger, short actor)
    {
        Mention? best = null;
        foreach (var mention in sentence.Mentions)
        {
            if (mention.Actor == actor && (best is null || Gap(mention, trigger) < Gap(best.Value, trigger)))
                best = mention;
        }

        return best;
    }

    /// <summary>0 this sentence, 1 the one before, 2 two before, 3 elsewhere, 4 the title, 5 nowhere.</summary>
    private int PlaceOf(short actor, int index)
    {
        if (!_firstNamed.TryGetValue(actor, out var first))
            return 5;
        if (IsNamed(actor, index))
            return 0;
        if (document.Sentences[index].Form == SentenceForm.Entry)
            return 3;
        for (var back = 1; back <= SentencesBack; back++)
        {
            if (index >= back && IsNamed(actor, index - back) && !AreApart(index, index - back) && document.Sentences[index - back].InTitle == document.Sentences[index].InTitle)
                return back;
        }

        return document.Sentences[first].InTitle ? 4 : 3;
    }

    private bool IsNamed(short actor, int index)
    {
        foreach (var mention in document.Sentences[index].Mentions)
        {
            if (mention.Actor == actor)
                return true;
        }

        return false;
    }

    // What one row of a table or one item of a list names is not said in the next.
    private bool AreApart(int one, int other) =>
        document.Sentences[one].Form is SentenceForm.Row or SentenceForm.Item && document.Sentences[one].Form == document.Sentences[other].Form
        && document.Sentences[one].Line != document.Sentences[other].Line;

    private static Dictionary<short, int> FirstNamed(ReadDocument document)
    {
        var named = new Dictionary<short, int>();
        for (var i = 0; i < document.Sentences.Count; i++)
        {
            foreach (var mention in document.Sentences[i].Mentions)
                named.TryAdd(mention.Actor, i);
        }

        return named;
    }
}
