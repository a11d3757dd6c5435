using System.Buffers;
using NewsMonitor.Detection.Reading;
using NewsMonitor.Detection.Vocabulary;

namespace NewsMonitor.Detection;

/// <summary>Tells at the speed of memory that a text names no party and no territory of any topic: most of the world's news.</summary>
internal sealed class Sieve
{
    private static readonly SearchValues<char> Disguises = SearchValues.Create("\u00AD\u034F\u061C\uFEFF\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u0301");

    private readonly SearchValues<string> _names;

    public Sieve(TopicSet topics)
    {
        var parties = topics.Topics.Where(t => t.Shape == TopicShape.Exchange).SelectMany(t => new[] { t.First, t.Second }).ToHashSet();
        var stems = topics.Lexicons.Values
            .SelectMany(l => l.Names)
            .Where(n => n.Sense.Kind == SenseKind.Territory || parties.Contains(n.Sense.A))
            .Select(n => Stem(n.Pattern))
            .Where(n => n.Length > 1)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        // A name that holds a shorter one finds nothing that the shorter does not find.
        var names = new List<string>();
        foreach (var stem in stems.OrderBy(n => n.Length))
        {
            if (!names.Exists(n => stem.Contains(n, StringComparison.OrdinalIgnoreCase)))
                names.Add(stem);
        }

        _names = SearchValues.Create([.. names.Count > 0 ? names : ["\uFFFF"]], StringComparison.OrdinalIgnoreCase);
    }

    public bool Passes(string text)
    {
        if (text.AsSpan().ContainsAny(_names))
            return true;
        return IsDisguised(text) && NormalizedText.Of(text).Span.ContainsAny(_names);
    }

    // Invisible characters, full-width letters, or two alphabets in one text: only folding shows what the eye reads.
    private static bool IsDisguised(ReadOnlySpan<char> text) =>
        text.ContainsAny(Disguises)
        || text.ContainsAnyInRange('\uFF21', '\uFF5A')
        || (text.ContainsAnyInRange('\u0400', '\u04FF') && text.ContainsAnyInRange('a', 'z'));

    private static string Stem(string pattern)
    {
        pattern = pattern.TrimStart('=', '*');
        var star = pattern.IndexOf('*', StringComparison.Ordinal);
        return star < 0 ? pattern : pattern[..star];
    }
}
