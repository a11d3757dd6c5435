using System.Globalization;
using System.Text;

namespace NewsMonitor.Stories.Reading;

/// <summary>
/// The units that texts of one language are compared by: words cut to their stem's length, so that most endings do not matter; pairs of ideographs or
/// syllables where words are not separated or take particles.
/// </summary>
internal static class WordUnits
{
    private const int StemLength = 6;

    /// <summary>The units of a text in order; lone surrogates, marks and punctuation separate.</summary>
    public static IEnumerable<string> Of(string text)
    {
        var word = new StringBuilder();
        var last = Script.None;
        foreach (var c in text)
        {
            var script = ScriptOf(c);
            if (script != last && last != Script.None)
            {
                foreach (var unit in Units(word, last))
                    yield return unit;
                word.Clear();
            }

            if (script != Script.None)
                word.Append(char.ToLowerInvariant(c));
            last = script;
        }

        foreach (var unit in Units(word, last))
            yield return unit;
    }

    private static IEnumerable<string> Units(StringBuilder word, Script script)
    {
        switch (script)
        {
            case Script.Letters when word.Length > 1:
                yield return word.Length > StemLength ? word.ToString(0, StemLength) : word.ToString();
                break;
            case Script.Katakana:
                yield return word.ToString();
                break;
            case Script.Han or Script.Hangul:
                for (var i = 0; i + 2 <= word.Length; i++)
                    yield return word.ToString(i, 2);
                break;
            case Script.None or Script.Letters or Script.Hiragana:
                break;
        }
    }

    private static Script ScriptOf(char c) => c switch
    {
        >= '\u30A1' and <= '\u30FC' => Script.Katakana,
        >= '\u3040' and <= '\u309F' => Script.Hiragana, // endings and particles
        >= '\uAC00' and <= '\uD7AF' => Script.Hangul,
        >= '\u3400' and <= '\u9FFF' => Script.Han,
        _ when char.IsLetterOrDigit(c) || (char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark) => Script.Letters,
        _ => Script.None,
    };

    private enum Script
    {
        None,
        Letters,
        Han,
        Hiragana,
        Katakana,
        Hangul,
    }
}
