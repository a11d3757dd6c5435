using System.Collections.Immutable;
using NewsMonitor.Detection;
using NewsMonitor.Matches;

namespace NewsMonitor.Stories;

/// <summary>What grouping compares of a report, small enough to keep beside it.</summary>
/// <param name="Article">The article's number in the store.</param>
/// <param name="Story">The story it belongs to; 0 for a report that has none yet.</param>
/// <param name="Url">The canonical URL.</param>
/// <param name="Time">When it was published, or first seen where that is not known.</param>
/// <param name="Title">The headline's tokens, without the outlet's name at its end.</param>
/// <param name="Claims">The <see cref="ClaimKey"/>s of its findings.</param>
/// <param name="Text">The sketch of its text.</param>
internal sealed record ReportFingerprint(
    long Article, long Story, string Url, DateTimeOffset Time, string Title, ImmutableArray<string> Claims, TextSketch Text)
{
    /// <summary>The fingerprint of an article.</summary>
    /// <param name="article">The article's number in the store.</param>
    /// <param name="url">The canonical URL.</param>
    /// <param name="time">When it was published, or first seen where that is not known.</param>
    /// <param name="title">The headline as published.</param>
    /// <param name="outlet">The outlet's name, which many headlines end with.</param>
    /// <param name="text">The whole text.</param>
    /// <param name="findings">What it says.</param>
    public static ReportFingerprint Of(
        long article, string url, DateTimeOffset time, string title, string outlet, string text, IEnumerable<Finding> findings) => new(
            article,
            Story: 0,
            url,
            time,
            string.Join(' ', Tokens.Of(WithoutOutlet(title, outlet))),
            [.. findings.Select(ClaimKey.Of).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            TextSketch.Of(text));

    private static string WithoutOutlet(string title, string outlet)
    {
        if (outlet.Length == 0 || !title.TrimEnd().EndsWith(outlet, StringComparison.OrdinalIgnoreCase))
            return title;
        var rest = title.TrimEnd()[..^outlet.Length].TrimEnd();
        return rest.Length > 0 && rest[^1] is '-' or '|' or '–' or '—' or '·' or ':' ? rest[..^1] : title;
    }
}
