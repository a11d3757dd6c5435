using System.Globalization;
using System.Text;

namespace NewsMonitor.Revisions;

/// <summary>
/// Splits a text into what is compared: words of letters and digits, lower case and compatibility-composed. Scripts that write without spaces
/// give a token a character, so that they need no dictionary.
/// </summary>
internal static class Tokens
{
    /// <summary>The tokens in order; lone surrogates, marks and punctuation separate.</summary>
    public static IEnumerable<string> Of(string text)
    {
        var word = new StringBuilder();
        foreach (var rune in Normalized(text).EnumerateRunes())
        {
            if (StandsAlone(rune))
            {
                if (word.Length > 0)
                    yield return Taken(word);
                yield return rune.ToString();
            }
            else if (Rune.IsLetterOrDigit(rune) || (word.Length > 0 && Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark))
            {
                word.Append(Rune.ToLowerInvariant(rune).ToString());
            }
            else if (word.Length > 0 && Rune.GetUnicodeCategory(rune) is not UnicodeCategory.Format)
            {
                yield return Taken(word);
            }
        }

        if (word.Length > 0)
            yield return Taken(word);
    }

    // Compatibility forms make full-width digits and half-width kana equal to the usual ones. Normalizing refuses lone surrogates: such text stays as it is.
    private static string Normalized(string text) =>
        Ascii.IsValid(text) || !HasOnlyWholeRunes(text) ? text : text.Normalize(NormalizationForm.FormKC);

    private static bool HasOnlyWholeRunes(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (!char.IsSurrogatePair(text, i))
                return false;
            i++;
        }

        return true;
    }

    // Han, kana, Hangul, and their extensions beyond the basic plane.
    private static bool StandsAlone(Rune rune) => rune.Value
        is (>= 0x3040 and <= 0x30ff) or (>= 0x3400 and <= 0x9fff) or (>= 0xac00 and <= 0xd7af) or (>= 0xf900 and <= 0xfaff) or (>= 0x20000 and <= 0x323af);

    private static string Taken(StringBuilder word)
    {
        var taken = word.ToString();
        word.Clear();
        return taken;
    }
}
