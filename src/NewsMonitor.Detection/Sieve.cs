using System.Buffers;
using NewsMonitor.Detection.Reading;
using NewsMonitor.Detection.Vocabulary;

namespace NewsMonitor.Detection;

/// <summary>Tells at the speed of memory that a text names no party and no territory of any topic: most of the world's news.</summary>
internal sealed class Sieve
{
    private static readonly SearchValues<char> Disguises = SearchValues.Create("\u00AD\u034F\u061C\uFEFF\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u0301");

    private const string Nobody = "\uFFFF";

    private readonly SearchValues<string> _names;

    // Abbreviations are short and would be found in half of all words: they count only as they are spelled, and alone.
    private readonly SearchValues<string> _exact;
    private readonly HashSet<string> _exactNames;
    private readonly int _longestExact;

    public Sieve(TopicSet topics)
    {
        _names = SearchValues.Create([.. NamesOf(topics).DefaultIfEmpty(Nobody)], StringComparison.OrdinalIgnoreCase);
        _exactNames = [.. Patterns(topics).Where(IsExact).Select(Stem).Where(n => n.Length > 1).SelectMany(n => new[] { n, n.ToUpperInvariant() })];
        _longestExact = _exactNames.Select(n => n.Length).DefaultIfEmpty(0).Max();
        _exact = SearchValues.Create([.. _exactNames.DefaultIfEmpty(Nobody)], StringComparison.Ordinal);
    }

    /// <summary>The stems looked for in any spelling.</summary>
    public static IReadOnlyCollection<string> NamesOf(TopicSet topics) => Shortest(Patterns(topics).Where(p => !IsExact(p)).Select(Stem).Where(n => n.Length > 1 || n.Any(c => c > 0x2E80)));

    public bool Passes(ReadOnlySpan<char> text)
    {
        if (text.ContainsAny(_names) || HoldsExact(text))
            return true;
        if (!IsDisguised(text))
            return false;
        var folded = NormalizedText.Of(text.ToString()).Span;
        return folded.ContainsAny(_names) || HoldsExact(folded.ToString().ToUpperInvariant());
    }

    private static IEnumerable<string> Patterns(TopicSet topics)
    {
        var parties = topics.Topics.Where(t => t.Shape == TopicShape.Exchange).SelectMany(t => new[] { t.First, t.Second }).ToHashSet();
        return topics.Lexicons.Values.SelectMany(l => l.Names).Where(n => n.Sense.Kind == SenseKind.Territory || (parties.Contains(n.Sense.A) && !IsAlias(n.Sense))).Select(n => n.Pattern);
    }

    // A short name counts only beside a full one, of its party or of the other.
    private static bool IsAlias(Sense sense) => (NameForm)(sense.B & 0xFF) == NameForm.Alias;

    private static bool IsExact(string pattern) => (pattern.StartsWith('=') && pattern.Length <= 6) || (pattern.Length <= 3 && pattern.All(char.IsAsciiLetter));

    private bool HoldsExact(ReadOnlySpan<char> text)
    {
        var lookup = _exactNames.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = text.IndexOfAny(_exact); at >= 0;)
        {
            for (var length = Math.Min(_longestExact, text.Length - at); length > 1; length--)
            {
                if (lookup.Contains(text.Slice(at, length)) && !IsLetterAt(text, at - 1) && !IsLetterAt(text, at + length))
                    return true;
            }

            var next = text[(at + 1)..].IndexOfAny(_exact);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }

    private static bool IsLetterAt(ReadOnlySpan<char> text, int at) => (uint)at < (uint)text.Length && char.IsAsciiLetter(text[at]);

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

    // The longest part of a pattern that any text with the name has to hold.
    private static string Stem(string pattern) => pattern.TrimStart('=').Split('*').Select(part => part.Trim()).MaxBy(part => part.Length)!;
}
