using NewsMonitor.Articles.Pages;
using NewsMonitor.Text.Languages;

namespace NewsMonitor.Articles.Metadata;

/// <summary>The language of an article: what the text itself says, else what the page declares.</summary>
internal static class LanguageReader
{
    /// <summary>ISO 639-1, or null.</summary>
    public static string? Read(string text, PageFacts facts, JsonLd declared)
    {
        if (LanguageIdentifier.Identify(text) is { } identified) return identified;
        foreach (var tag in (ReadOnlySpan<string?>)[facts.Language, declared.Language, facts.Meta("og:locale", "content-language", "language", "dc.language")])
        {
            if (Primary(tag) is { } language) return language;
        }
        return null;
    }

    private static string? Primary(string? tag)
    {
        if (tag is null) return null;
        var primary = tag.AsSpan().Trim();
        var end = primary.IndexOfAny('-', '_');
        if (end > 0) primary = primary[..end];
        return primary.Length == 2 && char.IsAsciiLetter(primary[0]) && char.IsAsciiLetter(primary[1]) ? primary.ToString().ToLowerInvariant() : null;
    }
}
