using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NewsMonitor.Articles.Pages;

namespace NewsMonitor.Articles.Metadata;

/// <summary>Who wrote it: people and agencies as the page declares or shows them, never the outlet itself.</summary>
internal static partial class AuthorReader
{
    private const int LongestDeclaration = 400;
    private const int LongestByline = 120;
    private const int MostAuthors = 30;

    /// <summary>A byline stands within so many blocks of the headline.</summary>
    private const int Reach = 60;

    /// <summary>Bylines within so many blocks of the first belong to it.</summary>
    private const int Cluster = 3;

    private static readonly string[] AuthorMetas =
    [
        "author", "article:author", "og:article:author", "article:author_name", "articleAuthor", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl", "cXenseParse:author", "citation_author", "authors", "rnews:author", "author_name",
    ];

    public static ImmutableArray<string> Read(PageOutline page, JsonLd declared, string? siteName, int headline)
    {
        var outlet = Outlet(siteName, declared.Publisher);
        var names = Names(declared.Authors.Select(author => author.Name), outlet);
        for (var i = 0; names.IsEmpty && i < AuthorMetas.Length; i++)
        {
            if (page.Facts.Metas.TryGetValue(AuthorMetas[i], out var contents)) names = Names(contents, outlet);
        }
        if (names.IsEmpty) names = FromBylines(page, outlet, headline);
        // A text that nobody signed is the outlet's own where the outlet says so.
        return names.IsEmpty ? Names(declared.Authors.Select(author => author.Name), []) : names;
    }

    private static ImmutableArray<string> FromBylines(PageOutline page, HashSet<string> outlet, int headline)
    {
        var bylines = page.Facts.Authors
            .Where(note => note.Text.Length is > 1 and <= LongestByline && !note.Name.Contains("comment", StringComparison.OrdinalIgnoreCase) && !IsAmongComments(note.Section))
            .OrderBy(note => headline < 0 ? note.Block : Math.Abs(note.Block - headline))
            .ToArray();
        for (var i = 0; i < bylines.Length; i++)
        {
            if (headline >= 0 && Math.Abs(bylines[i].Block - headline) > Reach) break;
            // The innermost elements name one author each; those around them add dates and roles.
            var near = bylines.Where(note => Math.Abs(note.Block - bylines[i].Block) <= Cluster).ToArray();
            var innermost = near.Where(note => !Array.Exists(near, other => other.Text.Length < note.Text.Length && note.Text.Contains(other.Text, StringComparison.Ordinal) && !Names([other.Text], outlet).IsEmpty));
            var names = Names(innermost.Select(note => note.Text), outlet);
            if (!names.IsEmpty) return names;
        }
        return [];
    }

    private static bool IsAmongComments(Section section)
    {
        for (var around = section; around is not null; around = around.Parent)
        {
            if (around.Evidence.HasAny(NameEvidence.Comments)) return true;
        }
        return false;
    }

    private static ImmutableArray<string> Names(IEnumerable<string> texts, HashSet<string> outlet)
    {
        var names = new List<string>();
        foreach (var text in texts)
        {
            if (text.Length > LongestDeclaration || PersonName.IsAddress(text)) continue;
            foreach (var part in Joints().Split(text))
            {
                if (PersonName.Clean(part) is { } name && !outlet.Contains(TextSimilarity.Folded(name)) && !names.Contains(name, StringComparer.OrdinalIgnoreCase)) names.Add(name);
            }
        }
        return [.. names.Take(MostAuthors)];
    }

    private static HashSet<string> Outlet(params ReadOnlySpan<string?> names)
    {
        var outlet = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (name is not null) outlet.Add(TextSimilarity.Folded(name));
        }
        return outlet;
    }

    [GeneratedRegex(@"\s*(?:[,;|/\n·•、，]|\s&\s|\band\b|\bund\b|\bet\b|\by\b(?=\s[A-ZÀ-Þ])|\be\b(?=\s[A-ZÀ-Þ])|\sи\s|\sта\s|\sі\s|\s[–—-]\s)\s*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Joints();
}
