using NewsMonitor.Detection.Vocabulary;

namespace NewsMonitor.Detection.Reading;

/// <summary>Splits a text into sentences; a line break always ends one, an abbreviation's stop never does.</summary>
internal static class SentenceSplitter
{
    // A machine's text without a full stop still has to be read in pieces that rules can look across.
    private const int LongestSentence = 2000;

    public static List<Sentence> Split(NormalizedText text, Lexicon lexicon, bool isTitle)
    {
        var sentences = new List<Sentence>();
        var line = 0;
        var lineStart = 0;
        while (lineStart < text.Length)
        {
            var length = text.Span[lineStart..].IndexOf('\n');
            var lineEnd = length < 0 ? text.Length : lineStart + length;
            SplitLine(text, lineStart, lineEnd, line++, lexicon, isTitle, sentences);
            lineStart = lineEnd + 1;
        }

        return sentences;
    }

    private static void SplitLine(NormalizedText text, int start, int end, int line, Lexicon lexicon, bool isTitle, List<Sentence> sentences)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        if (start >= end)
            return;
        var form = isTitle ? SentenceForm.Title : FormOf(text, start, end);
        var from = start;
        for (var i = start; i < end; i++)
        {
            var c = text[i];
            var ends = c switch
            {
                '.' => EndsAtStop(text, from, i, end, lexicon),
                '!' or '?' => i + 1 >= end || text[i + 1] is ' ' or '"' or '\'' or ')' || lexicon.Words == Words.Unspaced,
                '\u3002' => true,
                _ => i - from >= LongestSentence && c == ' ' || i - from >= LongestSentence * 2,
            };
            if (!ends)
                continue;
            var question = c == '?';
            i++;
            while (i < end && text[i] is '"' or '\'' or ')' or '\u300D' or '\u300F' or '?' or '!')
                i++;
            Add(from, i, question);
            while (i < end && text[i] == ' ')
                i++;
            from = i;
            i--;
        }

        if (from < end)
            Add(from, end, text[end - 1] == '?');

        void Add(int a, int b, bool question) =>
            sentences.Add(new Sentence(text, a, b, form, isTitle) { Line = line, Question = question });
    }

    private static SentenceForm FormOf(NormalizedText text, int start, int end)
    {
        var c = text[start];
        if (c == '|' || text.Span[start..end].Count('|') >= 2)
            return SentenceForm.Row;
        if (c is '-' or '*' or '\u2022' or '\u00B7' or '\u25AA' or '\u25CF' or '\u2014' or '\u30FB')
            return SentenceForm.Item;
        // "07:15", "07.15 Uhr", "7h15" begin a ticker's entry.
        return end - start > 5 && char.IsAsciiDigit(c)
            && (IsClock(text, start) || IsClock(text, start - 1))
            ? SentenceForm.Entry
            : SentenceForm.Prose;
    }

    private static bool IsClock(NormalizedText text, int start) =>
        start >= 0 && char.IsAsciiDigit(text[start + 1]) && text[start + 2] is ':' or '.' or 'h' && char.IsAsciiDigit(text[start + 3]) && char.IsAsciiDigit(text[start + 4]);

    private static bool EndsAtStop(NormalizedText text, int from, int at, int end, Lexicon lexicon)
    {
        if (at + 1 >= end)
            return true;
        var next = text[at + 1];
        if (next is '"' or '\'' or ')' or '\u300D')
            return at + 2 >= end || text[at + 2] == ' ';
        if (next != ' ')
        {
            // Scraped text loses the space after a stop: "capabilities.To address".
            return at > from && char.IsLower(text.Original[text.OriginalOffset(at - 1)]) && text.IsUpper(at + 1)
                && at + 2 < end && char.IsLower(text.Original[text.OriginalOffset(at + 2)]) && lexicon.Words != Words.Unspaced;
        }

        var start = at;
        while (start > from && Trie.IsWordCharacter(text[start - 1]))
            start--;
        var word = text.Span[start..at];
        if (word.Length == 1 && char.IsLetter(word[0]) && text.IsUpper(start))
            return false;
        if (word.Length <= 3 && word.Length > 0 && char.IsAsciiDigit(word[^1]) && at + 2 < end && !text.IsUpper(at + 2) && char.IsLetter(text[at + 2]))
            return false;
        return !lexicon.Abbreviations.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
    }
}
