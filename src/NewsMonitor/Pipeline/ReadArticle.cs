using System.Collections.Immutable;
using NewsMonitor.Matches;
using NewsMonitor.Storage;
using NewsMonitor.Text.Dates;

namespace NewsMonitor.Pipeline;

/// <summary>An article as it was read from a page, a feed or a seed: what detection sees.</summary>
/// <param name="CanonicalKey">What makes it one article however it was reached.</param>
/// <param name="CanonicalUrl">The address to show.</param>
/// <param name="Url">The address it was met under.</param>
/// <param name="Text">Paragraphs separated by one line break.</param>
/// <param name="Note">Why the text is not the page's; null where it is.</param>
/// <param name="ContentHash">SHA-256 of what was fetched, in hexadecimal.</param>
internal sealed record ReadArticle(
    string CanonicalKey,
    string CanonicalUrl,
    string Url,
    string Title,
    string Text,
    TextSource Source,
    string? Note,
    ImmutableArray<string> Authors,
    PublicationTime? Published,
    PublicationTime? Modified,
    string? Language,
    string Outlet,
    string ContentHash,
    string? Agency = null)
{
    /// <summary>The page it was read from, to be looked at again; null where it was read from something else.</summary>
    public PageCopy? Page { get; init; }
}
