using System.Globalization;
using System.Text;
using NewsMonitor.Articles.Pages;
using NewsMonitor.Text;

namespace NewsMonitor.Articles.Fingerprints;

/// <summary>Overlapping runs of three words, or of six characters of a script that writes no spaces, as hashes that are the same on every machine and in every version.</summary>
internal static class Shingles
{
    /// <summary>
    /// What a shingle spans: long enough that two reports of one event share few, short enough that an edited word costs few. A word counts for two, an ideograph
    /// or a syllable for one, so that a run says as much in every script.
    /// </summary>
    private const int Span = 6;

    private const uint WordSpan = 2;
    private const ulong FnvOffset = 14695981039346656037;
    private const ulong FnvPrime = 1099511628211;

    /// <summary>The hashes in reading order, one for each run; a text shorter than a run has none.</summary>
    public static IEnumerable<uint> Of(string text)
    {
        var units = Units(text);
        var (end, span) = (0, 0u);
        for (var start = 0; start < units.Count; start++)
        {
            while (end < units.Count && span < Span) span += units[end++].Span;
            if (span < Span) yield break;
            var hash = FnvOffset;
            for (var i = start; i < end; i++) hash = (hash ^ units[i].Hash) * FnvPrime;
            yield return Mixed(hash);
            span -= units[start].Span;
        }
    }

    /// <summary>Words, case folded and in compatibility form; ideographs and syllables one by one.</summary>
    private static List<(ulong Hash, uint Span)> Units(string text)
    {
        if (!Ascii.IsValid(text)) text = WellFormedText.Of(text).Normalize(NormalizationForm.FormKC);
        var units = new List<(ulong, uint)>(text.Length / 4);
        var hash = FnvOffset;
        var inWord = false;
        foreach (var c in text)
        {
            if (TextWeight.IsDense(c))
            {
                EndWord();
                units.Add(((FnvOffset ^ c) * FnvPrime, 1));
            }
            else if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            {
                (hash, inWord) = ((hash ^ char.ToLowerInvariant(c)) * FnvPrime, true);
            }
            else if (!IsInsideWords(c))
            {
                EndWord();
            }
        }
        EndWord();
        return units;

        void EndWord()
        {
            if (inWord) units.Add((hash, WordSpan));
            (hash, inWord) = (FnvOffset, false);
        }
    }

    /// <summary>Marks on letters and invisible characters, which one copy has and another has not.</summary>
    private static bool IsInsideWords(char c) => c >= '\u00AD' && char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark;

    /// <summary>Spreads the bits, so that the smallest hashes are a random sample (finalizer of MurmurHash3).</summary>
    private static uint Mixed(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
        return (uint)(hash ^ (hash >> 33));
    }
}
