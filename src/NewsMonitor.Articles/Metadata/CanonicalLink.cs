using NewsMonitor.Articles.Pages;

namespace NewsMonitor.Articles.Metadata;

/// <summary>The address a publisher declares for an article, where it can be that article's.</summary>
internal static class CanonicalLink
{
    /// <summary>The declared address where it is plausible, else the page's own.</summary>
    public static CanonicalUrl? Choose(PageFacts facts, JsonLd declared, Uri? url, CanonicalUrl? address)
    {
        foreach (var text in (ReadOnlySpan<string?>)[facts.Canonical, facts.Meta("og:url"), declared.Url])
        {
            if (Resolve(text, url) is { } link && IsPlausible(link, address)) return link;
        }
        return address;
    }

    private static CanonicalUrl? Resolve(string? text, Uri? url)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Contains('\\', StringComparison.Ordinal)) return null;
        if (CanonicalUrl.TryCreate(text, out var absolute)) return absolute;
        return url is { IsAbsoluteUri: true } && Uri.TryCreate(url, text.Trim(), out var resolved) && CanonicalUrl.TryCreate(resolved, out var link) ? link : null;
    }

    /// <summary>
    /// A front page or a rubric is declared by templates that were filled in wrongly, and another host's page by syndication: neither may swallow the article.
    /// </summary>
    private static bool IsPlausible(CanonicalUrl link, CanonicalUrl? address)
    {
        if (address is null) return true;
        var (declared, own) = (link.ToUri(), address.ToUri());
        if (declared.AbsolutePath.Length <= 1 && declared.Query.Length == 0 && (own.AbsolutePath.Length > 1 || own.Query.Length > 0)) return false;
        if (!string.Equals(OutletNames.SiteOf(link.Host), OutletNames.SiteOf(address.Host), StringComparison.Ordinal)) return false;
        // A prefix of the article's own path is the rubric it stands in.
        var (shorter, longer) = (declared.AbsolutePath.TrimEnd('/'), own.AbsolutePath.TrimEnd('/'));
        return !(longer.Length > shorter.Length && longer.StartsWith(shorter + "/", StringComparison.Ordinal) && !HasNumber(shorter) && !shorter.Contains('-', StringComparison.Ordinal));
    }

    private static bool HasNumber(string path) => path.Any(char.IsAsciiDigit);
}
