using System.Collections.Immutable;

namespace NewsMonitor.Revisions;

/// <summary>A sentence and where it stands.</summary>
/// <param name="Text">As it stands in its text, without blanks around it.</param>
/// <param name="Start">In UTF-16 units of its text.</param>
/// <param name="Form">What is compared: its words alone, so that neither case nor punctuation nor the width of characters makes it another sentence.</param>
internal sealed record Sentence(string Text, int Start, string Form)
{
    public int End => Start + Text.Length;
}

/// <summary>Splits a text into sentences, well enough to say which of them a publisher changed: the same text always splits the same way.</summary>
internal static class Sentences
{
    private const string LineBreaks = "\n\r\u0085\u2028\u2029";
    private const string Ends = ".!?…。！？";
    private const string EndsWithoutBlank = "。！？";
    private const string Closers = "\"'”’»)]」』）〉》";

    /// <summary>In UTF-16 units: before a full stop, a shorter capitalized word may be an abbreviation ("Mr.", "U.S.").</summary>
    private const int ShortestWord = 3;

    /// <summary>The sentences that have words, in order.</summary>
    public static ImmutableArray<Sentence> Of(string text)
    {
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (LineBreaks.Contains(text[at], StringComparison.Ordinal))
            {
                Add(sentences, text, start, at);
                start = at + 1;
            }
            else if (Ends.Contains(text[at], StringComparison.Ordinal) && EndsSentence(text, start, at))
            {
                var end = AfterClosers(text, at + 1);
                Add(sentences, text, start, end);
                start = end;
                at = end - 1;
            }
        }

        Add(sentences, text, start, text.Length);
        return sentences.ToImmutable();
    }

    /// <summary>The words of a text as <see cref="Sentence.Form"/> has them.</summary>
    public static string Form(string text) => string.Join(' ', Tokens.Of(text));

    private static void Add(ImmutableArray<Sentence>.Builder sentences, string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        var sentence = text[start..end];
        if (Form(sentence) is { Length: > 0 } form)
            sentences.Add(new Sentence(sentence, start, form));
    }

    private static bool EndsSentence(string text, int start, int at)
    {
        if (EndsWithoutBlank.Contains(text[at], StringComparison.Ordinal))
            return true;
        var next = AfterClosers(text, at + 1);
        if (next < text.Length && !char.IsWhiteSpace(text[next]))
            return false;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
            next++;
        return next == text.Length || (!char.IsLower(text[next]) && !(text[at] == '.' && IsAbbreviation(text, start, at)));
    }

    private static bool IsAbbreviation(string text, int start, int stop)
    {
        var first = stop;
        while (first > start && char.IsLetter(text[first - 1]))
            first--;
        return stop - first is > 0 and < ShortestWord && char.IsUpper(text[first]);
    }

    private static int AfterClosers(string text, int at)
    {
        while (at < text.Length && (Closers.Contains(text[at], StringComparison.Ordinal) || Ends.Contains(text[at], StringComparison.Ordinal)))
            at++;
        return at;
    }
}
