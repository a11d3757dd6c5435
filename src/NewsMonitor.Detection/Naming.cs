using System.Collections.Immutable;
using NewsMonitor.Detection.Reading;
using NewsMonitor.Detection.Vocabulary;

namespace NewsMonitor.Detection;

/// <summary>Tells what a read document names, under ids that need no language.</summary>
internal static class Naming
{
    public static NamedThings Of(TopicSet topics, ReadDocument read)
    {
        var sentences = ImmutableArray.CreateBuilder<SentenceSpan>(read.Sentences.Count);
        var things = ImmutableArray.CreateBuilder<NamedThing>();
        for (var i = 0; i < read.Sentences.Count; i++)
        {
            var sentence = read.Sentences[i];
            sentences.Add(new SentenceSpan(Place(sentence), sentence.Text.OriginalOffset(sentence.Start), sentence.Text.OriginalEnd(sentence.End)));
            foreach (var mention in sentence.Mentions.Where(mention => !mention.Anaphor))
                things.Add(Thing(sentence, i, mention.Token, NamedThingSort.Actor, topics.Actors[mention.Actor], mention.Form is NameForm.Person or NameForm.Place));
            foreach (var token in sentence.Tokens)
            {
                if (Meaning(topics, token.Sense) is { } meaning)
                    things.Add(Thing(sentence, i, token, meaning.Sort, meaning.Id, person: false));
            }
        }

        return new NamedThings(sentences.ToImmutable(), things.ToImmutable());
    }

    private static (NamedThingSort Sort, string Id)? Meaning(TopicSet topics, Sense sense) => sense.Kind switch
    {
        SenseKind.Territory => (NamedThingSort.Territory, TerritoryId(topics, sense)),
        SenseKind.Matter => (NamedThingSort.Matter, topics.Topics[sense.A].Classes[sense.B].Id),
        SenseKind.Act when (Act)sense.A is not Act.None and not Act.Say => (NamedThingSort.Act, ((Act)sense.A).ToString().ToLowerInvariant()),
        _ => null,
    };

    private static string TerritoryId(TopicSet topics, Sense sense) => topics.Topics[sense.A].Territories[sense.B].Id;

    private static NamedThing Thing(Sentence sentence, int index, Token token, NamedThingSort sort, string id, bool person) =>
        new(sort, id, person, Place(sentence), sentence.Text.OriginalOffset(token.Start), sentence.Text.OriginalEnd(token.End), index);

    private static EvidencePlace Place(Sentence sentence) => sentence.InTitle ? EvidencePlace.Title : EvidencePlace.Text;
}
