using System.Collections.Frozen;
using NewsMonitor.Articles.Metadata;
using NewsMonitor.Text.Dates;

namespace NewsMonitor.Articles.Content;

/// <summary>Recognizes lines that say who wrote or when, or that credit an agency.</summary>
internal static class Credits
{
    private const int LongestCredit = 70;
    private const int LongestInitials = 3;

    private static readonly FrozenSet<string> Filler = new[]
    {
        "mit", "material", "von", "und", "quelle", "source", "with", "by", "from", "and", "avec", "et", "con", "y", "de", "of", "the", "agencies", "agenturen", "agences", "agencias", "по", "материалам", "источник", "джерело", "за", "матеріалами",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a line is a date, a byline or an agency's name and nothing else.</summary>
    public static bool IsCredit(string text)
    {
        if (text.Length > LongestCredit) return false;
        return IsAgencyAlone(text) || DateReader.Read(text) is not null || (text.Length < 40 && DateReader.Find(text) is not null && !text.EndsWith('.'));
    }

    private static bool IsAgencyAlone(string text)
    {
        var named = false;
        foreach (var part in text.Split(['/', ',', '(', ')', ':', '|', '[', ']', '–', ';', '+'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (NewsAgencies.Canonical(part) is not null)
            {
                named = true;
                continue;
            }
            foreach (var word in part.Split([' ', '.', '-'], StringSplitOptions.RemoveEmptyEntries))
            {
                if (NewsAgencies.Canonical(word) is not null) named = true;
                else if (word.Length > LongestInitials && !Filler.Contains(word)) return false;
            }
        }
        return named;
    }
}
