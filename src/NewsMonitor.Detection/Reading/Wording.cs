using NewsMonitor.Detection.Model;
using NewsMonitor.Detection.Vocabulary;

namespace NewsMonitor.Detection.Reading;

/// <summary>A word as it stands in a text, listed or not, cut to its stem.</summary>
internal readonly record struct Word(int Start, int End, Arg Arg);

/// <summary>
/// The words of each sentence, for what no list foresees: a weight may be learned for any word that the labelled texts have often enough. Where words have no
/// spaces, each pair of characters stands for one.
/// </summary>
internal sealed class Wording(ReadDocument document, bool named)
{
    private readonly Word[]?[] _words = new Word[document.Sentences.Count][];
    private readonly string _language = document.Lexicon.Language + ":";
    private readonly uint _seed = Arg.HashOf(document.Lexicon.Language + ":");

    // Long enough to tell words apart, short enough to drop most endings; Korean syllables carry more than letters do.
    private readonly int _stem = document.Lexicon.Words switch { Words.Unspaced => 2, Words.Particles => 3, _ => 6 };

    public ReadOnlySpan<Word> Of(int sentence) => _words[sentence] ??= Split(document.Sentences[sentence]);

    /// <summary>The word that ends last before <paramref name="start"/>, if any.</summary>
    public Word? Before(int sentence, int start)
    {
        var words = Of(sentence);
        for (var i = words.Length - 1; i >= 0; i--)
        {
            if (words[i].End <= start)
                return words[i];
        }

        return null;
    }

    /// <summary>The word that begins first at or after <paramref name="end"/>, if any.</summary>
    public Word? After(int sentence, int end)
    {
        foreach (var word in Of(sentence))
        {
            if (word.Start >= end)
                return word;
        }

        return null;
    }

    /// <summary>A stretch of the sentence as one word.</summary>
    public Arg Stretch(Sentence sentence, int start, int end, int most) => ArgOf(sentence, start, Math.Min(end, start + most));

    private Word[] Split(Sentence sentence)
    {
        var words = new List<Word>();
        var at = sentence.Start;
        while (at < sentence.End)
        {
            var end = at;
            while (end < sentence.End && Trie.IsWordCharacter(sentence.Text[end]))
                end++;
            if (document.Lexicon.Words == Words.Unspaced)
            {
                for (; at + 1 < end; at++)
                    words.Add(new Word(at, at + 2, ArgOf(sentence, at, at + 2)));
            }
            else if (end > at)
            {
                words.Add(new Word(at, end, ArgOf(sentence, at, Math.Min(end, at + _stem))));
            }

            at = end + 1;
        }

        return [.. words];
    }

    private Arg ArgOf(Sentence sentence, int start, int end)
    {
        var text = sentence.Text.Span[start..end];
        return new Arg(Arg.Continue(_seed, text), named ? _language + text.ToString().Replace(' ', '_') : "");
    }
}
