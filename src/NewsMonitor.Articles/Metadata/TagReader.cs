using System.Collections.Immutable;
using NewsMonitor.Articles.Pages;

namespace NewsMonitor.Articles.Metadata;

/// <summary>The rubric and the keywords that a page gives its article.</summary>
internal static class TagReader
{
    private const int MostTags = 50;
    private const int LongestTag = 80;

    private static readonly string[] TagMetas = ["article:tag", "og:article:tag", "news_keywords", "parsely-tags", "sailthru.tags", "keywords"];

    /// <summary>The desk or rubric, or null.</summary>
    public static string? Section(PageFacts facts, JsonLd declared)
    {
        var section = declared.Section ?? facts.Meta("article:section", "og:article:section", "parsely-section", "cXenseParse:articlesection", "dc.subject");
        return section is { Length: > 0 and <= LongestTag } ? section.Trim() : null;
    }

    /// <summary>The keywords of the first source that has some, each once.</summary>
    public static ImmutableArray<string> Tags(PageFacts facts, JsonLd declared)
    {
        var tags = Distinct(declared.Tags);
        for (var i = 0; tags.IsEmpty && i < TagMetas.Length; i++)
        {
            if (facts.Metas.TryGetValue(TagMetas[i], out var contents)) tags = Distinct(contents.SelectMany(content => content.Split([',', ';', '，', '、'])));
        }
        return tags;
    }

    private static ImmutableArray<string> Distinct(IEnumerable<string> tags) =>
    [
        .. tags.Select(tag => tag.Trim()).Where(tag => tag.Length is > 0 and <= LongestTag).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostTags),
    ];
}
