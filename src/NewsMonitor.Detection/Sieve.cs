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
            .Where(n => n.Length > 1);
        var names = Shortest(stems);
        _names = SearchValues.Create([.. names.Count > 0 ? names : ["\uFFFF"]], StringComparison.OrdinalIgnoreCase);
    }

    public bool Passes(string text)
    {
        if (text.AsSpan().ContainsAny(_names))
            return true;
        return IsDisguised(text) && NormalizedText.Of(text).Span.ContainsAny(_names);
    }

    /// <summary>The stems that no other stem is a part of: one that holds another finds nothing that the other does not find.</summary>
    private static HashSet<string> Shortest(IEnumerable<string> stems)
    {
        var kept = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var lookup = kept.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var stem in stems.Distinct(StringComparer.OrdinalIgnoreCase).OrderBy(stem => stem.Length))
        {
            if (!HoldsAny(stem))
                kept.Add(stem);
        }

        return kept;

        bool HoldsAny(ReadOnlySpan<char> stem)
        {
            for (var start = 0; start < stem.Length; start++)
            {
                for (var length = 2; length <= stem.Length - start; length++)
                {
                    if (lookup.Contains(stem.Slice(start, length)))
                        return true;
                }
            }

            return false;
        }
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
