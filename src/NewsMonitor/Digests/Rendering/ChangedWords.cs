using System.Globalization;
using NewsMonitor.Matches;

namespace NewsMonitor.Digests.Rendering;

/// <summary>Two versions of a sentence as quotes in which what differs is marked: whole words, and never half a number.</summary>
internal static class ChangedWords
{
    /// <summary>The quotes of a correction; the second is null where nothing stands there now.</summary>
    public static (Excerpt Before, Excerpt? After) Of(CorrectionEntry correction)
    {
        var (before, after) = (correction.Before, correction.After);
        if (after is null)
            return (Cut(before, new TextSpan(0, 0)), null);

        var start = before.AsSpan().CommonPrefixLength(after);
        while (PartsWord(before, start) || PartsWord(after, start))
            start--;
        var shorter = Math.Min(before.Length, after.Length) - start;
        var end = 0;
        while (end < shorter && before[^(end + 1)] == after[^(end + 1)])
            end++;
        while (PartsWord(before, before.Length - end) || PartsWord(after, after.Length - end))
            end--;
        return (Cut(before, new TextSpan(start, before.Length - end)), Cut(after, new TextSpan(start, after.Length - end)));
    }

    /// <summary>The sentence, or where it is long as much of it as an excerpt may have, with the beginning of what changed.</summary>
    private static Excerpt Cut(string sentence, TextSpan changed)
    {
        var (from, to) = (changed.Start, changed.End);
        while (from < to && char.IsWhiteSpace(sentence[from]))
            from++;
        while (to > from && char.IsWhiteSpace(sentence[to - 1]))
            to--;
        var start = sentence.Length <= ExcerptCutter.MaxLength || from < ExcerptCutter.MaxLength / 2
            ? 0
            : Whole(sentence, Math.Min(from - (ExcerptCutter.MaxLength / 4), sentence.Length - ExcerptCutter.MaxLength));
        var end = Whole(sentence, Math.Min(sentence.Length, start + ExcerptCutter.MaxLength));
        to = Math.Min(to, end);
        return new Excerpt(sentence[start..end], from < to ? [new TextSpan(from - start, to - start)] : [], start > 0, end < sentence.Length);
    }

    private static int Whole(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;

    private static bool PartsWord(string text, int at)
    {
        if (at <= 0 || at >= text.Length)
            return false;
        var (before, after) = (text[at - 1], text[at]);
        return (Joins(before) && Joins(after))
            || char.IsLowSurrogate(after)
            || (before is ',' or '.' && char.IsDigit(after))
            || (after is ',' or '.' && char.IsDigit(before) && at + 1 < text.Length && char.IsDigit(text[at + 1]));
    }

    // Chinese and Japanese write no spaces, so that there every character may be one of its own; Korean does write them.
    private static bool Joins(char unit) =>
        (char.IsLetterOrDigit(unit) || char.GetUnicodeCategory(unit) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
        && unit is < '\u2e80' or (>= '\uac00' and <= '\ud7a3');
}
