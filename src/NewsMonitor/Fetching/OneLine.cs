using System.Globalization;
using System.Text;

namespace NewsMonitor.Fetching;

/// <summary>Makes words from outside fit to stand in a reason or a log line.</summary>
internal static class OneLine
{
    /// <summary>The longest reason kept, in UTF-16 units.</summary>
    public const int MaxLength = 300;

    /// <summary>
    /// The text on one line: control, format (bidirectional, zero-width) and line-separating characters become single spaces, lone surrogates
    /// become U+FFFD, and what exceeds <see cref="MaxLength"/> is cut with an ellipsis.
    /// </summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";

        var line = new StringBuilder(Math.Min(text.Length, MaxLength));
        foreach (var rune in text.EnumerateRunes())
        {
            var blank = Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
            if (line.Length + rune.Utf16SequenceLength >= MaxLength)
                return line.Append('…').ToString();
            if (!blank)
                line.Append(rune);
            else if (line.Length > 0 && line[^1] != ' ')
                line.Append(' ');
        }

        return line.ToString().TrimEnd();
    }
}
