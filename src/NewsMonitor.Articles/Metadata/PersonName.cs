using System.Net;
using System.Text.RegularExpressions;

namespace NewsMonitor.Articles.Metadata;

/// <summary>Tells a name from the words around it.</summary>
internal static partial class PersonName
{
    private const int LongestName = 60;

    /// <summary>Whether a text is a web address, a host or an account rather than a name.</summary>
    public static bool IsAddress(string text) =>
        text.Contains("://", StringComparison.Ordinal) || text.StartsWith('@') || Host().IsMatch(text);

    /// <summary>The name alone, or null where the text is none.</summary>
    public static string? Clean(string text)
    {
        var name = WebUtility.HtmlDecode(text).Trim();
        if (name.Length > 4 * LongestName || IsAddress(name)) return null;
        name = Address().Replace(Brackets().Replace(name, " "), " ");
        if (Within().Match(name) is { Success: true } by) name = name[(by.Index + by.Length)..];
        name = Date().Replace(name, "");
        for (string before; ;)
        {
            before = name;
            name = Role().Replace(Lead().Replace(name, ""), "").Trim(' ', ':', '.', '-', '–', '—', '|', '•', '·', '@', '"', '\'', '*', '\u00A0');
            if (name == before) break;
        }
        name = string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (name.Length is < 2 or > LongestName || !name.Any(char.IsLetter) || name.Count(char.IsDigit) > 2) return null;
        return NotNames().IsMatch(name) ? null : name;
    }

    [GeneratedRegex(@"^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Host();

    [GeneratedRegex(@"\([^)]*\)|\[[^]]*\]|（[^）]*）|【[^】]*】", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"\S+@\S+\.\S+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Address();

    /// <summary>A byline inside a longer line: "Travel By Anna Weber".</summary>
    [GeneratedRegex(@"\s(?:By|Written by|written by|Written By|Posted by|veröffentlicht von|geschrieben von|eingestellt von)\s", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Within();

    /// <summary>Everything from a date on.</summary>
    [GeneratedRegex(@"\s*(?:\bon\b|\bam\b|\ble\b|\bel\b|\bat\b|\bPublished\b|\bUpdated\b|\bLast Updated\b|\bStand\b|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?)?\s*:?\s*\d{1,4}[.:/ ,-].*$|\s+(?:Published|Updated|Last Updated|Stand)\b.*$|\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}$|\s+(?:Mo|Di|Mi|Do|Fr|Sa|So)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Date();

    [GeneratedRegex(@"^(?:by|von|par|por|di|av|af|door|od|written by|story by|text by|posted by|published by|reported by|report by|reporting by|words by|author|authors|editor|text|autor(?:in|es|a)?|auteure?s?|автор|авторы|автори|текст|от|від|记者|記者|作者|文|編集|責任編集|编辑|編輯|글|기자|yazan|oleh:|przez|autorzy|geschrieben von|veröffentlicht von|eingestellt von|ein artikel von|ein gastbeitrag von|propos recueillis par|publié par|publicado por|escrito por)(?:\s*[::]\s*|\s+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\s+(?:(?:Travel |Political |Politics |Science |Business |Senior |Staff |News |Chief |Foreign |Content |Freelance |Deputy )*(?:Reporter|Writer|Editor|Correspondent|Journalist|Contributor|Author)|기자|특파원|記者|Redakteur(?:in)?|Follow|Full Bio|Bio|Profile)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Role();

    [GeneratedRegex(@"^(?:admin|administrator|editors?|staff|staff reports?|staff writer|newsroom|redaktion|redacci[oó]n|(?:la )?r[eé]daction|редакция|редакція|webmaster|unknown|none|null|undefined|guest|user|share|follow|follow us|view profile|read more|more|see more|about the authors?|the authors?|subscribe|published|updated|updated on|posted|posted on|posted in|last updated|veröffentlicht(?: am)?|publié(?: le)?|no author|n/a|name|email|website|twitter|facebook|author|authors|posts|bio|kommentare?|comments?|leave a comment|hinterlasse einen kommentar)$|\b(?:min(?:ute)?s? read|minutes? ago|hours? ago|days? ago|view all posts|all articles|uncategorized)\b|^\d|^in ", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NotNames();
}
