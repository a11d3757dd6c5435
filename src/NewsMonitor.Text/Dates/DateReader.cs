namespace NewsMonitor.Text.Dates;

/// <summary>
/// Reads dates as feeds and pages write them: RFC 822, RFC 850, asctime, ISO 8601 and its relatives, and dates in words of some thirty languages.
/// Never throws, knows no clock and no culture. What is ambiguous (03/04/2026, a zone called IST) is left unknown.
/// </summary>
public static class DateReader
{
    private const int LongestDate = 128;
    private const int LongestText = 512;

    /// <summary>Reads a text that is a date and little else, such as the content of <c>pubDate</c> or of <c>datetime</c>; null where unsure.</summary>
    public static PublicationTime? Read(ReadOnlySpan<char> text) => ReadWritten(text)?.ToPublicationTime();

    /// <summary>As <see cref="Read"/>, for callers that have grounds to complete what is missing.</summary>
    /// <param name="text">The text.</param>
    /// <param name="order">The order of numbers where the text comes from.</param>
    public static WrittenDate? ReadWritten(ReadOnlySpan<char> text, DateOrder order = DateOrder.Unknown)
    {
        text = text.Trim();
        if (text.Length is 0 or > LongestDate)
            return null;
        Span<DateToken> tokens = stackalloc DateToken[text.Length];
        return new DateGrammar(text, tokens[..DateToken.Split(text, tokens)], order).Whole();
    }

    /// <summary>
    /// Finds the first date in a short text such as a byline: <c>Von A. Weber, 23. November 2026, 14:05 Uhr</c>. Looks at the first 512
    /// characters; null where there is none or it is ambiguous.
    /// </summary>
    public static PublicationTime? Find(ReadOnlySpan<char> text) => FindWritten(text)?.ToPublicationTime();

    /// <summary>As <see cref="Find"/>, for callers that know the zone of the page by other means.</summary>
    /// <param name="text">The text.</param>
    /// <param name="order">The order of numbers where the text comes from.</param>
    public static WrittenDate? FindWritten(ReadOnlySpan<char> text, DateOrder order = DateOrder.Unknown)
    {
        text = text[..Math.Min(text.Length, LongestText)];
        Span<DateToken> tokens = stackalloc DateToken[text.Length];
        return new DateGrammar(text, tokens[..DateToken.Split(text, tokens)], order).First();
    }

    /// <summary>Where the first day of a short text stands, without the time beside it; null where <see cref="Find"/> finds none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="order">The order of numbers where the text comes from.</param>
    public static Range? Locate(ReadOnlySpan<char> text, DateOrder order = DateOrder.Unknown)
    {
        text = text[..Math.Min(text.Length, LongestText)];
        Span<DateToken> tokens = stackalloc DateToken[text.Length];
        return new DateGrammar(text, tokens[..DateToken.Split(text, tokens)], order).Where();
    }

    /// <summary>Whether a word names a month in any of the languages.</summary>
    public static bool IsMonth(ReadOnlySpan<char> word) => DateWords.Month(word) != 0;
}
