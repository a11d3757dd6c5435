using System.Globalization;
using System.Text;
using System.Text.Json;

namespace NewsMonitor.Commands.JsonLines;

/// <summary>Reads JSON strings that hold half a surrogate pair as an escape.</summary>
internal static class LoneSurrogates
{
    /// <summary>The value of a JSON string literal, each half character replaced by U+FFFD.</summary>
    public static string Mended(string literal)
    {
        var mended = new StringBuilder(literal.Length);
        for (var i = 0; i < literal.Length; i++)
        {
            if (literal[i] != '\\' || i + 1 >= literal.Length)
            {
                mended.Append(literal[i]);
                continue;
            }
            if (EscapedUnit(literal, i) is not { } unit || !char.IsSurrogate(unit))
            {
                mended.Append(literal, i, 2);
                i++;
            }
            else if (char.IsHighSurrogate(unit) && EscapedUnit(literal, i + 6) is { } low && char.IsLowSurrogate(low))
            {
                mended.Append(literal, i, 12);
                i += 11;
            }
            else
            {
                mended.Append('\uFFFD');
                i += 5;
            }
        }
        return JsonSerializer.Deserialize<string>(mended.ToString()) ?? "";
    }

    private static char? EscapedUnit(string literal, int at) =>
        at + 6 <= literal.Length && literal[at] == '\\' && literal[at + 1] == 'u'
            && ushort.TryParse(literal.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit) ? (char)unit : null;
}
