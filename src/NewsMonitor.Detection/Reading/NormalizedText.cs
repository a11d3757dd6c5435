using System.Text;

namespace NewsMonitor.Detection.Reading;

/// <summary>
/// A text as the matcher reads it: lower case, half width, one kind of quote, space and hyphen, no invisible characters, look-alike letters of
/// another alphabet replaced; with the way back to the original's offsets.
/// </summary>
internal sealed class NormalizedText
{
    private readonly char[] _characters;
    private readonly int[]? _offsets;

    private NormalizedText(string original, char[] characters, int length, int[]? offsets)
    {
        Original = original;
        _characters = characters;
        Length = length;
        _offsets = offsets;
    }

    public string Original { get; }

    public int Length { get; }

    public char this[int index] => _characters[index];

    public ReadOnlySpan<char> Span => _characters.AsSpan(0, Length);

    /// <summary>The UTF-16 offset in the original of a place in this text.</summary>
    public int OriginalOffset(int index) => _offsets is null ? index : index < Length ? _offsets[index] : Original.Length;

    /// <summary>The first offset in the original after the character before <paramref name="end"/>.</summary>
    public int OriginalEnd(int end) => _offsets is null ? end : end == 0 ? 0 : _offsets[end - 1] + 1;

    /// <summary>Whether the original's character is an upper-case letter.</summary>
    public bool IsUpper(int index) => char.IsUpper(Original[OriginalOffset(index)]);

    /// <summary>Whether the original has an upper-case letter here wherever <paramref name="exact"/> has one; a headline in capitals may have more.</summary>
    public bool SpelledExactly(int start, string exact)
    {
        for (var i = 0; i < exact.Length; i++)
        {
            if (exact[i] == '*')
                return true;
            if (start + i >= Length)
                return false;
            if (char.IsUpper(exact[i]) && !IsUpper(start + i))
                return false;
        }

        return true;
    }

    public static NormalizedText Of(string original)
    {
        var characters = new char[original.Length];
        int[]? offsets = null;
        var length = 0;
        for (var i = 0; i < original.Length; i++)
        {
            var c = original[i];
            if (c >= 0x80)
            {
                if (IsInvisible(c))
                {
                    offsets ??= FirstOffsets(original.Length, length);
                    continue;
                }

                c = FoldCharacter(c);
            }
            else if (c is >= 'A' and <= 'Z')
            {
                c = (char)(c | 0x20);
            }
            else if (c == '-')
            {
                c = IsLetterAt(original, i - 1) && IsLetterAt(original, i + 1) ? ' ' : '-';
            }
            else if (c is '\t' or '\r')
            {
                c = ' ';
            }

            if (offsets is not null)
                offsets[length] = i;
            characters[length++] = c;
        }

        MendLookAlikes(characters.AsSpan(0, length));
        return new NormalizedText(original, characters, length, offsets);
    }

    /// <summary>A pattern folded as texts are.</summary>
    public static string Fold(string pattern)
    {
        var folded = new StringBuilder(pattern.Length);
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (IsInvisible(c))
                continue;
            c = c == '-' ? ' ' : FoldCharacter(c);
            folded.Append(c);
        }

        return folded.ToString();
    }

    private static bool IsLetterAt(string text, int index) => (uint)index < (uint)text.Length && char.IsLetterOrDigit(text[index]);

    private static int[] FirstOffsets(int size, int length)
    {
        var offsets = new int[size];
        for (var i = 0; i < length; i++)
            offsets[i] = i;
        return offsets;
    }

    private static bool IsInvisible(char c) =>
        c is '\u00AD' or '\u034F' or '\u061C' or '\uFEFF' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u206F')
            or (>= '\uFE00' and <= '\uFE0F') or '\u0301';

    private static char FoldCharacter(char c) => c switch
    {
        < '\u0080' => c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c,
        '\u2018' or '\u2019' or '\u02BC' or '\u201B' or '\u2032' or '\u00B4' or '\uFF07' => '\'',
        '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB' or '\u201F' or '\uFF02' => '"',
        '\u00A0' or '\u202F' or '\u3000' or (>= '\u2000' and <= '\u200A') => ' ',
        '\u2010' or '\u2011' => ' ',
        '\u2012' or '\u2013' or '\u2014' or '\u2015' or '\u2500' => '\u2014',
        >= '\uFF01' and <= '\uFF5E' => FoldCharacter((char)(c - 0xFEE0)),
        '\uFF65' => '\u30FB',
        // The dots of Russian yo are left away as often as not.
        '\u0451' or '\u0401' => '\u0435',
        _ => char.ToLowerInvariant(c),
    };

    // A word of one alphabet with single letters of another is written to deceive a filter, or by a bad scan; it is read as the eye reads it.
    private static void MendLookAlikes(Span<char> text)
    {
        var at = 0;
        while (at < text.Length)
        {
            if (!Vocabulary.Trie.IsWordCharacter(text[at]))
            {
                at++;
                continue;
            }

            var start = at;
            int latin = 0, cyrillic = 0;
            for (; at < text.Length && Vocabulary.Trie.IsWordCharacter(text[at]); at++)
            {
                if (text[at] is >= 'a' and <= 'z')
                    latin++;
                else if (text[at] is >= '\u0400' and <= '\u04FF')
                    cyrillic++;
            }

            if (latin == 0 || cyrillic == 0)
                continue;
            var (from, to) = latin >= cyrillic ? ("асеорхуіјѕԁв", "aceopxyijsdb") : ("aceopxyi", "асеорхуі");
            foreach (ref var c in text[start..at])
            {
                var index = from.IndexOf(c, StringComparison.Ordinal);
                if (index >= 0)
                    c = to[index];
            }
        }
    }
}
