using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NewsMonitor.Articles.Pages;

namespace NewsMonitor.Articles.Metadata;

/// <summary>Who wrote it: people first, as the page declares or shows them.</summary>
internal static partial class AuthorReader
{
    private static readonly string[] AuthorMetas =
    [
        "author", "article:author", "og:article:author", "article:author_name", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl", "cXenseParse:author", "citation_author", "twitter:data1_author", "authors", "rnews:author", "author_name",
    ];

    public static ImmutableArray<string> Read(PageOutline page, JsonLd declared, string? siteName, int headline)
    {
        var names = Names(declared.Authors.Where(author => !author.IsOrganization).Select(author => author.Name), siteName);
        if (names.IsEmpty) names = Names(AuthorMetas.SelectMany(name => page.Facts.Metas.TryGetValue(name, out var contents) ? contents : []), siteName);
        if (names.IsEmpty) names = FromElements(page, siteName, headline);
        if (names.IsEmpty) names = Names(declared.Authors.Select(author => author.Name), null);
        return names;
    }

    private static ImmutableArray<string> FromElements(PageOutline page, string? siteName, int headline)
    {
        foreach (var group in page.Facts.Authors.Where(note => note.Text.Length is > 2 and < 120).OrderBy(note => headline < 0 ? note.Block : Math.Abs(note.Block - headline)))
        {
            if (headline >= 0 && Math.Abs(group.Block - headline) > 60) break;
            var names = Names([group.Text], siteName);
            if (!names.IsEmpty) return names;
        }
        return [];
    }

    private static ImmutableArray<string> Names(IEnumerable<string> texts, string? siteName)
    {
        var names = new List<string>();
        foreach (var text in texts)
        {
            foreach (var part in Joints().Split(text))
            {
                if (PersonName.Clean(part) is not { } name) continue;
                if (siteName is not null && TextSimilarity.Folded(name) == TextSimilarity.Folded(siteName)) continue;
                if (!names.Contains(name, StringComparer.OrdinalIgnoreCase)) names.Add(name);
            }
        }
        return [.. names.Take(30)];
    }

    [GeneratedRegex(@"\s*(?:[,;|/\n·•、，＝]|\s&\s|\s&amp;\s|\band\b|\bund\b|\bet\b|\by\b(?=\s[A-ZÀ-Þ])|\be\b(?=\s[A-ZÀ-Þ])|\sи\s|\sта\s|\sі\s|\s[–—-]\s)\s*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Joints();
}
