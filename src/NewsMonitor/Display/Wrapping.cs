using System.Text;

namespace NewsMonitor.Display;

/// <summary>Breaks text into lines of so many columns: at spaces, and between the characters of scripts that write without spaces.</summary>
internal static class Wrapping
{
    // What may not begin a line in Chinese and Japanese setting.
    private const string NeverFirst = "、。，．：；！？」』）】〉》”’…ー々」";

    /// <summary>The lines, each with its indent; a word longer than a line stands alone and is never broken, so that addresses stay whole.</summary>
    public static IEnumerable<string> Lines(string text, int width, string firstIndent = "", string indent = "")
    {
        var line = new StringBuilder(firstIndent);
        var used = DisplayWidth.Of(firstIndent);
        var empty = true;
        foreach (var (piece, spaced) in Pieces(text))
        {
            var need = DisplayWidth.Of(piece) + (spaced && !empty ? 1 : 0);
            if (!empty && used + need > width)
            {
                yield return line.ToString();
                line.Clear().Append(indent);
                used = DisplayWidth.Of(indent);
                empty = true;
            }

            if (spaced && !empty)
                line.Append(' ');
            line.Append(piece);
            used += DisplayWidth.Of(piece) + (spaced && !empty ? 1 : 0);
            empty = false;
        }

        if (!empty)
            yield return line.ToString();
    }

    private static bool MayNotBegin(Rune rune) => rune.IsBmp && NeverFirst.Contains((char)rune.Value, StringComparison.Ordinal);

    /// <summary>Pieces that no break may part, each with whether a space stood before it.</summary>
    private static IEnumerable<(string Piece, bool Spaced)> Pieces(string text)
    {
        var piece = new StringBuilder();
        var spaced = false;
        var afterWide = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == ' ')
            {
                if (piece.Length > 0)
                    yield return Take();
                spaced = true;
                afterWide = false;
                continue;
            }

            // Hangul is written with spaces between words: its syllables stay together as letters do.
            var wide = DisplayWidth.IsWide(rune.Value) && rune.Value is not (>= 0xac00 and <= 0xd7a3);
            if (piece.Length > 0 && (wide || afterWide) && !MayNotBegin(rune))
                yield return Take();
            piece.Append(rune);
            afterWide = wide;
        }

        if (piece.Length > 0)
            yield return Take();

        (string, bool) Take()
        {
            var taken = (piece.ToString(), spaced);
            piece.Clear();
            spaced = false;
            return taken;
        }
    }
}
