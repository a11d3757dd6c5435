using System.Text;

namespace NewsMonitor.Text;

/// <summary>Text that every library takes: whole surrogate pairs, no noncharacters, no control characters but line break and tab.</summary>
public static class WellFormedText
{
    /// <summary>The text with each offending UTF-16 unit replaced by one other, so that its length and all offsets stay: a control character by a blank, anything else by U+FFFD.</summary>
    public static string Of(string text)
    {
        var first = FirstOffense(text, 0);
        if (first < 0)
            return text;
        var repaired = new StringBuilder(text);
        for (var i = first; i >= 0; i = FirstOffense(text, i + 1))
            repaired[i] = char.IsControl(text[i]) ? ' ' : '\uFFFD';
        return repaired.ToString();
    }

    private static int FirstOffense(string text, int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            var unit = text[i];
            if (unit >= ' ' && unit < '\u007F')
                continue;
            if (char.IsHighSurrogate(unit) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                // The last two of each plane are noncharacters: both units are told, one after the other.
                if ((char.ConvertToUtf32(unit, text[i + 1]) & 0xFFFE) == 0xFFFE)
                    return i;
                i++;
                continue;
            }

            if (char.IsSurrogate(unit) || (char.IsControl(unit) && unit is not ('\n' or '\t')) || unit is >= '\uFDD0' and <= '\uFDEF' or '\uFFFE' or '\uFFFF')
                return i;
        }

        return -1;
    }
}
