using System.Globalization;
using System.Text;

namespace NewsMonitor.Display;

/// <summary>
/// Makes text from outside fit to be shown: no control characters (a terminal would obey them), no bidirectional overrides (they make a line read
/// other than it is), no lone surrogates (they cannot be written). What is stored stays as it is.
/// </summary>
internal static class SafeText
{
    /// <summary>On one line: every run of white space and controls is one space.</summary>
    public static string Line(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsBidiControl(rune.Value) || IsInvisible(rune.Value))
                continue;
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                if (line.Length > 0 && line[^1] != ' ')
                    line.Append(' ');
            }
            else
            {
                line.Append(rune);
            }
        }

        return line.ToString().TrimEnd();
    }

    /// <summary>At most <paramref name="width"/> columns, with an ellipsis where something was cut.</summary>
    public static string Line(string text, int width)
    {
        var line = Line(text);
        if (DisplayWidth.Of(line) <= width)
            return line;
        var cut = new StringBuilder();
        var used = 0;
        foreach (var element in Elements(line))
        {
            used += DisplayWidth.Of(element);
            if (used > width - 1)
                break;
            cut.Append(element);
        }

        return cut.ToString().TrimEnd() + "…";
    }

    /// <summary>The characters of a quote as they can be shown, white space unchanged except for line breaks, which become spaces.</summary>
    public static string Inline(ReadOnlySpan<char> text)
    {
        var shown = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsBidiControl(rune.Value))
                continue;
            if (Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029)
                shown.Append(' ');
            else
                shown.Append(rune);
        }

        return shown.ToString();
    }

    /// <summary>Embeddings, overrides and isolates; the plain marks of direction are harmless.</summary>
    internal static bool IsBidiControl(int value) => value is (>= 0x202a and <= 0x202e) or (>= 0x2066 and <= 0x2069);

    private static bool IsInvisible(int value) => value is 0x200b or 0x2060 or 0xfeff or 0x00ad;

    private static IEnumerable<string> Elements(string text)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
            yield return elements.GetTextElement();
    }
}
