using System.Collections.Immutable;
using NewsMonitor.Detection.Model;
using NewsMonitor.Detection.Reading;
using NewsMonitor.Detection.Vocabulary;

namespace NewsMonitor.Detection.Candidates;

/// <summary>For every word of recognition: who could recognize which territories.</summary>
internal sealed class RecognitionCandidates(ReadDocument document, TopicSet topics, Topic topic, int topicIndex, Wording wording, bool named)
{
    private readonly Setting _setting = new(document, topics, topic, topicIndex);
    private readonly Neighborhood _neighborhood = new(document, topics, wording, named);

    private const int SentencesBack = 3;
    private const int FarthestReference = 6;
    private const int MostTriggers = 12;
    private const int MostActors = 40;

    private static readonly Arg Bias = new("recognition");
    private static readonly Arg Who = new("who");
    private static readonly Arg WhoForm = new("who-form");
    private static readonly Arg WhoRank = new("who-rank");
    private static readonly Arg WhoIs = new("who-is");
    private static readonly Arg What = new("what");
    private static readonly Arg Both = new("who-what");
    private static readonly Arg Between = new("other-between");
    private static readonly Arg Object = new("object");
    private static readonly Arg Note = new("note");
    private static readonly Arg Cues = new("cue");
    private static readonly Arg FormOf = new("line");
    private static readonly Arg Nobody = new("nobody-named");
    private static readonly Arg Class = new("class");
    private static readonly Arg Actors = new("actors");
    private static readonly Arg[] Standing = [new("other"), new("parent"), new("patron")];
    private static readonly Arg[] Numbers = [new("0"), new("1"), new("2"), new("3"), new("4+")];
    private static readonly Arg[] Where = [new("same-sentence"), new("sentence-before"), new("two-before"), new("three-before"), new("title"), new("after")];
    private static readonly Arg[] Conflicts = [new("one-conflict"), new("many-conflicts")];

    public void Find(List<Candidate> found)
    {
        for (var i = 0; i < document.Sentences.Count; i++)
        {
            var sentence = document.Sentences[i];
            var triggers = 0;
            foreach (var token in sentence.Tokens)
            {
                if (triggers < MostTriggers && IsTrigger(token) && Counts(sentence, i, token))
                {
                    triggers++;
                    FindAt(i, sentence, token, found);
                }
            }
        }
    }

    private bool Counts(Sentence sentence, int index, Token word)
    {
        var @class = topic.Classes[word.Sense.B];
        if (@class.Alone && sentence.Tokens.Exists(t => IsTrigger(t) && topic.Classes[t.Sense.B] is { Alone: false, Refers: false }))
            return false;
        return !@class.Refers
            || (!sentence.Tokens.Exists(t => IsTrigger(t) && t.Clause == word.Clause && topic.Classes[t.Sense.B] is { Alone: false, Refers: false })
                && Antecedent(document, topic, topicIndex, index, word) is not null);
    }

    private bool IsTrigger(Token token) => token.Sense.Kind == SenseKind.Matter && token.Sense.A == topicIndex && topic.Classes[token.Sense.B].Trigger;

    /// <summary>What "did so" refers to: the last word of recognition before it, in this sentence or one of the last few.</summary>
    public static (int Sentence, Token Token)? Antecedent(ReadDocument document, Topic topic, int topicIndex, int index, Token word)
    {
        for (var i = index; i >= 0 && i >= index - FarthestReference; i--)
        {
            var tokens = document.Sentences[i].Tokens;
            for (var t = tokens.Count - 1; t >= 0; t--)
            {
                var token = tokens[t];
                if (token.Sense.Kind == SenseKind.Matter && token.Sense.A == topicIndex && (i < index || token.Start < word.Start)
                    && topic.Classes[token.Sense.B] is { Trigger: true, Refers: false })
                    return (i, token);
            }

            if (document.Sentences[index].Form == SentenceForm.Entry)
                return null;
        }

        return null;
    }

