using NewsMonitor.Articles.Pages;

namespace NewsMonitor.Articles.Fingerprints;

/// <summary>Overlapping runs of words, or of characters where a script writes no spaces, as hashes.</summary>
internal static class Shingles
{
    /// <summary>Units in a shingle: long enough that two stories about one event share few, short enough that an edited word costs few.</summary>
    private const int Width = 3;

    private const ulong FnvOffset = 14695981039346656037;
    private const ulong FnvPrime = 1099511628211;

    public static IEnumerable<ulong> Of(string text)
    {
        var units = Units(text);
        if (units.Count == 0) yield break;
        for (var i = 0; i + Width <= units.Count; i++)
        {
            var hash = FnvOffset;
            for (var j = i; j < i + Width; j++) hash = (hash ^ units[j]) * FnvPrime;
            yield return Mixed(hash);
        }
    }

    /// <summary>Hashes of words, case folded; of ideographs and syllables one by one.</summary>
    private static List<ulong> Units(string text)
    {
        var units = new List<ulong>();
        var hash = FnvOffset;
        var inWord = false;
        foreach (var c in text)
        {
            var isDense = TextWeight.IsDense(c);
            if (inWord && (isDense || !char.IsLetterOrDigit(c)))
            {
                units.Add(hash);
                (hash, inWord) = (FnvOffset, false);
            }
            if (isDense) units.Add((FnvOffset ^ c) * FnvPrime);
            else if (char.IsLetterOrDigit(c)) (hash, inWord) = ((hash ^ char.ToLowerInvariant(c)) * FnvPrime, true);
        }
        if (inWord) units.Add(hash);
        return units;
    }

    /// <summary>Spreads the bits, so that the smallest hashes are a random sample (finalizer of MurmurHash3).</summary>
    private static ulong Mixed(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
        return hash ^ (hash >> 33);
    }
}
