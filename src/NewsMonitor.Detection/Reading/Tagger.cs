using NewsMonitor.Detection.Vocabulary;

namespace NewsMonitor.Detection.Reading;

/// <summary>Finds the expressions of a sentence, its clause boundaries, and the roles of the parties named in it.</summary>
internal sealed class Tagger(Lexicon lexicon)
{
    // One sentence of a hundred thousand names is a list, not an assertion; what follows this many is not read.
    private const int MostTokens = 240;

    // "to the Russian army", "with ally Russia": one word may stand between a preposition and its name.
    private const int MarkerReach = 1;

    private readonly List<Trie.Hit> _hits = [];
    private readonly int[] _layerEnds = new int[3];
    private readonly int[] _layerBest = new int[3];
    private int[] _wordsBefore = new int[256];

    /// <summary>Reads a sentence; false where it was too dense to be read to its end.</summary>
    public bool Tag(Sentence sentence)
    {
        CountWords(sentence);
        Array.Fill(_layerEnds, sentence.Start);
        var text = sentence.Text;
        var clause = 0;
        var names = new List<Token>();
        var at = sentence.Start;
        for (; at < sentence.End && sentence.Tokens.Count + names.Count < MostTokens; at++)
        {
            var c = text[at];
            if (!Trie.IsWordCharacter(c))
            {
                clause += Boundary(text, at, sentence.End);
                if (c is ' ')
                    continue;
            }

            _hits.Clear();
            lexicon.Trie.Walk(text, at, _hits);
            if (_hits.Count > 0)
                clause = Take(sentence, at, clause, names);
        }

        MarkRoles(sentence, names);
        return at >= sentence.End;
    }

    private static int Boundary(NormalizedText text, int at, int end) => text[at] switch
    {
        ',' => at + 1 < end && char.IsAsciiDigit(text[at + 1]) ? 0 : 1,
        ';' or '\u2014' or '|' => 2,
        ':' => at + 1 < end && char.IsAsciiDigit(text[at + 1]) ? 0 : 2,
        '-' => 2,
        '(' or ')' or '\u2026' => 1,
        _ => 0,
    };

    // Within a layer the longest expression wins and nothing begins inside it.
    private int Take(Sentence sentence, int at, int clause, List<Token> names)
    {
        Array.Clear(_layerBest);
        foreach (var hit in _hits)
        {
            foreach (var accept in hit.Accepts)
            {
                var layer = (int)accept.Sense.Layer;
                if (at >= _layerEnds[layer] && hit.End <= sentence.End)
                    _layerBest[layer] = Math.Max(_layerBest[layer], hit.End);
            }
        }

        foreach (var hit in _hits)
        {
            foreach (var accept in hit.Accepts)
            {
                var sense = accept.Sense;
                if (_layerBest[(int)sense.Layer] != hit.End)
                    continue;
                if (sense.Kind == SenseKind.Break)
                    clause += 2;
                if (sense.Kind == SenseKind.Actor)
                    names.Add(Token(sentence, at, hit.End, clause, sense));
                else if (sense.Kind != SenseKind.NotAName && !sentence.Tokens.Contains(Token(sentence, at, hit.End, clause, sense)))
                    sentence.Tokens.Add(Token(sentence, at, hit.End, clause, sense));
            }
        }

        for (var layer = 0; layer < _layerEnds.Length; layer++)
        {
            if (_layerBest[layer] > 0)
                _layerEnds[layer] = _layerBest[layer];
        }

        return clause;
    }

    private Token Token(Sentence sentence, int start, int end, int clause, Sense sense) =>
        new(start, end, clause, sense, _wordsBefore[start - sentence.Start], _wordsBefore[end - sentence.Start]);

    // Where words have no spaces, three characters stand for one.
    private void CountWords(Sentence sentence)
    {
        var length = sentence.End - sentence.Start;
        if (_wordsBefore.Length <= length)
            _wordsBefore = new int[length + 1];
        var count = 0;
        var inside = false;
        for (var i = 0; i < length; i++)
        {
            _wordsBefore[i] = lexicon.Words == Words.Unspaced ? i / 3 : count;
            var letter = Trie.IsWordCharacter(sentence.Text[sentence.Start + i]);
            if (letter && !inside)
                count++;
            inside = letter;
        }

        _wordsBefore[length] = lexicon.Words == Words.Unspaced ? length / 3 : count;
    }