    private void FindAt(int index, Sentence sentence, Token trigger, List<Candidate> found)
    {
        foreach (var (conflict, at, where) in ConflictsNear(index, topic.Classes[trigger.Sense.B].Refers ? FarthestReference : SentencesBack))
        {
            var regions = Regions(index, at, conflict, trigger);
            var tried = new HashSet<short>();
            var anyHere = sentence.Mentions.Select(m => m.Actor).Distinct().Count();
            foreach (var mention in sentence.Mentions)
            {
                if (tried.Count < MostActors && tried.Add(mention.Actor))
                    Add(mention.Actor, 0);
            }

            for (var back = 1; back <= SentencesBack && index - back >= 0 && sentence.Form != SentenceForm.Entry; back++)
            {
                foreach (var mention in document.Sentences[index - back].Mentions)
                {
                    if (tried.Count < MostActors && tried.Add(mention.Actor))
                        Add(mention.Actor, document.Sentences[index - back].InTitle ? 4 : back);
                }
            }

            Add(-1, 0);

            void Add(short actor, int whoWhere)
            {
                var features = new FeatureList(named);
                AddFeatures(features, index, sentence, trigger, actor, whoWhere, conflict, where, anyHere);
                found.Add(new Candidate(topic, index, trigger, features)
                {
                    Recognizer = actor,
                    Conflict = conflict,
                    Regions = regions,
                    Parties = [.. sentence.Mentions.Where(m => m.Actor == actor).Select(m => m.Token)],
                });
            }
        }
    }

    // The conflicts named in the sentence; where it names none, those of the nearest sentence that does.
    private List<(string Conflict, int At, int Where)> ConflictsNear(int index, int farthest)
    {
        var near = new List<(string, int, int)>();
        for (var back = 0; back <= farthest && index - back >= 0; back++)
        {
            var sentence = document.Sentences[index - back];
            if (back > 0 && document.Sentences[index].Form == SentenceForm.Entry)
                break;
            foreach (var token in sentence.Tokens)
            {
                if (token.Sense.Kind != SenseKind.Territory || token.Sense.A != topicIndex)
                    continue;
                var conflict = topic.Territories[token.Sense.B].Conflict;
                if (topic.Territories[token.Sense.B].IsGeneral && !IsMeant(index - back, topic.Territories[token.Sense.B]))
                    continue;
                if (!near.Exists(n => n.Item1 == conflict))
                    near.Add((conflict, index - back, back > 0 && sentence.InTitle ? 4 : Math.Min(back, 3)));
            }

            if (near.Count > 0)
                return near;
        }

        if (index + 1 < document.Sentences.Count && document.Sentences[index].Form != SentenceForm.Entry && !document.Sentences[index].InTitle)
        {
            foreach (var token in document.Sentences[index + 1].Tokens)
            {
                if (token.Sense.Kind == SenseKind.Territory && token.Sense.A == topicIndex && !near.Exists(n => n.Item1 == topic.Territories[token.Sense.B].Conflict))
                    near.Add((topic.Territories[token.Sense.B].Conflict, index + 1, 5));
            }
        }

        return near;
    }

    // "The breakaway regions" are those of whatever conflict the text is about.
    private bool IsMeant(int index, Territory general)
    {
        for (var i = index; i >= 0 && i >= index - 1; i--)
        {
            var sentence = document.Sentences[i];
            if (sentence.Mentions.Exists(m => topics.Actors[m.Actor] == general.Parent) || sentence.Tokens.Exists(t => IsNamed(t) && topic.Territories[t.Sense.B].Conflict == general.Conflict))
                return true;
            if (sentence.Tokens.Exists(t => IsNamed(t) && topic.Territories[t.Sense.B].Conflict != general.Conflict))
                return false;
        }

        return true;

        bool IsNamed(Token t) => t.Sense.Kind == SenseKind.Territory && t.Sense.A == topicIndex && !topic.Territories[t.Sense.B].IsGeneral;
    }

    private ImmutableArray<string> Regions(int index, int at, string conflict, Token trigger)
    {
        // What "did so" repeats is what was recognized there, all of it.
        if (topic.Classes[trigger.Sense.B].Refers && Antecedent(document, topic, topicIndex, index, trigger) is { } antecedent && Names(document.Sentences[antecedent.Sentence], conflict))
            at = antecedent.Sentence;
        var sentence = document.Sentences[at];
        var ids = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var token in sentence.Tokens)
        {
            if (token.Sense.Kind == SenseKind.Territory && token.Sense.A == topicIndex && topic.Territories[token.Sense.B].Conflict == conflict)
                ids.Add(topic.Territories[token.Sense.B].Id);
        }

