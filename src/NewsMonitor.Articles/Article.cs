using System.Collections.Immutable;
using NewsMonitor.Text.Dates;

namespace NewsMonitor.Articles;

/// <summary>A news article as read from a page: what detection sees.</summary>
/// <param name="Url">The address the page was fetched from; null where the caller did not know it.</param>
/// <param name="CanonicalUrl">The address the publisher declares for it where that is plausible, else <paramref name="Url"/>.</param>
/// <param name="Title">The headline without the site's name; empty where the page has none.</param>
/// <param name="Text">Standfirst and body in reading order, paragraphs separated by one line break, table rows as <c>| a | b |</c>; never empty.</param>
/// <param name="Authors">People and agencies in the order the page names them.</param>
/// <param name="Published">Null where the page does not say; a guess is worse than nothing.</param>
/// <param name="Modified">The last change the page declares; null where it declares none.</param>
/// <param name="Language">ISO 639-1 (<c>uk</c>); null where neither text nor declaration tells.</param>
/// <param name="SiteName">The outlet's name as it calls itself, or null.</param>
/// <param name="Section">The desk or rubric, or null.</param>
/// <param name="Tags">The page's own keywords; may be empty.</param>
/// <param name="WireCredit">The news agency the text is credited to, by its canonical name (<c>Yonhap</c>, <c>TASS</c>, <c>dpa</c>), or null.</param>
/// <param name="Truncated">Whether the page says that readers without a subscription see only a part.</param>
public sealed record Article(
    CanonicalUrl? Url,
    CanonicalUrl? CanonicalUrl,
    string Title,
    string Text,
    ImmutableArray<string> Authors,
    PublicationTime? Published,
    PublicationTime? Modified,
    string? Language,
    string? SiteName,
    string? Section,
    ImmutableArray<string> Tags,
    string? WireCredit,
    bool Truncated);
