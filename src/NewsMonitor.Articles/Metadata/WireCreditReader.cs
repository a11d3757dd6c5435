using System.Text.RegularExpressions;
using NewsMonitor.Articles.Pages;

namespace NewsMonitor.Articles.Metadata;

/// <summary>
/// Finds the agency that a text is credited to: in the dateline it begins with, in the mark it ends with, in a line under it or among its authors. An agency
/// that the text only quotes is none.
/// </summary>
internal static partial class WireCreditReader
{
    private const int LongestDateline = 120;
    private const int LongestEnd = 60;
    private const int Under = 3;

    /// <summary>Letters of an agency that are as often something else's, such as a party's: these count in a dateline's place only.</summary>
    private const int ShortName = 4;

    /// <summary>The canonical name of the agency, or null.</summary>
    /// <param name="page">The page.</param>
    /// <param name="body">The blocks of the text.</param>
    /// <param name="authors">Who signed it.</param>
    /// <param name="place">Where the text stands.</param>
    public static string? Read(PageOutline page, List<Block> body, IEnumerable<string> authors, Placement place)
    {
        foreach (var author in authors)
        {
            if (NewsAgencies.Canonical(author) is { } signed) return signed;
        }
        for (var i = 0; i < Math.Min(2, body.Count); i++)
        {
            if (InDateline(body[i].Text) is { } opening) return opening;
        }
        if (body.Count > 0 && AtEnd(body[^1].Text) is { } closing) return closing;
        for (var i = place.End; i < Math.Min(page.Blocks.Length, place.End + Under); i++)
        {
            var text = page.Blocks[i].Text;
            if (text.Length <= LongestEnd && (FirstNamed(text.Trim('(', ')', '.', ' ', '/', '[', ']')) ?? AtEnd(text)) is { } under) return under;
        }
        return null;
    }

    private static string? InDateline(string text)
    {
        var opening = text[..Math.Min(text.Length, LongestDateline)];
        foreach (Match mark in Marked().Matches(opening))
        {
            if (FirstNamed(mark.Groups["name"].Value) is { } agency && (agency.Length >= ShortName || IsDash(opening, mark.Index + mark.Length) || mark.Value[0] is '/' or '【')) return agency;
        }
        if (Leading().Match(opening) is { Success: true } leading && NewsAgencies.Canonical(leading.Groups["name"].Value) is { } first) return first;
        return Telegram().Match(opening) is { Success: true } telegram ? NewsAgencies.Canonical(telegram.Groups["name"].Value) : null;
    }

    private static string? AtEnd(string text)
    {
        var end = text[Math.Max(0, text.Length - LongestEnd)..];
        if (LastMark().Match(end) is { Success: true } mark && FirstNamed(mark.Groups["name"].Value) is { } agency) return agency;
        return Source().Match(end) is { Success: true } source ? FirstNamed(source.Groups["name"].Value) : null;
    }

    private static bool IsDash(string text, int at) => text.AsSpan(at).TrimStart() is [('-' or '–' or '—' or '―' or '=' or '.' or ':'), ..];

    /// <summary>The first agency among the parts of a credit: <c>dpa/AFP</c>, <c>서울=연합뉴스</c>.</summary>
    private static string? FirstNamed(string credit)
    {
        if (NewsAgencies.Canonical(credit) is { } whole) return whole;
        foreach (var part in credit.Split(['/', ',', '=', '＝', '、', ';', '+', '·', '・', '-']))
        {
            if (NewsAgencies.Canonical(part) is { } agency) return agency;
        }
        return null;
    }

    [GeneratedRegex(@"[(（\[【](?<name>[^)）\]】]{2,40})[)）\]】]|/(?<name>[\p{Lu}][^/]{1,25})/", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Marked();

    /// <summary>An agency that the text begins with, before a dash or a colon.</summary>
    [GeneratedRegex(@"^\s*(?<name>[^-–—:：]{2,30}?)\s*(?:[-–—]{1,2}\s|[:：]\s)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Leading();

    /// <summary>How Chinese agencies begin: the agency, the place and the day, and that it was wired.</summary>
    [GeneratedRegex(@"^\s*(?:[（(]?)(?<name>新华社|新華社|中新社|中央社|朝中社|韩联社|塔斯社|法新社|路透社)[^，。]{0,20}[电電讯訊]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Telegram();

    [GeneratedRegex(@"[(（\[【/](?<name>[^()（）\[\]【】]{2,30})[)）\]】/]\W*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LastMark();

    [GeneratedRegex(@"(?:sources?|quelle|fuente|fonte|источник|по материалам|джерело|за матеріалами|来源|來源|出典|출처|mit material von|with (?:inputs|reporting|files) (?:from|by))\s*[:：]?\s*(?<name>.{2,40}?)\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Source();
}
