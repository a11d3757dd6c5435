using System.Collections.Frozen;
using NewsMonitor.Text.Dates;

namespace NewsMonitor.Articles.Content;

/// <summary>Recognizes lines that say who wrote or when, and the agencies that texts are credited to.</summary>
internal static class Credits
{
    private const int LongestCredit = 70;

    private static readonly (string Written, string Agency)[] Agencies =
    [
        ("dpa", "dpa"), ("AFP", "AFP"), ("AP", "AP"), ("Associated Press", "AP"), ("Reuters", "Reuters"), ("ТАСС", "TASS"), ("TASS", "TASS"), ("РИА Новости", "RIA Novosti"), ("Интерфакс", "Interfax"), ("Interfax", "Interfax"),
        ("Укрінформ", "Ukrinform"), ("Ukrinform", "Ukrinform"), ("УНІАН", "UNIAN"), ("Yonhap", "Yonhap"), ("연합뉴스", "Yonhap"), ("KCNA", "KCNA"), ("조선중앙통신", "KCNA"), ("Xinhua", "Xinhua"), ("新华社", "Xinhua"), ("中新社", "CNS"),
        ("Kyodo", "Kyodo"), ("共同", "Kyodo"), ("時事", "Jiji"), ("EFE", "EFE"), ("Europa Press", "Europa Press"), ("ANSA", "ANSA"), ("APA", "APA"), ("SDA", "Keystone-SDA"), ("Keystone-SDA", "Keystone-SDA"), ("epd", "epd"), ("KNA", "KNA"), ("PAP", "PAP"),
        ("Anadolu", "Anadolu"), ("AA", "Anadolu"), ("Bloomberg", "Bloomberg"), ("UPI", "UPI"), ("IANS", "IANS"), ("PTI", "PTI"), ("ANI", "ANI"), ("ATS", "Keystone-ATS"), ("Belga", "Belga"), ("ANP", "ANP"), ("NTB", "NTB"), ("TT", "TT"),
    ];

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

    /// <summary>The agency that the beginning or the end of a text is credited to, or null.</summary>
    /// <param name="paragraphs">The article's paragraphs.</param>
    public static string? WireOf(IReadOnlyList<string> paragraphs)
    {
        if (paragraphs.Count == 0) return null;
        var first = paragraphs[0].AsSpan(0, Math.Min(paragraphs[0].Length, 120));
        var last = paragraphs[^1].AsSpan(Math.Max(0, paragraphs[^1].Length - 60));
        foreach (var (written, agency) in Agencies)
        {
            if (IsMarked(first, written) || IsMarked(last, written)) return agency;
        }
        return null;
    }

    /// <summary>An agency in brackets, after a slash or before a dash, as datelines write it; the word alone may be anything.</summary>
    private static bool IsMarked(ReadOnlySpan<char> text, string agency)
    {
        for (var at = text.IndexOf(agency, StringComparison.Ordinal); at >= 0;)
        {
            var before = at > 0 ? text[at - 1] : ' ';
            var after = at + agency.Length < text.Length ? text[at + agency.Length] : ' ';
            if ((before is '(' or '/' or '[' or '【' or '（' or '=' && !char.IsLetter(after)) || (after is ')' or '】' or '）' && !char.IsLetter(before))) return true;
            if (at == 0 && text[agency.Length..].TrimStart() is [('-' or '–' or '—' or ':'), ..]) return true;
            var next = text[(at + 1)..].IndexOf(agency, StringComparison.Ordinal);
            if (next < 0) return false;
            at += next + 1;
        }
        return false;
    }

    private static bool IsAgencyAlone(string text)
    {
        var rest = text;
        foreach (var (written, _) in Agencies) rest = rest.Replace(written, " ", StringComparison.OrdinalIgnoreCase);
        if (rest.Length == text.Length) return false;
        return rest.Split([' ', '/', ',', '(', ')', ':', '.', '-', '–', '|', '[', ']'], StringSplitOptions.RemoveEmptyEntries).All(word => word.Length <= 3 || Filler.Contains(word));
    }
}
