using NewsMonitor.Detection.Reading;

namespace NewsMonitor.Detection.Vocabulary;

/// <summary>How a language writes words, which decides where a match may begin and end.</summary>
internal enum Words : byte
{
    /// <summary>Words stand between spaces.</summary>
    Spaced,

    /// <summary>Words begin after a space and carry particles at their end.</summary>
    Particles,

    /// <summary>No spaces at all.</summary>
    Unspaced,
}

/// <summary>All expressions of one language in one prefix tree over normalized characters; a walk finds every expression that begins at a place.</summary>
internal sealed class Trie(Words words)
{
    private const char Star = '*';

    // Children are kept in one open-addressing table keyed by node and character: no allocation and no pointer chase for each step.
    private long[] _keys = NewTable(1 << 12);
    private int[] _values = new int[1 << 12];
    private int _edges;
    private readonly List<Accept[]?> _accepts = [null, null];
    private readonly bool[] _starts = new bool[65536];
    private readonly bool[] _insideStarts = new bool[65536];

    /// <summary>An expression ends here; <see cref="Exact"/> is its own spelling where case matters.</summary>
    internal readonly record struct Accept(Sense Sense, string? Exact);

    /// <summary>One expression found: senses at [start, end).</summary>
    internal readonly record struct Hit(int End, Accept[] Accepts);

    public Words Words { get; } = words;

    public void Add(string pattern, Sense sense)
    {
        string? exact = null;
        if (pattern[0] == '=')
        {
            exact = pattern[1..];
            pattern = exact;
        }

        var inside = pattern[0] == Star;
        var text = NormalizedText.Fold(inside ? pattern[1..] : pattern);
        var node = inside ? 1 : 0;
        foreach (var c in text)
            node = Child(node, c, create: true);
        (inside ? _insideStarts : _starts)[text[0]] = true;
        var all = _accepts[node] ?? [];
        var accept = new Accept(sense, exact);
        if (!all.Contains(accept))
            _accepts[node] = [.. all, accept];
    }

    /// <summary>Finds what begins at <paramref name="at"/>; hits come with growing ends.</summary>
    public void Walk(NormalizedText text, int at, List<Hit> hits)
    {
        var first = text[at];
        if (_starts[first] && (Words == Words.Unspaced || IsWordStart(text, at)))
            Step(text, at, at, 0, hits);
        if (_insideStarts[first])
            Step(text, at, at, 1, hits);
    }

    private void Step(NormalizedText text, int start, int at, int node, List<Hit> hits)
    {
        while (true)
        {
            if (_accepts[node] is { } accepts && EndsWell(text, at, node))
                AddHit(text, start, at, accepts, hits);
            var star = Child(node, Star, create: false);
            if (star != 0)
            {
                var end = at;
                while (end < text.Length && IsWordCharacter(text[end]))
                    end++;
                if (_accepts[star] is { } open)
                    AddHit(text, start, end, open, hits);
                if (end < text.Length)
                {
                    var next = Child(star, text[end], create: false);
                    if (next != 0)
                        Step(text, start, end + 1, next, hits);
                }
            }

            if (at >= text.Length)
                return;
            node = Child(node, text[at], create: false);
            if (node == 0)
                return;
            at++;
        }
    }

    private static void AddHit(NormalizedText text, int start, int end, Accept[] accepts, List<Hit> hits)
    {
        var needsCase = false;
        foreach (var a in accepts)
            needsCase |= a.Exact is not null;
        if (needsCase)
        {
            accepts = [.. accepts.Where(a => a.Exact is null || text.SpelledExactly(start, a.Exact))];
            if (accepts.Length == 0)
                return;
        }

        hits.Add(new Hit(end, accepts));
    }

    private bool EndsWell(NormalizedText text, int at, int node)
    {
        if (at >= text.Length || node == 0 || at == 0)
            return true;
        if (Words == Words.Spaced)
            return !IsWordCharacter(text[at]);
        // Latin abbreviations inside another script still end where their letters end.
        return !(char.IsAsciiLetterOrDigit(text[at - 1]) && char.IsAsciiLetterOrDigit(text[at]));
    }

    private static bool IsWordStart(NormalizedText text, int at) => at == 0 || !IsWordCharacter(text[at - 1]);

    internal static bool IsWordCharacter(char c) => char.IsAsciiLetterOrDigit(c) || (c > 127 && (char.IsLetterOrDigit(c) || char.IsSurrogate(c)));

    private int Child(int node, char c, bool create)
    {
        var key = ((long)(node + 1) << 16) | c;
        var mask = _keys.Length - 1;
        var slot = (int)((ulong)(key * -7046029254386353131L) >> 40) & mask;
        while (_keys[slot] != 0)
        {
            if (_keys[slot] == key)
                return _values[slot];
            slot = (slot + 1) & mask;
        }

        if (!create)
            return 0;
        _accepts.Add(null);
        var child = _accepts.Count - 1;
        _keys[slot] = key;
        _values[slot] = child;
        if (++_edges * 2 > _keys.Length)
            Grow();
        return child;
    }

    private void Grow()
    {
        var (keys, values) = (_keys, _values);
        _keys = NewTable(keys.Length * 2);
        _values = new int[keys.Length * 2];
        var mask = _keys.Length - 1;
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i] == 0)
                continue;
            var slot = (int)((ulong)(keys[i] * -7046029254386353131L) >> 40) & mask;
            while (_keys[slot] != 0)
                slot = (slot + 1) & mask;
            _keys[slot] = keys[i];
            _values[slot] = values[i];
        }
    }

    private static long[] NewTable(int size) => new long[size];
}
