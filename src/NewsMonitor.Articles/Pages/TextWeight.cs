namespace NewsMonitor.Articles.Pages;

/// <summary>Length of a text in Latin letters, so that thresholds hold for every script.</summary>
internal static class TextWeight
{
    /// <summary>One for a character, and 2.5 for one of a script that writes a word with one or two.</summary>
    public static double Of(ReadOnlySpan<char> text)
    {
        var dense = 0;
        foreach (var c in text)
        {
            if (c >= '\u1100' && IsDense(c)) dense++;
        }
        return text.Length + (1.5 * dense);
    }

    /// <summary>Whether a character stands for a syllable or a word.</summary>
    public static bool IsDense(char c) =>
        c is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7A3' or >= '\uF900' and <= '\uFAFF';
}
