using System.Net;
using System.Text.RegularExpressions;
using NewsMonitor.Text.Dates;

namespace NewsMonitor.Articles.Metadata;

/// <summary>Reads a line that says who wrote: <c>By Anna Weber and Oleh Koval, 23 November 2026</c>.</summary>
internal static partial class Byline
{
    private const int Longest = 400;
    private const int MostDates = 3;

    /// <summary>The names in the order in which they stand, the outlet's own and agencies' included; empty where there are none.</summary>
    public static List<string> Names(string text)
    {
        var names = new List<string>();
        if (text.Length > Longest || PersonName.IsAddress(text)) return names;
        var line = WithoutDates(Decoded(text));
        if (Within().Match(line) is { Success: true } by) line = line[(by.Index + by.Length)..];
        foreach (var part in Joints().Split(line))
        {
            if (PersonName.Clean(part) is { } name && !names.Contains(name, StringComparer.OrdinalIgnoreCase)) names.Add(name);
        }
        return names;
    }

    /// <summary>Whether a line begins with the words that name an author in its language.</summary>
    public static bool IsLed(string text) => Lead().IsMatch(text);

    /// <summary>Whether those words can stand before nothing else, so that even a single word behind them is a name.</summary>
    public static bool IsLedSurely(string text) => SureLead().IsMatch(text);

    /// <summary>White space collapsed, references resolved: publishers encode names twice.</summary>
    private static string Decoded(string text)
    {
        if (text.Contains('&', StringComparison.Ordinal)) text = WebUtility.HtmlDecode(WebUtility.HtmlDecode(text));
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Every date made a joint, so that what stands before and after it are parts of their own.</summary>
    private static string WithoutDates(string line)
    {
        if (!line.Any(char.IsDigit)) return line;
        for (var left = MostDates; left > 0 && DateReader.Locate(line) is { } where; left--)
        {
            line = string.Concat(line.AsSpan()[..where.Start], " | ", line.AsSpan()[where.End..]);
        }
        return NumericDate().Replace(line, " | ");
    }

    [GeneratedRegex(@"^\W*(?:" + BylineWords.Lead + @")(?:\s*[:：]\s*|\s+(?=[\p{Lu}\p{Lo}@]))|^\W*(?:published|posted|updated|created|veröffentlicht|erstellt|publié|publicado)\b.{0,40}\b(?:by|von|par|por)\s+(?-i:\p{Lu})|^\W*(?:" + BylineWords.EasternLead + @")\s*[:：／/]|^\W*[가-힣]{2,4}\s?(?:기자|특파원)\W*$|^\W*\p{IsCJKUnifiedIdeographs}{2,5}\s?(?:記者|记者)\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Lead();

    [GeneratedRegex(@"^\W*(?:" + BylineWords.SureLead + @"|autor(?:in)?\s*:|автор\s*:|author\s*:)\s*\S", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SureLead();

    /// <summary>A byline inside a longer line: "Travel By Anna Weber", "Published by Anna Weber".</summary>
    [GeneratedRegex(@"(?:^|\s)(?:By|(?i:" + BylineWords.SureLead + @")|(?<=\| )by)(?:\s+|\s*:\s*)(?=\S)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Within();

    [GeneratedRegex(@"\b\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})\b|\b\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]\.?m\b\.?)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NumericDate();

    [GeneratedRegex(@"\s*(?:[,;|/\n·•⋅、，]|\s&\s|\band\b|\bund\b|\bet\b|\by\b(?=\s[A-ZÀ-Þ])|\be\b(?=\s[A-ZÀ-Þ])|\b(?:avec|with|mit|con|com)\b(?=\s[A-ZÀ-Þ])|\sи\s|\sта\s|\sі\s|\s[–—-]\s)\s*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Joints();
}
