using System.Collections.Immutable;
using NewsMonitor.Articles.Fingerprints;

namespace NewsMonitor.Stories.Reading;

/// <summary>What is compared of a report, small enough to keep beside it.</summary>
/// <param name="Report">The report's number.</param>
/// <param name="Url">Its canonical URL.</param>
/// <param name="Outlet">The outlet's name.</param>
/// <param name="Language">ISO 639-1, or null.</param>
/// <param name="Time">When it was published, or first seen.</param>
/// <param name="Agency">The agency it is credited to, or null.</param>
/// <param name="Text">The fingerprint of its text.</param>
/// <param name="Words">The words of its language, in title and text.</param>
/// <param name="Title">The words of its title.</param>
/// <param name="Facts">
/// What needs no language: actors, territories, matters and acts named, numbers, days, names and designations, addresses cited; each with a prefix that says which.
/// </param>
/// <param name="Lead">The facts of the title and the first sentences.</param>
/// <param name="Claims">What it claims, see <see cref="Matches.ClaimKey"/>; sorted.</param>
/// <param name="LeadClaims">Those of them that its title or first sentences make: what follows is often what was told long ago.</param>
/// <param name="Corrects">Whether it says that it corrects an earlier report.</param>
/// <param name="Follows">Whether it says that it tells what came after.</param>
internal sealed record ReportProfile(
    long Report,
    string Url,
    string Outlet,
    string? Language,
    DateTimeOffset Time,
    string? Agency,
    TextFingerprint Text,
    UnitBag Words,
    UnitBag Title,
    UnitBag Facts,
    UnitBag Lead,
    ImmutableArray<string> Claims,
    ImmutableArray<string> LeadClaims,
    bool Corrects,
    bool Follows);
