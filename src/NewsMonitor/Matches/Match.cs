using System.Collections.Immutable;
using NewsMonitor.Detection;
using NewsMonitor.Text.Dates;

namespace NewsMonitor.Matches;

/// <summary>An article with at least one finding, as an analyst sees it.</summary>
/// <param name="Id">The article's number in the store.</param>
/// <param name="Url">The canonical URL.</param>
/// <param name="Title">The headline, or an empty string where there is none.</param>
/// <param name="Authors">People, in the order the page names them.</param>
/// <param name="Published">When the publisher says it was published; null where the page does not say.</param>
/// <param name="FirstSeen">When the monitor first saw it, UTC.</param>
/// <param name="Language">ISO 639-1, or null where unknown.</param>
/// <param name="Outlet">The outlet's name: the site's own, else its feed's, else its host.</param>
/// <param name="TextSource">What was read: the page, the feed's own summary, or a seed file.</param>
/// <param name="Story">The story it belongs to.</param>
/// <param name="Sightings">Every feed and URL it was met under, earliest first.</param>
/// <param name="Findings">What it says, at least one.</param>
/// <param name="Note">What a reader must know of how it was read, such as "no text on the page (consent wall)"; null where nothing.</param>
internal sealed record Match(
    long Id,
    string Url,
    string Title,
    ImmutableArray<string> Authors,
    PublicationTime? Published,
    DateTimeOffset FirstSeen,
    string? Language,
    string Outlet,
    TextSource TextSource,
    long Story,
    ImmutableArray<Sighting> Sightings,
    ImmutableArray<Finding> Findings,
    string? Note);

/// <summary>Where a text came from.</summary>
internal enum TextSource
{
    Page,
    Feed,
    Seed,
}

/// <summary>One meeting with an article.</summary>
/// <param name="Feed">The feed's URL, or null for a seed.</param>
/// <param name="Url">The URL it was met under, as the feed or seed gave it.</param>
/// <param name="Seen">UTC.</param>
internal sealed record Sighting(string? Feed, string Url, DateTimeOffset Seen);
