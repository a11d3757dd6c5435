using System.Globalization;

namespace NewsMonitor.Text.Dates;

internal enum DateTokenKind
{
    Number,
    Word,
    Mark,
}

/// <summary>A number, a word or a single other character of a date; blanks only separate.</summary>
/// <param name="Kind">Which of the three.</param>
/// <param name="Start">Where it starts in the text.</param>
/// <param name="Length">How many characters it has; for a number, its digits.</param>
/// <param name="Value">The value of a number of up to fifteen digits, otherwise zero; the character of a mark.</param>
internal readonly record struct DateToken(DateTokenKind Kind, int Start, int Length, long Value)
{
    private const int LongestNumber = 15;

    public int End => Start + Length;

    public bool IsMark(char mark) => Kind == DateTokenKind.Mark && Value == mark;

    /// <summary>A number of so many digits.</summary>
    public bool IsNumber(int least, int most) => Kind == DateTokenKind.Number && Length >= least && Length <= most;

    /// <summary>Splits a text; returns how many tokens there are. <paramref name="tokens"/> must be as long as the text.</summary>
    public static int Split(ReadOnlySpan<char> text, Span<DateToken> tokens)
    {
        var count = 0;
        for (var at = 0; at < text.Length;)
        {
            var c = text[at];
            if (char.IsWhiteSpace(c) || char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format)
            {
                at++;
                continue;
            }
            var token = char.IsDigit(c) ? Number(text, at) : char.IsLetter(c) ? Word(text, at) : new DateToken(DateTokenKind.Mark, at, 1, c);
            tokens[count++] = token;
            at = token.End;
        }
        return count;
    }

    private static DateToken Number(ReadOnlySpan<char> text, int start)
    {
        long value = 0;
        var end = start;
        for (; end < text.Length && char.IsDigit(text[end]); end++)
        {
            if (end - start < LongestNumber)
                value = value * 10 + (long)char.GetNumericValue(text[end]);
        }
        return new DateToken(DateTokenKind.Number, start, end - start, end - start > LongestNumber ? 0 : value);
    }

    private static DateToken Word(ReadOnlySpan<char> text, int start)
    {
        var end = start + 1;
        // In Chinese and Japanese a character is a word: 日 must not stick to what follows.
        if (!IsHan(text[start]))
        {
            while (end < text.Length && (char.IsLetter(text[end]) || char.GetUnicodeCategory(text[end]) == UnicodeCategory.NonSpacingMark) && !IsHan(text[end]))
                end++;
        }
        return new DateToken(DateTokenKind.Word, start, end - start, 0);
    }

    private static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF';
}
