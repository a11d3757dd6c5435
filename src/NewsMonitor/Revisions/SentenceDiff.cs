using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace NewsMonitor.Revisions;

/// <summary>What became of one sentence. One of the two is null at most: a sentence that was taken out, or one that was put in.</summary>
internal sealed record SentenceChange(Sentence? Before, Sentence? After);

/// <summary>
/// Which sentences two versions of a text do not share. A sentence that only moved, or that differs in case, blanks or punctuation alone, is shared. What is left over
/// is paired by likeness, the most alike first; less is asked of two sentences that stand after the same shared one, because there one took the place of the other.
/// </summary>
internal static class SentenceDiff
{
    private const double Alike = 0.5;
    private const double AlikeInPlace = 0.25;

    // Every pair is compared: beyond this, sentences are told as taken out and put in.
    private const int Compared = 400;

    /// <summary>The changes: those of sentences before in their order, then the sentences that were put in, in theirs.</summary>
    public static ImmutableArray<SentenceChange> Between(string before, string after)
    {
        var (old, now) = (Sentences.Of(before), Sentences.Of(after));
        var gone = Leftover(old, now);
        var come = Leftover(now, old);
        var partners = Pair(gone, come);
        var taken = partners.Values.ToHashSet();
        return
        [
            .. gone.Select(left => new SentenceChange(left.Sentence, partners.GetValueOrDefault(left)?.Sentence)),
            .. come.Where(left => !taken.Contains(left)).Select(left => new SentenceChange(null, left.Sentence)),
        ];
    }

    private static List<Left> Leftover(ImmutableArray<Sentence> sentences, ImmutableArray<Sentence> others)
    {
        var shared = others.CountBy(other => other.Form, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var left = new List<Left>();
        var sharedBefore = "";
        foreach (var sentence in sentences)
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrNullRef(shared, sentence.Form);
            if (!System.Runtime.CompilerServices.Unsafe.IsNullRef(ref count) && count-- > 0)
                sharedBefore = sentence.Form;
            else
                left.Add(new Left(sentence, sharedBefore, new Words(sentence.Form)));
        }

        return left;
    }

    private static Dictionary<Left, Left> Pair(List<Left> gone, List<Left> come)
    {
        var candidates =
            from before in gone.Take(Compared)
            from after in come.Take(Compared)
            let inPlace = string.Equals(before.SharedBefore, after.SharedBefore, StringComparison.Ordinal)
            let likeness = before.Words.Likeness(after.Words)
            where likeness >= (inPlace ? AlikeInPlace : Alike)
            orderby likeness + (inPlace ? Alike - AlikeInPlace : 0) descending, before.Sentence.Start, after.Sentence.Start
            select (before, after);
        var pairs = new Dictionary<Left, Left>();
        var taken = new HashSet<Left>();
        foreach (var (before, after) in candidates)
        {
            if (!pairs.ContainsKey(before) && taken.Add(after))
                pairs.Add(before, after);
        }

        return pairs;
    }

    /// <summary>A sentence that the other version does not have, with the shared sentence before it.</summary>
    private sealed class Left(Sentence sentence, string sharedBefore, Words words)
    {
        public Sentence Sentence { get; } = sentence;

        public string SharedBefore { get; } = sharedBefore;

        public Words Words { get; } = words;
    }

    /// <summary>Words and pairs of neighboring words, with how often each occurs.</summary>
    private sealed class Words
    {
        private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
        private readonly int sum;

        public Words(string form)
        {
            var words = form.Split(' ');
            for (var i = 0; i < words.Length; i++)
            {
                Count(words[i]);
                if (i > 0)
                    Count($"{words[i - 1]} {words[i]}");
            }

            sum = (2 * words.Length) - 1;
        }

        /// <summary>Dice's coefficient, 0 to 1.</summary>
        public double Likeness(Words other)
        {
            var common = 0;
            foreach (var (word, count) in counts)
                common += Math.Min(count, other.counts.GetValueOrDefault(word));
            return 2.0 * common / (sum + other.sum);
        }

        private void Count(string word) => CollectionsMarshal.GetValueRefOrAddDefault(counts, word, out _)++;
    }
}