        // "The annexed territories" beside their names says nothing more.
        if (ids.Count > 1)
            ids.RemoveWhere(id => topic.Territories.Any(t => t.Id == id && t.IsGeneral));
        return [.. ids];
    }

    private bool Names(Sentence sentence, string conflict) =>
        sentence.Tokens.Exists(t => t.Sense.Kind == SenseKind.Territory && t.Sense.A == topicIndex && topic.Territories[t.Sense.B].Conflict == conflict);

    // What stands right after the word, or right before it: what is recognized, in most sentences.
    private void AddNeighbors(FeatureList features, Sentence sentence, Token trigger, Arg @class)
    {
        features.Add(NextIs, Next(sentence, trigger, after: true), @class);
        features.Add(LastIs, Next(sentence, trigger, after: false), @class);
        features.Add(ObjectAt, Reach(sentence, trigger, after: true), @class);
        features.Add(ObjectAt, Reach(sentence, trigger, after: true), Reach(sentence, trigger, after: false), @class);
    }

    // How many words away what can be recognized stands: a territory, its independence, or a pronoun for it.
    private Arg Reach(Sentence sentence, Token trigger, bool after)
    {
        var nearest = int.MaxValue;
        foreach (var token in sentence.Tokens)
        {
            var fits = token.Sense.Kind is SenseKind.Territory or SenseKind.Pronoun
                || (token.Sense.Kind == SenseKind.Matter && token.Sense.A == topicIndex && topic.Classes[token.Sense.B].Alone);
            if (fits && (after ? token.Start >= trigger.End : token.End <= trigger.Start))
                nearest = Math.Min(nearest, token.WordsTo(trigger) + (4 * Math.Abs(token.Clause - trigger.Clause)));
        }

        return Reaches[nearest switch { <= 1 => 0, 2 => 1, 3 => 2, <= 5 => 3, <= 9 => 4, < int.MaxValue => 5, _ => 6 } + (after ? 7 : 0)];
    }

    private static readonly Arg ObjectAt = new("object-at");
    private static readonly Arg[] Reaches =
    [
        new("<1"), new("<2"), new("<3"), new("<5"), new("<9"), new("<far"), new("<none"), new(">1"), new(">2"), new(">3"), new(">5"), new(">9"), new(">far"), new(">none"),
    ];

    private Arg Next(Sentence sentence, Token trigger, bool after)
    {
        Token? nearest = null;
        foreach (var token in sentence.Tokens)
            Consider(token);
        foreach (var mention in sentence.Mentions)
            Consider(mention.Token);
        return Described(nearest is { } n && n.WordsTo(trigger) <= 5 ? nearest : null);

        void Consider(Token token)
        {
            if (token.Sense.Kind is not (SenseKind.Territory or SenseKind.Matter or SenseKind.NotAbout or SenseKind.Actor or SenseKind.Pronoun))
                return;
            if (after ? token.Start >= trigger.End && (nearest is null || token.Start < nearest.Value.Start) : token.End <= trigger.Start && (nearest is null || token.End > nearest.Value.End))
                nearest = token;
        }
    }

    private Arg StandingOf(short actor, string conflict)
    {
        if (actor < 0)
            return Nobody;
        var territory = topic.Territories.First(t => t.Conflict == conflict);
        return Standing[topics.Actors[actor] == territory.Parent ? 1 : topics.Actors[actor] == territory.Patron ? 2 : 0];
    }

    private Arg Described(Token? token) => token is not { } t ? Nothing
        : t.Sense.Kind == SenseKind.Matter ? t.Sense.A == topicIndex ? topic.Classes[t.Sense.B].Arg : Nothing
        : SenseKinds[(int)t.Sense.Kind];

    private static readonly Arg NextIs = new("next");
    private static readonly Arg LastIs = new("last");
    private static readonly Arg Nothing = new("nothing");
    private static readonly Arg[] SenseKinds = Arg.For<SenseKind>();

    private void AddFeatures(
        FeatureList features, int index, Sentence sentence, Token trigger, short actor, int whoWhere, string conflict, int where, int actorsHere)
    {
        var @class = topic.Classes[trigger.Sense.B].Arg;
        features.Add(Bias);
        features.Add(Class, @class);
        features.Add(FormOf, Relation.SentenceForms[(int)sentence.Form]);
        var territory = topic.Territories.First(t => t.Conflict == conflict);
        Arg? whatSide = null;
        if (where == 0)
        {
            foreach (var token in sentence.Tokens)
            {
                if (token.Sense.Kind != SenseKind.Territory || token.Sense.A != topicIndex || topic.Territories[token.Sense.B].Conflict != conflict)
                    continue;
                var spot = Relation.Spot(token, trigger, token.WordsTo(trigger));
                whatSide ??= spot;
                features.Add(What, spot);
                features.Add(What, spot, @class);
            }

            features.Add(What, Conflicts[sentence.Tokens.Exists(t => t.Sense.Kind == SenseKind.Territory && t.Sense.A == topicIndex && topic.Territories[t.Sense.B].Conflict != conflict) ? 1 : 0]);
        }
        else
        {
            features.Add(What, Where[where]);
            features.Add(What, Where[where], @class);
        }

        var what = whatSide ?? Where[where];
        AddRule(features, index, sentence, trigger, actor, conflict, what);
        if (actor < 0)
            AddNobody(features, sentence, trigger, @class, what, actorsHere);
        else
            AddActor(features, index, sentence, trigger, actor, whoWhere, territory, @class, what, actorsHere);
        AddNeighbors(features, sentence, trigger, @class);
        AddSurroundings(features, sentence, trigger);
        _setting.AddRecognition(features, index, actor, new Arg(conflict), Bias);
        _neighborhood.AddTrigger(features, index, trigger, Bias, Bias, @class);
        if (actor >= 0 && NearestMention(sentence, trigger, actor) is { } party)
            _neighborhood.AddParty(features, index, trigger, party, Who);
    }

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

    private void AddActor(
        FeatureList features, int index, Sentence sentence, Token trigger, short actor, int where, Territory territory, Arg @class, Arg what, int actorsHere)
    {
        var code = topics.Actors[actor];
        var standing = Standing[code == territory.Parent ? 1 : code == territory.Patron ? 2 : 0];
        features.Add(WhoIs, standing);
        features.Add(WhoIs, standing, @class);
        if (where > 0)
        {
            features.Add(Who, Where[where]);
            features.Add(Who, Where[where], Numbers[Math.Min(actorsHere, 4)]);
            features.Add(Both, Where[where], what);
            features.Add(WhoIs, standing, Where[where]);
            var before = document.Sentences[index - Math.Min(where, index)].Mentions;
            if (where < 4 && before.Count > 0)
                features.Add(WhoRank, before[0].Actor == actor ? Numbers[0] : Numbers[1], Where[where]);
            return;
        }

        var rank = 0;
        var seen = 0;
        Mention? nearest = null;
        foreach (var mention in sentence.Mentions)
        {
            seen++;
            if (mention.Actor != actor)
                continue;
            var relation = Relation.Of(mention.Role, mention.Token, trigger, mention.Token.WordsTo(trigger));
            var side = Relation.Side(mention.Role, mention.Token, trigger);
            features.Add(Who, relation);
            features.Add(Who, side, @class);
            features.Add(WhoIs, standing, side);
            features.Add(Both, side, what);
            features.Add(WhoForm, Relation.FormNames[(int)mention.Form], side);
            AddFollow(features, sentence, mention);
            if (nearest is null || Gap(mention, trigger) < Gap(nearest.Value, trigger))
                nearest = mention;
            if (rank == 0)
                rank = seen;
        }

        features.Add(WhoRank, Numbers[Math.Min(rank, 4)]);
        if (nearest is not { } near)
            return;
        var between = 0;
        var acts = 0;
        foreach (var mention in sentence.Mentions)
        {
            if (mention.Actor != actor && mention.Coordination != near.Coordination && IsBetween(mention.Token, near.Token, trigger))
                between++;
        }

        foreach (var token in sentence.Tokens)
        {
            if (IsBetween(token, near.Token, trigger) && token.Sense.Kind is SenseKind.Matter && token.Sense.A == topicIndex && topic.Classes[token.Sense.B].Trigger)
                acts++;
        }

        features.Add(Between, Numbers[Math.Min(between, 4)], near.Start < trigger.Start ? Standing[0] : Standing[1]);
        features.Add(Between, Class, Numbers[Math.Min(acts, 4)]);
        var closest = true;
        foreach (var mention in sentence.Mentions)
            closest &= mention.Coordination == near.Coordination || Gap(mention, trigger) >= Gap(near, trigger);
        features.Add(WhoRank, closest ? Nearest : NotNearest, near.Start < trigger.Start ? Before : After);
    }

    private static readonly Arg Rule = new("rule");
    private static readonly Arg[] Rules = Arg.For<RecognizerRule>();
    private static readonly Arg[] Chosen = [new("chosen"), new("joined"), new("passed-over")];

    private void AddRule(FeatureList features, int index, Sentence sentence, Token trigger, short actor, string conflict, Arg what)
    {
        var @class = topic.Classes[trigger.Sense.B];
        var previous = index > 0 ? document.Sentences[index - 1] : null;
        var (rule, mention) = RecognizerRules.Find(sentence, previous, trigger, @class.IsNoun);
        var chosen = actor < 0
            ? rule is RecognizerRule.Others or RecognizerRule.None ? 0 : 2
            : mention is not { } m ? 2
            : m.Actor == actor ? 0
            : (rule == RecognizerRule.Before ? previous! : sentence).Mentions.Exists(o => o.Actor == actor && o.Coordination == m.Coordination && o.Coordination >= 0) ? 1 : 2;
        features.Add(Rule, Chosen[chosen]);
        features.Add(Rule, Chosen[chosen], Rules[(int)rule]);
        features.Add(Rule, Chosen[chosen], @class.Arg);
        features.Add(Rule, Chosen[chosen], what);
        features.Add(Rule, Chosen[chosen], what, @class.Arg);
        features.Add(Rule, Chosen[chosen], Rules[(int)rule], Next(sentence, trigger, after: true));
        features.Add(Rule, Chosen[chosen], Rules[(int)rule], Next(sentence, trigger, after: false));
        features.Add(Rule, Chosen[chosen], Rules[(int)rule], StandingOf(actor, conflict));
    }

    private static readonly Arg Nearest = new("nearest");
    private static readonly Arg NotNearest = new("not-nearest");
    private static readonly Arg Before = new("before");
    private static readonly Arg After = new("after");

    private static void AddFollow(FeatureList features, Sentence sentence, Mention mention)
    {
        foreach (var token in sentence.Tokens)
        {
            if (token.Sense.Kind == SenseKind.Cue && (Cue)token.Sense.A is Cue.Follow or Cue.Only && token.End <= mention.Start && mention.Start - token.End < 12)
                features.Add(Who, Relation.CueNames[token.Sense.A]);
        }
    }

    private static void AddNobody(FeatureList features, Sentence sentence, Token trigger, Arg @class, Arg what, int actorsHere)
    {
        features.Add(Nobody);
        features.Add(Nobody, @class);
        features.Add(Nobody, what);
        features.Add(Nobody, Actors, Numbers[Math.Min(actorsHere, 4)]);
        var others = false;
        foreach (var token in sentence.Tokens)
        {
            if (token.Sense.Kind != SenseKind.Cue || (Cue)token.Sense.A is not (Cue.Others or Cue.Nobody or Cue.Passive))
                continue;
            others |= (Cue)token.Sense.A != Cue.Passive;
            features.Add(Nobody, Relation.CueNames[token.Sense.A], Relation.Spot(token, trigger, token.WordsTo(trigger)));
        }

        features.Add(Nobody, others ? Actors : Cues, Numbers[Math.Min(actorsHere, 4)]);
    }

    private void AddSurroundings(FeatureList features, Sentence sentence, Token trigger)
    {
        var objects = false;
        foreach (var token in sentence.Tokens)
        {
            if (token.Sense.Kind == SenseKind.NotAbout && token.Sense.A == topicIndex)
            {
                features.Add(Note, Relation.Spot(token, trigger, token.WordsTo(trigger)));
            }
            else if (token.Sense.Kind == SenseKind.Matter && token.Sense.A == topicIndex && token.Start != trigger.Start)
            {
                objects = true;
                features.Add(Object, topic.Classes[token.Sense.B].Arg, Relation.Spot(token, trigger, token.WordsTo(trigger)));
                features.Add(Object, topic.Classes[token.Sense.B].Arg, topic.Classes[trigger.Sense.B].Arg);
            }
            else if (token.Sense.Kind == SenseKind.Cue && (Cue)token.Sense.A is Cue.Epithet or Cue.Past or Cue.Only)
            {
                features.Add(Cues, Relation.CueNames[token.Sense.A], Relation.Spot(token, trigger, token.WordsTo(trigger)));
            }
        }

        if (!objects)
            features.Add(Object, Numbers[0], topic.Classes[trigger.Sense.B].Arg);
    }

    private static bool IsBetween(Token token, Token a, Token b) => token.Start > Math.Min(a.Start, b.Start) && token.Start < Math.Max(a.Start, b.Start);

    private static int Gap(Mention mention, Token trigger) => Math.Abs(mention.Start - trigger.Start) + (20 * Math.Abs(mention.Token.Clause - trigger.Clause));
}
