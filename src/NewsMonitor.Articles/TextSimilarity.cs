using NewsMonitor.Articles.Pages;

namespace NewsMonitor.Articles;

/// <summary>How far two short texts say the same.</summary>
internal static class TextSimilarity
{
    /// <summary>Letters and digits alone, lower case.</summary>
    public static string Folded(string text)
    {
        Span<char> folded = text.Length <= 1024 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c)) folded[length++] = char.ToLowerInvariant(c);
        }
        return new string(folded[..length]);
    }

    /// <summary>The part of the words of both that they share (Jaccard), 0 to 1.</summary>
    public static double WordOverlap(HashSet<string> left, HashSet<string> right)
    {
        if (left.Count == 0 || right.Count == 0) return 0;
        var shared = left.Count(right.Contains);
        return (double)shared / (left.Count + right.Count - shared);
    }

    /// <summary>The words of a text, each once and without regard to case; ideographs and syllables count as words.</summary>
    public static HashSet<string> Words(string text)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var letter = i < text.Length && char.IsLetterOrDigit(text[i]);
            if (letter && TextWeight.IsDense(text[i]))
            {
                if (start >= 0) words.Add(text[start..i]);
                start = -1;
                words.Add(text[i].ToString());
            }
            else if (letter)
            {
                if (start < 0) start = i;
            }
            else if (start >= 0)
            {
                words.Add(text[start..i]);
                start = -1;
            }
        }
        return words;
    }
}
