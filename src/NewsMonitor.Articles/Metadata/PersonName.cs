using System.Text.RegularExpressions;

namespace NewsMonitor.Articles.Metadata;

/// <summary>Tells a name from the words around it.</summary>
internal static partial class PersonName
{
    private const int LongestName = 60;

    /// <summary>The name alone, or null where the text is none.</summary>
    public static string? Clean(string text)
    {
        var name = text.Trim();
        if (name.Contains("://", StringComparison.Ordinal) || name.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) return null;
        name = Brackets().Replace(name, " ");
        name = Address().Replace(name, " ");
        for (string before; ;)
        {
            before = name;
            name = Lead().Replace(name, "").Trim(' ', ':', '.', '-', '–', '—', '|', '•', '@', '"', '\'', '\u00A0');
            if (name == before) break;
        }
        name = string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (name.Length is < 2 or > LongestName || !name.Any(char.IsLetter) || name.Count(char.IsDigit) > 2) return null;
        return NotNames().IsMatch(name) ? null : name;
    }

    [GeneratedRegex(@"\([^)]*\)|\[[^]]*\]|（[^）]*）|【[^】]*】", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"\S+@\S+\.\S+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"^(?:by|von|par|por|di|av|af|door|od|written by|story by|text by|posted by|published by|reported by|report by|reporting by|words by|text|autor(?:in|es|a)?|auteure?|author|authors|автор|авторы|автори|текст|от|від|记者|記者|作者|文|責任編集|편집자|글|기자|yazan|przez|autorzy)(?:\s*[::]\s*|\s+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Lead();

    [GeneratedRegex(@"^(?:admin|administrator|editor|editors|staff|newsroom|redaktion|redacci[oó]n|r[eé]daction|редакция|редакція|webmaster|unknown|none|null|guest|user|share|follow|view profile|read more|more|see more|about the authors?|subscribe|published|updated|updated on|posted|posted on|last updated|no author|n/a)$|\b(?:min read|minutes? ago|hours? ago|days? ago|view all posts|all articles)\b|^\d", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NotNames();
}
