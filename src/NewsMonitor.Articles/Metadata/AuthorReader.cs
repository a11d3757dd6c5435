using System.Collections.Immutable;
using NewsMonitor.Articles.Pages;

namespace NewsMonitor.Articles.Metadata;

/// <summary>
/// Who wrote it: people and agencies as the page declares or shows them, the outlet itself only where nobody else is named. What stands under the headline
/// outranks what a publishing system fills in by itself where the two name different people.
/// </summary>
internal static class AuthorReader
{
    private const int MostAuthors = 30;

    private static readonly string[] AuthorMetas =
    [
        "author", "article:author", "og:article:author", "article:author_name", "articleAuthor", "parsely-author", "sailthru.author", "dc.creator", "dc:creator", "dcterms.creator", "byl", "cXenseParse:author", "citation_author", "authors", "rnews:author", "author_name",
    ];

    public static ImmutableArray<string> Read(PageOutline page, JsonLd declared, OutletNames outlet, Placement place)
    {
        var described = NamesOf(declared.Authors.Select(author => author.Name));
        var stated = People(described, outlet);
        var metas = new List<string>();
        foreach (var meta in AuthorMetas)
        {
            if (page.Facts.Metas.TryGetValue(meta, out var contents)) metas.AddRange(NamesOf(contents));
            if (stated.Count == 0) stated = People(metas, outlet);
        }

        var bylines = new BylineFinder(page, outlet, place);
        var chosen = Choose(stated, bylines);
        if (chosen.Count > 0) return [.. chosen.Take(MostAuthors)];

        // A text that nobody signed is the outlet's own where the outlet says so.
        foreach (var names in (ReadOnlySpan<List<string>>)[described, metas, bylines.Anyone, .. declared.Authors.Select(author => new List<string> { author.Name.Trim() })])
        {
            if (names.Count > 0) return [.. names.Take(MostAuthors)];
        }
        return [];
    }

    private static List<string> Choose(List<string> stated, BylineFinder bylines)
    {
        var shown = bylines.UnderHeadline;
        if (stated.Count == 0) return shown.Count > 0 ? shown : bylines.Elsewhere;
        if (!shown.Exists(PersonName.HasForm) || !shown.TrueForAll(name => NewsAgencies.Canonical(name) is not null || PersonName.HasForm(name) && (name.Any(TextWeight.IsDense) || bylines.IsUncommon(name)))) return stated;
        var shared = stated.Count(name => shown.Exists(other => IsSame(name, other)));
        // An account's name says less than the same name as it is shown.
        if (shared == 0 || stated is [var account] && shown is [var written] && !account.Contains(' ', StringComparison.Ordinal) && written.Contains(' ', StringComparison.Ordinal)) return shown;
        return shared == stated.Count && shown.Count > stated.Count ? shown : stated;
    }

    private static bool IsSame(string name, string other)
    {
        var (left, right) = (TextSimilarity.Folded(name), TextSimilarity.Folded(other));
        if (name.Split(' ') is [var first, .., var last] && other.Split(' ') is [var otherFirst, .., var otherLast] && first.Equals(otherFirst, StringComparison.OrdinalIgnoreCase) && last.Equals(otherLast, StringComparison.OrdinalIgnoreCase)) return true;
        return left == right || (left.Length > 5 && right.Contains(left, StringComparison.Ordinal)) || (right.Length > 5 && left.Contains(right, StringComparison.Ordinal));
    }

    /// <summary>The names that are not the outlet's.</summary>
    private static List<string> People(List<string> names, OutletNames outlet)
    {
        var people = names.FindAll(name => !outlet.IsVariant(name));
        // "Example Post and AFP": nobody signed, and both are the author.
        return people.TrueForAll(name => NewsAgencies.Canonical(name) is not null) ? names.FindAll(name => people.Count > 0) : people;
    }

    private static List<string> NamesOf(IEnumerable<string> texts)
    {
        var names = new List<string>();
        foreach (var text in texts)
        {
            foreach (var name in Byline.Names(text))
            {
                if (!names.Contains(name, StringComparer.OrdinalIgnoreCase)) names.Add(name);
            }
        }
        return names;
    }
}
