using System.Text.RegularExpressions;
using NewsMonitor.Articles.Pages;

namespace NewsMonitor.Articles.Metadata;

/// <summary>Finds the names that a page shows as its authors: in elements named for them, in lines that begin as bylines do, in names that stand alone.</summary>
internal sealed partial class BylineFinder(PageOutline page, OutletNames outlet, Placement place)
{
    private const int LongestByline = 120;

    /// <summary>A byline that is sure to be the article's stands within so many blocks of the headline.</summary>
    private const int NearAbove = 4;
    private const int NearBelow = 12;

    /// <summary>A byline stands within so many blocks of the headline.</summary>
    private const int Reach = 60;

    /// <summary>Bylines within so many blocks of the first belong to it.</summary>
    private const int Cluster = 3;

    private List<string>? _underHeadline;
    private List<string>? _elsewhere;

    /// <summary>People named right above or below the headline.</summary>
    public List<string> UnderHeadline => _underHeadline ??=
        FromLines(place.Top - NearAbove, Math.Min(place.Top + NearBelow, place.Start + 1)) is { Count: > 0 } led ? led : FromElements(place.Top - NearAbove, place.Top + NearBelow);

    /// <summary>People named elsewhere on the page as its author.</summary>
    public List<string> Elsewhere => _elsewhere ??= FindElsewhere() is var found && found.TrueForAll(IsAgency) ? [] : found;

    /// <summary>Whoever is named as the author, the outlet included.</summary>
    public List<string> Anyone => Elements(place.Top - NearAbove, place.Top + Reach).Select(note => Byline.Names(note.Text)).FirstOrDefault(names => names.Count > 0) ?? [];

    private List<string> FindElsewhere()
    {
        if (FromElements(place.Top - Reach, place.Top + Reach) is { Count: > 0 } named) return named;
        if (FromLines(place.Start, place.Start + 3) is { Count: > 0 } first) return first;
        if (FromLines(place.End - 4, place.End + 4) is { Count: > 0 } last) return last;
        return FromNamesAlone();
    }

    private NamedText[] Elements(int from, int to) =>
    [
        .. page.Facts.Authors
            .Where(note => note.Block >= from && note.Block <= to && note.Text.Length is > 1 and <= LongestByline && !BesideNames().IsMatch(note.Name) && !PhotoCredit().IsMatch(note.Text) && !IsBeside(note.Section))
            .OrderBy(Distance),
    ];

    /// <summary>How far from the headline an element stands; one above it farther than one below, one that begins as a byline does nearer.</summary>
    private int Distance(NamedText note) => (note.Block < place.Top ? place.Top - note.Block + 3 : note.Block - place.Top) - (Byline.IsLed(note.Text) ? 4 : 0);

    private List<string> FromElements(int from, int to)
    {
        var bylines = Elements(from, to);
        for (var i = 0; i < bylines.Length; i++)
        {
            // The innermost elements name one author each; those around them add dates and roles.
            var near = bylines.Where(note => Math.Abs(note.Block - bylines[i].Block) <= Cluster).ToArray();
            var innermost = near.Where(note => !Array.Exists(near, other => other.Text.Length < note.Text.Length && note.Text.Contains(other.Text, StringComparison.Ordinal) && People(other.Text).Count > 0));
            var names = new List<string>();
            foreach (var name in innermost.SelectMany(note => People(note.Text)))
            {
                if (!names.Contains(name, StringComparer.OrdinalIgnoreCase)) names.Add(name);
            }
            if (names.Count > 0) return names;
        }
        return [];
    }

    private List<string> FromLines(int from, int to)
    {
        for (var i = Math.Max(0, from); i <= Math.Min(page.Blocks.Length - 1, to); i++)
        {
            var block = page.Blocks[i];
            if (i == place.Headline || block.Text.Length > LongestByline || !Byline.IsLed(block.Text) || IsBeside(block.Section)) continue;
            var names = People(block.Text).FindAll(name => PersonName.HasForm(name) || IsAgency(name));
            if (names.Exists(PersonName.HasForm)) return names;
            if (Byline.IsLedSurely(block.Text) && People(block.Text) is [{ Length: < 25 } single, ..] && !single.Contains(' ', StringComparison.Ordinal)) return [single];
        }
        return [];
    }

    /// <summary>A name that stands alone, or with a date, between headline and text or under the text.</summary>
    private List<string> FromNamesAlone()
    {
        const int LongestLine = 60;
        const int Near = 4;
        var under = place.Headline >= 0 ? Enumerable.Range(place.Headline + 1, Near) : [];
        foreach (var i in under.Concat(Enumerable.Range(place.Start - Near, Near + 2)).Concat(Enumerable.Range(place.End - 2, Near)))
        {
            if (i <= place.Headline || i >= page.Blocks.Length) continue;
            var block = page.Blocks[i];
            if (block.Kind == BlockKind.Heading || block.Text.Length > LongestLine || block.Text[^1] is '.' or '?' or '!' or ':' || IsBeside(block.Section)) continue;
            if (block.LinkShare > 0.5 && i + 1 < page.Blocks.Length && page.Blocks[i + 1].LinkShare > 0.5) continue; // A list of topics or people.
            var names = People(block.Text);
            if (names.Count > 0 && names.TrueForAll(name => PersonName.HasForm(name) && !IsAgency(name) && IsUncommon(name))) return names;
        }
        return [];
    }

    /// <summary>Whether a text can be an author's name and no heading or topic: it is in a script with capitals, the article writes no word of it in lower case and tells nothing about it.</summary>
    public bool IsUncommon(string name)
    {
        if (name.Any(TextWeight.IsDense)) return false;
        foreach (var word in name.Split(' '))
        {
            if (word.Length > 2 && char.IsUpper(word[0]) && IsWritten(word.ToLowerInvariant())) return false;
        }
        return !page.Blocks.Any(block => block.IsProse && block.Text.Length > 2 * LongestByline && block.Text.Contains(name, StringComparison.Ordinal));
    }

    private bool IsWritten(string word)
    {
        foreach (var block in page.Blocks)
        {
            for (var at = block.Text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = block.Text.IndexOf(word, at + 1, StringComparison.Ordinal))
            {
                var end = at + word.Length;
                if ((at == 0 || !char.IsLetter(block.Text[at - 1])) && (end == block.Text.Length || !char.IsLetter(block.Text[end]))) return true;
            }
        }
        return false;
    }

    private static bool IsAgency(string name) => NewsAgencies.Canonical(name) is not null;

    private List<string> People(string text) => Byline.Names(text).FindAll(name => !outlet.IsVariant(name));

    /// <summary>Whether a section holds what readers wrote or the words under a picture.</summary>
    private static bool IsBeside(Section section)
    {
        for (var (around, depth) = (section, 0); around is not null; around = around.Parent, depth++)
        {
            if (around.Evidence.HasAny(NameEvidence.Comments) || (depth < 4 && (around.Tag is "figure" || around.Evidence.HasAny(NameEvidence.Caption)))) return true;
        }
        return false;
    }

    [GeneratedRegex(@"^\W*(?:foto|photo|bild|image|picture|credit|crédit|фото|写真|사진|图)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PhotoCredit();

    /// <summary>Elements named for something that stands beside an author's name.</summary>
    [GeneratedRegex(@"comment|quote|meta-prep|(?:image|photo|picture|media)[-_]*(?:author|credit)|(?:author|byline|writer|contributor)s?[-_]*(?:meta|info)?[-_]*(?:date|time|desc|bio|titl(?![\w-]*link)|role|job|position|avatar|image|img|photo|social|contact|follow|count|tag|label|prefix|separator)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BesideNames();
}
