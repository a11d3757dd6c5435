using NewsMonitor.Articles.Pages;

namespace NewsMonitor.Articles.Metadata;

/// <summary>What the outlet calls itself.</summary>
internal static class SiteNameReader
{
    public static string? Read(PageFacts facts, JsonLd declared)
    {
        var name = facts.Meta("og:site_name") ?? declared.Publisher ?? facts.Meta("application-name", "apple-mobile-web-app-title", "dc.publisher", "publisher", "twitter:app:name:iphone");
        return name is null ? null : string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 and <= 100 } clean ? clean : null;
    }
}
