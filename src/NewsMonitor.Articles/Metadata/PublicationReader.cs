using System.Globalization;
using System.Text.RegularExpressions;
using NewsMonitor.Articles.Pages;
using NewsMonitor.Text.Dates;

namespace NewsMonitor.Articles.Metadata;

/// <summary>When a page says it was published and changed: the most reliable declaration that can be read, never a guess.</summary>
internal static partial class PublicationReader
{
    private static readonly DateOnly Earliest = new(1990, 1, 1);

    private static readonly string[] PublishedMetas =
    [
        "article:published_time", "og:article:published_time", "article:published", "og:published_time", "datePublished", "datepublished", "publishdate", "publish-date", "publish_date", "publishedDate",
        "published_at", "published", "parsely-pub-date", "sailthru.date", "cXenseParse:recs:publishtime", "cXenseParse:publishtime", "article.published", "article_date_original",
        "originalPublicationDate", "pubdate", "pub_date", "PublicationDate", "DC.date.issued", "dcterms.created", "dcterms.date", "DC.Date.created", "DC.date", "dcterms.issued", "dateCreated",
        "citation_publication_date", "citation_date", "bt:pubDate", "rnews:datePublished", "date_published", "OriginalPublicationDate", "article:created", "created", "date", "search.date", "analyticsAttributes.articleDate",
        "iso-8601-publish-date", "ptime", "apub:time", "weibo:article:create_at", "publication_date", "release_date", "og:pubdate", "pdate", "newsdate",
    ];

    private static readonly string[] ModifiedMetas =
    [
        "article:modified_time", "og:article:modified_time", "og:updated_time", "dateModified", "article:modified", "lastmod", "last-modified", "last_updated_date", "dcterms.modified", "DC.date.modified", "revision_date",
        "cXenseParse:modifiedtime", "utime", "mtime", "weibo:article:update_at", "updated", "moddate", "article:updated", "article.updated",
    ];

    /// <summary>The declared times of a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="declared">Its JSON-LD.</param>
    /// <param name="url">Its address, which often carries the day.</param>
    /// <param name="headline">Index of the block with the headline, or −1.</param>
    public static (PublicationTime? Published, PublicationTime? Modified) Read(PageOutline page, JsonLd declared, CanonicalUrl? url, int headline)
    {
        var modified = First([declared.Modified, .. ModifiedMetas.Select(name => page.Facts.Meta(name))]);
        var published = First([declared.Published, .. PublishedMetas.Select(name => page.Facts.Meta(name))]);
        published = published is null ? null : Sharpened(published.Value, PublishedMetas.Select(name => page.Facts.Meta(name)).Append(declared.Published));

        var visible = FromElements(page, headline);
        if (published is null) published = visible;
        else if (visible is not null) published = Sharpened(published.Value, [visible.Value.ToString()]);

        if (published is null) published = FromUrl(url) ?? FromText(page, headline) ?? modified;
        return (published, modified);
    }

    private static PublicationTime? First(IEnumerable<string?> texts)
    {
        foreach (var text in texts)
        {
            if (Read(text) is { } time) return time;
        }
        return null;
    }

    /// <summary>A day alone becomes an instant where another declaration of the same day has one.</summary>
    private static PublicationTime Sharpened(PublicationTime time, IEnumerable<string?> others)
    {
        if (time.Instant is not null) return time;
        foreach (var other in others)
        {
            if (Read(other) is { Instant: not null } sharper && sharper.Date == time.Date) return sharper;
        }
        return time;
    }

    private static PublicationTime? Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        return (DateReader.Read(text) ?? FromUnixTime(text)) is { } time && IsPlausible(time.Date) ? time : null;
    }

    private static bool IsPlausible(DateOnly date) => date >= Earliest && date.Year < 2100;

    private static PublicationTime? FromUnixTime(string text)
    {
        if (!long.TryParse(text.AsSpan().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        if (number > 100_000_000_000) number /= 1000;
        return number is > 631_152_000 and < 4_000_000_000 ? PublicationTime.At(DateTimeOffset.FromUnixTimeSeconds(number)) : null;
    }

    private static PublicationTime? FromElements(PageOutline page, int headline)
    {
        PublicationTime? best = null;
        var bestScore = 0;
        foreach (var note in page.Facts.Times)
        {
            var time = Read(note.Machine) ?? (note.Text.Length is > 5 and < 120 ? Plausible(DateReader.Find(note.Text)) : null);
            if (time is null) continue;
            var score = Score(note, headline);
            if (best is null || score > bestScore) (best, bestScore) = (time, score);
            else if (score == bestScore && best.Value.Instant is null && time.Value.Instant is not null && time.Value.Date == best.Value.Date) best = time;
        }
        return best;
    }

    private static int Score(NamedText note, int headline)
    {
        var score = note.Name.Contains("datePublished", StringComparison.Ordinal) ? 6 : 0;
        if (note.Name.Contains("publi", StringComparison.OrdinalIgnoreCase)) score += 2;
        if (note.Name.Contains("modif", StringComparison.OrdinalIgnoreCase) || note.Name.Contains("updat", StringComparison.OrdinalIgnoreCase)) score -= 2;
        if (note.Name.StartsWith("time ", StringComparison.Ordinal)) score += 1;
        if (note.Section.Excluded) score -= 5;
        if (headline >= 0) score += Math.Abs(note.Block - headline) switch { <= 3 => 4, <= 8 => 3, <= 20 => 1, _ => -2 };
        return score;
    }

    private static PublicationTime? Plausible(PublicationTime? time) => time is { } known && IsPlausible(known.Date) ? time : null;

    private static PublicationTime? FromText(PageOutline page, int headline)
    {
        if (headline < 0) return null;
        for (var i = Math.Max(0, headline - 4); i < Math.Min(page.Blocks.Length, headline + 8); i++)
        {
            var block = page.Blocks[i];
            if (i != headline && block.Text.Length is > 5 and <= 120 && Plausible(DateReader.Find(block.Text)) is { } time) return time;
        }
        return null;
    }

    private static PublicationTime? FromUrl(CanonicalUrl? address)
    {
        if (address is null) return null;
        var path = address.ToUri().AbsolutePath;
        var match = DayInPath().Match(path);
        if (!match.Success) match = CompactDayInPath().Match(path);
        if (!match.Success) return null;
        var (year, month, day) = (Number(match.Groups["year"]), Number(match.Groups["month"]), Number(match.Groups["day"]));
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return null;
        return Plausible(PublicationTime.OnDay(new DateOnly(year, month, day)));
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![0-9])(?<year>199[0-9]|20[0-9][0-9])[/_.-](?<month>[01]?[0-9])[/_.-](?<day>[0-3]?[0-9])(?![0-9])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DayInPath();

    [GeneratedRegex(@"(?<![0-9a-z])(?<year>20[0-4][0-9])(?<month>[01][0-9])(?<day>[0-3][0-9])(?![0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CompactDayInPath();
}
