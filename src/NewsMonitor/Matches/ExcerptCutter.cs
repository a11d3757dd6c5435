using System.Collections.Immutable;
using NewsMonitor.Detection;

namespace NewsMonitor.Matches;

/// <summary>Cuts the quote of a finding out of the text it was read in, so that it is verbatim by construction.</summary>
internal static class ExcerptCutter
{
    /// <summary>The longest excerpt in UTF-16 units: a sentence longer than that is a list or an attack.</summary>
    public const int MaxLength = 600;

    /// <summary>An excerpt gets a neighboring sentence as long as both together stay below this many UTF-16 units.</summary>
    private const int ContextLength = 260;

    /// <summary>In UTF-16 units: before a full stop, anything shorter may be an abbreviation ("Mr.", "U.S.").</summary>
    private const int ShortestWord = 3;

    private const string SentenceEnds = ".!?…。！？";
    private const string LineBreaks = "\n\r\u0085\u2028\u2029";

    /// <summary>
    /// The evidence in its text, with a neighboring sentence of its paragraph where it is short; null where the stored text does not contain the
    /// quote. A quote that moved (the stored text was revised) is found where it stands now.
    /// </summary>
    /// <param name="text">The text or title the evidence points into.</param>
    /// <param name="evidence">The quote and its range.</param>
    /// <param name="words">The words to mark, as ranges of <paramref name="text"/>; where there are none inside the quote, all of it is marked.</param>
    public static Excerpt? Cut(string text, Evidence evidence, ImmutableArray<TextSpan> words)
    {
        if (evidence.Quote.Length == 0 || Locate(text, evidence) is not { } quote)
            return null;

        // Ranges of words are worth nothing where the quote has moved.
        var marks = quote.Start == evidence.Start ? Within(words, quote) : [];
        var shown = quote.End - quote.Start > MaxLength ? Shortened(text, quote, marks) : WithNeighbor(text, quote);
        if (marks.IsEmpty)
            marks = [quote];
        return new Excerpt(text[shown.Start..shown.End], Shifted(marks, shown), shown.Start > quote.Start, shown.End < quote.End);
    }

    private static TextSpan? Locate(string text, Evidence evidence)
    {
        var (start, quote) = (evidence.Start, evidence.Quote);
        if (start >= 0 && start + quote.Length <= text.Length && text.AsSpan(start, quote.Length).SequenceEqual(quote))
            return new TextSpan(start, start + quote.Length);
        var found = text.IndexOf(quote, StringComparison.Ordinal);
        return found < 0 ? null : new TextSpan(found, found + quote.Length);
    }

    private static TextSpan Shortened(string text, TextSpan quote, ImmutableArray<TextSpan> marks)
    {
        var first = marks.IsEmpty ? quote.Start : marks[0].Start;
        var start = first - quote.Start < MaxLength / 2 ? quote.Start : Math.Min(first - (MaxLength / 4), quote.End - MaxLength);
        return new TextSpan(Whole(text, start), Whole(text, start + MaxLength));
    }

    /// <summary>A cut never parts a surrogate pair.</summary>
    private static int Whole(string text, int at) =>
        at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1]) ? at - 1 : at;

    private static TextSpan WithNeighbor(string text, TextSpan quote)
    {
        var paragraphStart = text.AsSpan(0, quote.Start).LastIndexOfAny(LineBreaks) + 1;
        var toBreak = text.AsSpan(quote.End).IndexOfAny(LineBreaks);
        var paragraphEnd = toBreak < 0 ? text.Length : quote.End + toBreak;

        var start = SentenceBefore(text, paragraphStart, quote.Start);
        if (start < quote.Start && quote.End - start <= ContextLength)
            return new TextSpan(start, quote.End);
        var end = SentenceAfter(text, quote.End, paragraphEnd);
        return end > quote.End && end - quote.Start <= ContextLength ? new TextSpan(quote.Start, end) : quote;
    }

    private static int SentenceBefore(string text, int from, int until)
    {
        var end = until;
        while (end > from && char.IsWhiteSpace(text[end - 1]))
            end--;
        if (end == from)
            return until;
        for (var i = end - 2; i >= from; i--)
        {
            if (EndsSentence(text, i, until))
                return SkipSpace(text, i + 1, until);
        }

        return from;
    }

    private static int SentenceAfter(string text, int from, int until)
    {
        var start = SkipSpace(text, from, until);
        if (start == until)
            return from;
        for (var i = start; i < until; i++)
        {
            if (EndsSentence(text, i, until))
                return i + 1;
        }

        while (until > start && char.IsWhiteSpace(text[until - 1]))
            until--;
        return until;
    }

    // A full stop inside a number or an abbreviation has no space behind it, a small letter after it, or hardly a word before it; one of an
    // ideographic script needs no space.
    private static bool EndsSentence(string text, int at, int until)
    {
        if (!SentenceEnds.Contains(text[at], StringComparison.Ordinal))
            return false;
        if (text[at] > '\u2fff' || at + 1 >= until)
            return true;
        var next = SkipSpace(text, at + 1, until);
        return next > at + 1 && (next == until || !char.IsLower(text[next])) && (text[at] != '.' || WordBefore(text, at) >= ShortestWord);
    }

    private static int WordBefore(string text, int at)
    {
        var start = at;
        while (start > 0 && char.IsLetterOrDigit(text[start - 1]))
            start--;
        return at - start;
    }

    private static int SkipSpace(string text, int from, int until)
    {
        while (from < until && char.IsWhiteSpace(text[from]))
            from++;
        return from;
    }

    private static ImmutableArray<TextSpan> Within(ImmutableArray<TextSpan> words, TextSpan quote)
    {
        if (words.IsDefaultOrEmpty)
            return [];
        var marks = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var word in words.Where(w => w.Start >= quote.Start && w.End <= quote.End && w.Start < w.End).OrderBy(w => w.Start))
        {
            if (marks.Count > 0 && word.Start <= marks[^1].End)
                marks[^1] = new TextSpan(marks[^1].Start, Math.Max(marks[^1].End, word.End));
            else
                marks.Add(word);
        }

        return marks.ToImmutable();
    }

    private static ImmutableArray<TextSpan> Shifted(ImmutableArray<TextSpan> marks, TextSpan shown) =>
    [
        .. marks
            .Select(mark => new TextSpan(Math.Max(mark.Start, shown.Start) - shown.Start, Math.Min(mark.End, shown.End) - shown.Start))
            .Where(mark => mark.Start < mark.End),
    ];
}
