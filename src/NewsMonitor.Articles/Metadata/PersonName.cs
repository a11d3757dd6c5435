using System.Text.RegularExpressions;
using NewsMonitor.Articles.Pages;
using NewsMonitor.Text.Dates;

namespace NewsMonitor.Articles.Metadata;

/// <summary>Tells a name from the words around it.</summary>
internal static partial class PersonName
{
    private const int LongestName = 60;
    private const int LongestWord = 22;

    /// <summary>Whether a text is a web address, a host or an account rather than a name.</summary>
    public static bool IsAddress(string text) =>
        text.Contains("://", StringComparison.Ordinal) || text.StartsWith('@') || Host().IsMatch(text.Trim());

    /// <summary>The name alone, or null where the text is none.</summary>
    /// <param name="text">One part of a byline: no two names, no date.</param>
    public static string? Clean(string text)
    {
        var name = text.Trim();
        if (name.Length > 4 * LongestName || IsAddress(name) || NotNames().IsMatch(name)) return null;
        name = Address().Replace(OuterBrackets().Replace(name, " "), " ");
        for (string before; ;)
        {
            before = name;
            name = Role().Replace(Lead().Replace(name, ""), "").Trim(' ', ':', '.', '-', '–', '—', '|', '•', '·', '@', '"', '\'', '*', '„', '“', '”', '\u00A0');
            name = Tail().Replace(name, "");
            if (name == before) break;
        }
        name = string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (name.Length is < 2 or > LongestName || !name.Any(char.IsLetter) || name.Count(char.IsDigit) > 4 || IsDayOfMonth(name)) return null;
        return NotNames().IsMatch(name) || Trade().IsMatch(name) ? null : name;
    }

    /// <summary>Whether a text has the form of a person's full name: two to five words that begin with capitals, particles aside, or a few ideographs or syllables.</summary>
    public static bool HasForm(string name)
    {
        if (name.Any(char.IsDigit) || NotNames().IsMatch(name) || Trade().IsMatch(name)) return false;
        if (name.Any(TextWeight.IsDense)) return name.Length <= 8 && name.All(c => TextWeight.IsDense(c) || c is '・' or '·' or ' ');
        var words = name.Split(' ');
        if (words.Length is < 2 or > 5) return false;
        var capitals = 0;
        foreach (var word in words)
        {
            var first = word.AsSpan().TrimStart("(\"'„“‘’");
            if (first.Length == 0 || word.Length > LongestWord) return false;
            if (char.IsUpper(first[0]) || !char.IsLower(first[0])) capitals++;
            else if (!Particle().IsMatch(word)) return false;
            else if (word.Any(char.IsUpper)) capitals++; // d'Ormont, el-Sisi
        }
        return capitals >= 2;
    }

    /// <summary><c>March 17</c>, <c>17. März</c>: a date that lacks its year.</summary>
    private static bool IsDayOfMonth(string name)
    {
        if (!name.Any(char.IsDigit)) return false;
        foreach (var word in name.Split([' ', '.', ','], StringSplitOptions.RemoveEmptyEntries))
        {
            if (DateReader.IsMonth(word)) return true;
        }
        return false;
    }

    [GeneratedRegex(@"^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Host();

    /// <summary>Brackets before or behind a name hold an agency or a place; inside it they hold a part of it.</summary>
    [GeneratedRegex(@"^\s*[([（【][^)\]）】]*[)\]）】]|[([（【][^)\]）】]*[)\]）】]\s*$|[([（【][^)\]）】]*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OuterBrackets();

    [GeneratedRegex(@"\S+@\S+\.\S+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Address();

    /// <summary>What remains of a date that was cut off behind a name.</summary>
    [GeneratedRegex(@"\s+(?:on|am|at|le|el|um|vom|den|Published|Updated|Last Updated|Stand|Aktualisiert|Shares?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|Mo|Di|Mi|Do|Fr|Sa|So|lunes|martes|miércoles|jueves|viernes|sábado|domingo|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2})$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tail();

    [GeneratedRegex(@"^(?:" + BylineWords.Lead + "|" + BylineWords.EasternLead + @"|editor|text|od|от|від|編集|責任編集|编辑|編輯)(?:\s*[:：／]\s*|\s+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\s+(?:(?:Travel |Political |Politics |Science |Business |Senior |Staff |News |Chief |Foreign |Content |Freelance |Deputy )*(?:Reporter|Writer|Editor|Correspondent|Journalist|Contributor|Author)|Redakteur(?:in)?|Follow|Full Bio|Bio|Profile|записала?|MD|PhD|Ph\.D|M\.D)$|\s*(?:기자|특파원|記者|记者|特派員)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Role();

    /// <summary>Words of what somebody does, not of what somebody is called.</summary>
    [GeneratedRegex(@"\b(?:reporters?|writers?|directors?|managers?|founders?|co-founders?|CEO|correspondents?|journalists?|contributors?|analysts?|professors?|lecturers?|specialists?|consultants?|journalism|operations|marketing manager|Redakteure?|Redakteurin|Korrespondent(?:in)?|Journalist(?:in)?|Chefredakteur(?:in)?|Reporter(?:in)?|journalistes?|rédac(?:teur|trice)s?|correspondante?|envoyée? spéciale?|periodistas?|redactora?|corresponsal|enviad[oa] especial|журналист(?:ка)?|корреспондент|обозреватель|редактор|журналіст(?:ка)?|кореспондент(?:ка)?|оглядач(?:ка)?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Trade();

    [GeneratedRegex(@"^(?:de|del|della|di|da|dos|das|do|du|des|la|le|las|los|van|von|vom|der|den|zu|zur|zum|ten|ter|el|al|bin|ibn|ben|abu|y|e|und|af|av|'t|d['’]\w+|l['’]\w+|el-\w+|al-\w+|ash-\w+|as-\w+)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Particle();

    [GeneratedRegex(@"^\W*(?:by|von|par|por|written by|posted by|published by|admin|administrator|editors?|staff|staff reports?|staff writer|newsroom|redaktion|redacci[oó]n|(?:la )?r[eé]daction|редакция|редакція|编辑部|編集部|편집국|webmaster|unknown|none|null|undefined|guest|user|share|shares|follow|follow us|view profile|read more|more|see more|about|about me|about us|about the authors?|the authors?|author posts|subscribe|published|updated|updated on|posted|posted on|posted in|last (?:updated?|modified)|last update|stand|veröffentlicht(?: am)?|aktualisiert(?: am)?|erstellt(?: am)?|publié(?: le)?|mis à jour(?: le)?|publicado(?: el)?|actualizado(?: el)?|опубликовано|обновлено|опубліковано|оновлено|güncelleme|no author|n/a|name|email|e-mail|website|twitter|facebook|instagram|linkedin|author|authors|autor|autoren|posts|bio|uhr|kommentare?|comments?|leave a comment|hinterlasse einen kommentar|agencies|wire reports?|news agency)\W*$|\b(?:min(?:ute)?s? read|mins? read|minutes? ago|hours? ago|days? ago|view all posts|all articles|uncategorized|lesezeit)\b|^\d+\s*$|^in |^(?:foto|photo|bild|image|фото|写真|사진)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NotNames();
}
