using NewsMonitor.Articles.Pages;
using NewsMonitor.Text.Dates;

namespace NewsMonitor.Articles.Metadata;

/// <summary>In which order a page writes the numbers of a date, as far as its language, region and address tell.</summary>
internal static class NumericOrder
{
    /// <summary>Languages whose dates begin with the year, or whose speakers do not agree.</summary>
    private static readonly string[] Unsettled = ["zh", "ja", "ko", "hu", "lt", "mn", "fa", "eu"];

    private static readonly string[] MonthFirstRegions = ["US", "PH", "FM", "MH", "PW"];
    private static readonly string[] MonthFirstDomains = [".us", ".gov", ".mil"];
    private static readonly string[] DayFirstDomains = [".uk", ".au", ".nz", ".ie", ".in", ".pk", ".ng", ".ke", ".gh", ".sg", ".my", ".hk", ".eu"];

    /// <param name="facts">What the page says about itself.</param>
    /// <param name="language">The language of its text, ISO 639-1, or null.</param>
    /// <param name="url">Its address.</param>
    public static DateOrder Of(PageFacts facts, string? language, CanonicalUrl? url)
    {
        if (Array.IndexOf(Unsettled, language) >= 0) return DateOrder.Unknown;
        if (language is not (null or "en")) return DateOrder.DayFirst;
        foreach (var tag in (ReadOnlySpan<string?>)[facts.Language, facts.Meta("og:locale", "content-language", "language")])
        {
            if (tag is not { Length: >= 5 } || !tag.StartsWith("en", StringComparison.OrdinalIgnoreCase)) continue;
            return Array.IndexOf(MonthFirstRegions, tag[3..5].ToUpperInvariant()) >= 0 ? OfAmerican(url) : DateOrder.DayFirst;
        }
        return OfDomain(url);
    }

    /// <summary>American English is what publishing systems come with; a British address outweighs it.</summary>
    private static DateOrder OfAmerican(CanonicalUrl? url) => OfDomain(url) == DateOrder.DayFirst ? DateOrder.Unknown : DateOrder.MonthFirst;

    private static DateOrder OfDomain(CanonicalUrl? url)
    {
        if (url is null) return DateOrder.Unknown;
        if (Array.Exists(MonthFirstDomains, domain => url.Host.EndsWith(domain, StringComparison.Ordinal))) return DateOrder.MonthFirst;
        return Array.Exists(DayFirstDomains, domain => url.Host.EndsWith(domain, StringComparison.Ordinal)) ? DateOrder.DayFirst : DateOrder.Unknown;
    }
}
