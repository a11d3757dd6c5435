using NewsMonitor.Detection.Vocabulary;

namespace NewsMonitor.Detection.Reading;

/// <summary>
/// Finds whom a pronoun or a short name stands for. Salience is simple: the first party of the sentence, else the first of the sentence before.
/// </summary>
internal sealed class References(TopicSet topics)
{
    private const int SentencesBack = 2;

    public void Resolve(List<Sentence> sentences)
    {
        var named = new HashSet<short>(sentences.SelectMany(s => s.Mentions).Where(m => m.Form != NameForm.Alias).Select(m => m.Actor));
        for (var i = 0; i < sentences.Count; i++)
        {
            var sentence = sentences[i];
            // "the North" is a party only where the text names that party in full somewhere, or its partner in an exchange.
            sentence.Mentions.RemoveAll(m => m.Form == NameForm.Alias && !named.Contains(m.Actor) && !NamesPartner(named, m.Actor));
            ResolvePronouns(sentences, i);
        }
    }

    private bool NamesPartner(HashSet<short> named, short actor)
    {
        foreach (var topic in topics.Topics)
        {
            if (topic.Shape == TopicShape.Exchange && ((topic.First == actor && named.Contains(topic.Second)) || (topic.Second == actor && named.Contains(topic.First))))
                return true;
        }

        return false;
    }

    private void ResolvePronouns(List<Sentence> sentences, int index)
    {
        var sentence = sentences[index];
        if (!sentence.Tokens.Exists(t => t.Sense.Kind == SenseKind.Pronoun))
            return;
        var named = sentence.Mentions.ToArray();
        foreach (var token in sentence.Tokens)
        {
            if (token.Sense.Kind != SenseKind.Pronoun)
                continue;
            foreach (var actor in Referents(sentences, index, named, token))
                Insert(sentence, new Mention(token, actor, NameForm.Alias, (Pronoun)token.Sense.A is Pronoun.Its or Pronoun.Our ? Role.Possessor : RoleOf(sentence, token), -1, Anaphor: true));
        }
    }

    private IEnumerable<short> Referents(List<Sentence> sentences, int index, Mention[] named, Token token)
    {
        switch ((Pronoun)token.Sense.A)
        {
            case Pronoun.It or Pronoun.Its:
                if (Salient(sentences, index, named, token) is { } it)
                    yield return it;
                break;
            case Pronoun.We or Pronoun.Our:
                if (Speaker(sentences, index, named, token) is { } speaker)
                    yield return speaker;
                break;
            case Pronoun.Other:
                if (Salient(sentences, index, named, token) is { } one)
                {
                    foreach (var topic in topics.Topics)
                    {
                        if (topic.Shape == TopicShape.Exchange && (topic.First == one || topic.Second == one))
                            yield return topic.First == one ? topic.Second : topic.First;
                    }
                }

                break;
            default:
                foreach (var topic in topics.Topics)
                {
                    if (topic.Shape != TopicShape.Exchange || !IsNear(sentences, index, topic.First) || !IsNear(sentences, index, topic.Second))
                        continue;
                    yield return topic.First;
                    yield return topic.Second;
                }

                break;
        }
    }

    // The speaker stands after the closing quote, or before the opening one, or in the sentence before.
    private static short? Speaker(List<Sentence> sentences, int index, Mention[] named, Token token)
    {
        var sentence = sentences[index];
        var closes = sentence.Text.Span[token.End..sentence.End].IndexOfAny('"', '\u300D');
        foreach (var mention in named)
        {
            if (closes >= 0 && mention.Start > token.End + closes)
                return mention.Actor;
        }

        var opens = sentence.Text.Span[sentence.Start..token.Start].IndexOfAny('"', '\u300C');
        foreach (var mention in named)
        {
            if (opens >= 0 && mention.End <= sentence.Start + opens)
                return mention.Actor;
        }

        for (var back = 1; back <= SentencesBack && index - back >= 0; back++)
        {
            if (sentences[index - back].Mentions.Count > 0)
                return sentences[index - back].Mentions[0].Actor;
        }

        return null;
    }

    private static short? Salient(List<Sentence> sentences, int index, Mention[] named, Token token)
    {
        foreach (var mention in named)
        {
            if (mention.End <= token.Start && mention.Form != NameForm.Adjective)
                return mention.Actor;
        }

        for (var back = 1; back <= SentencesBack && index - back >= 0; back++)
        {
            var before = sentences[index - back];
            if (sentences[index].Form == SentenceForm.Entry)
                return null;
            foreach (var mention in before.Mentions)
            {
                if (!mention.Anaphor || back == 1)
                    return mention.Actor;
            }
        }

        return null;
    }

    private static bool IsNear(List<Sentence> sentences, int index, short actor)
    {
        for (var i = index; i >= 0 && i >= index - 3; i--)
        {
            if (sentences[i].Mentions.Exists(m => m.Actor == actor))
                return true;
        }

        return false;
    }

    private static Role RoleOf(Sentence sentence, Token token)
    {
        foreach (var other in sentence.Tokens)
        {
            if (other.Sense.Kind == SenseKind.Marker && other.End <= token.Start && other.WordsTo(token) == 0)
                return (Role)other.Sense.A;
        }

        return Role.None;
    }

    private static void Insert(Sentence sentence, Mention mention)
    {
        var place = sentence.Mentions.FindIndex(m => m.Start > mention.Start);
        sentence.Mentions.Insert(place < 0 ? sentence.Mentions.Count : place, mention);
    }
}