    private void MarkRoles(Sentence sentence, List<Token> names)
    {
        var coordination = 0;
        for (var i = 0; i < names.Count; i++)
        {
            var name = names[i];
            var form = (NameForm)(name.Sense.B & 0xFF);
            var role = (Role)(name.Sense.B >> 8);
            var after = MarkerAfter(sentence, name.End);
            if (after != Role.None)
                role = after;
            var before = MarkerBefore(sentence, names, i);
            if (before != Role.None && (after == Role.None || role == Role.Possessor))
                role = before;
            var joined = i > 0 && sentence.Mentions.Count > 0 && AreJoined(sentence, names[i - 1], name);
            if (!joined)
                coordination++;
            else if (role is Role.None && sentence.Mentions[^1].Role is not (Role.Possessor or Role.Modifier))
                role = sentence.Mentions[^1].Role;
            if (role == Role.None && form == NameForm.Adjective)
                role = Role.Modifier;
            sentence.Mentions.Add(new Mention(name, name.Sense.A, form, role, coordination, Anaphor: false));
        }

        SpreadBackwards(sentence);
    }

    // Where particles follow, the last of several joined names carries the marker of all.
    private void SpreadBackwards(Sentence sentence)
    {
        if (lexicon.Particles.Count == 0)
            return;
        for (var i = sentence.Mentions.Count - 2; i >= 0; i--)
        {
            var (mention, next) = (sentence.Mentions[i], sentence.Mentions[i + 1]);
            if (mention.Coordination == next.Coordination && mention.Role is Role.None or Role.With)
                sentence.Mentions[i] = mention with { Role = next.Role };
        }
    }

    private Role MarkerAfter(Sentence sentence, int end)
    {
        if (lexicon.Particles.Count == 0)
            return Role.None;
        var rest = sentence.Text.Span[end..sentence.End];
        for (var skipped = 0; skipped < 3; skipped++)
        {
            foreach (var (particle, role) in lexicon.Particles)
            {
                if (rest.StartsWith(particle, StringComparison.Ordinal) && EndsWell(rest, particle.Length))
                    return role;
            }

            var skip = 0;
            foreach (var word in lexicon.BeforeParticle)
            {
                if (word.Length > skip && rest.StartsWith(word, StringComparison.Ordinal))
                    skip = word.Length;
            }

            if (skip == 0)
                break;
            rest = rest[skip..];
        }

        return Role.None;
    }

    private bool EndsWell(ReadOnlySpan<char> rest, int length) =>
        lexicon.Words == Words.Unspaced || length >= rest.Length || !Trie.IsWordCharacter(rest[length]);

    private static Role MarkerBefore(Sentence sentence, List<Token> names, int index)
    {
        var name = names[index];
        for (var i = sentence.Tokens.Count - 1; i >= 0; i--)
        {
            var token = sentence.Tokens[i];
            if (token.End > name.Start)
                continue;
            if (token.WordsTo(name) > MarkerReach || token.Clause < name.Clause)
                return Role.None;
            if (index > 0 && names[index - 1].Start >= token.Start)
                return Role.None;
            if (token.Sense.Kind == SenseKind.Marker)
                return (Role)token.Sense.A;
            if (token.Sense.Kind is SenseKind.Act or SenseKind.Matter or SenseKind.And)
                return Role.None;
        }

        return Role.None;
    }

    private static bool AreJoined(Sentence sentence, Token left, Token right)
    {
        if (right.Start <= left.End)
            return true;
        var text = sentence.Text.Span[left.End..right.Start];
        if (left.WordsTo(right) > 3)
            return false;
        foreach (var token in sentence.Tokens)
        {
            if (token.Start < left.End || token.End > right.Start)
                continue;
            if (token.Sense.Kind == SenseKind.And)
                return true;
            if (token.Sense.Kind != SenseKind.Break && token.Sense.Kind != SenseKind.Marker)
                return false;
        }

        return text.Length <= 8 && text.IndexOfAny(",\u3001\u00B7\u30FB/") >= 0 && left.WordsTo(right) <= 1;
    }
}
