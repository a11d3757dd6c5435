using System.Globalization;
using System.Text.RegularExpressions;
using NewsMonitor.Articles.Pages;
using NewsMonitor.Text.Dates;

namespace NewsMonitor.Articles.Metadata;

/// <summary>When a page says it was published and changed: the most reliable declaration that can be read, never a guess.</summary>
internal static partial class PublicationReader
{
    /// <summary>A time that is farther from the headline than this many blocks is another article's.</summary>
    private const int Reach = 25;

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
        string?[] declarations = [declared.Published, .. PublishedMetas.Select(name => page.Facts.Meta(name))];
        var shown = Shown(page, headline);
        var published = First(declarations) is { } first
            ? Refined(first, declarations.Select(Read).OfType<PublicationTime>().Concat(shown))
            : shown.Count > 0 ? Refined(shown[0], shown) : FromUrl(url) ?? FromText(page, headline) ?? modified; // Where only a change is dated, that is the text's date.
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

    /// <summary>
    /// A day alone becomes an instant where another statement of the same day has one, and an instant in UTC takes the publisher's own offset where another
    /// statement of the same instant has it, so that the day is the day it was there.
    /// </summary>
    private static PublicationTime Refined(PublicationTime time, IEnumerable<PublicationTime> others)
    {
        foreach (var other in others)
        {
            if (other.Instant is not { } instant) continue;
            if (time.Instant is null && other.Date == time.Date) return other;
            if (time.Offset == TimeSpan.Zero && other.Offset != TimeSpan.Zero && (time.Instant!.Value - instant).Duration() <= TimeSpan.FromMinutes(1)) return other;
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

    /// <summary>The times that elements near the headline show, the likeliest to be that of publication first.</summary>
    private static List<PublicationTime> Shown(PageOutline page, int headline)
    {
        var shown = new List<(PublicationTime Time, int Score)>();
        foreach (var note in page.Facts.Times)
        {
            var score = Score(note, headline);
            if (score <= 0) continue;
            if ((Read(note.Machine) ?? (note.Text.Length is > 5 and < 120 ? Plausible(DateReader.Find(note.Text)) : null)) is { } time) shown.Add((time, score));
        }
        return [.. shown.OrderByDescending(candidate => candidate.Score).Select(candidate => candidate.Time)];
    }

    /// <summary>How likely an element names the time of publication; zero and less where it names another article's or another time.</summary>
    private static int Score(NamedText note, int headline)
    {
        var declares = note.Name.Contains("datePublished", StringComparison.Ordinal);
        if (IsAmongComments(note.Section)) return 0;
        if (IsChange(note.Name) || Change().IsMatch(note.Text)) return 0;
        var distance = headline < 0 ? note.Block : Math.Abs(note.Block - headline);
        if (distance > Reach && !declares) return 0;
        var score = declares ? 6 : 0;
        if (note.Name.Contains("publi", StringComparison.OrdinalIgnoreCase)) score += 2;
        if (note.Name.StartsWith("time ", StringComparison.Ordinal)) score += 1;
        return score + (headline >= 0 && note.Block < headline - 3 ? 1 : distance switch { <= 3 => 5, <= 8 => 3, _ => 2 });
    }

    private static bool IsChange(string name) =>
        !name.Contains("publi", StringComparison.OrdinalIgnoreCase) && (name.Contains("modif", StringComparison.OrdinalIgnoreCase) || name.Contains("updat", StringComparison.OrdinalIgnoreCase));

    private static bool IsAmongComments(Section section)
    {
        for (var around = section; around is not null; around = around.Parent)
        {
            if (around.Evidence.HasAny(NameEvidence.Comments)) return true;
        }
        return false;
    }

    private static PublicationTime? Plausible(PublicationTime? time) => time is { } known && IsPlausible(known.Date) ? time : null;

    /// <summary>The first date that stands alone in a line near the headline.</summary>
    private static PublicationTime? FromText(PageOutline page, int headline)
    {
        const int LongestLine = 60;
        var center = Math.Max(0, headline);
        for (var i = Math.Max(0, center - 4); i < Math.Min(page.Blocks.Length, center + 12); i++)
        {
            var block = page.Blocks[i];
            if (i == headline || block.Text.Length is < 6 or > LongestLine || IsAmongComments(block.Section) || Change().IsMatch(block.Text)) continue;
            if (Plausible(DateReader.Find(block.Text)) is { } time) return time;
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

    [GeneratedRegex(@"^\W*(?:last |zuletzt )?(?:updated?|modified|edited|aktualisiert|geändert|mis à jour|modifié|actualizado|modificado|обновлен|изменен|оновлен|змінен|更新|최종수정|수정)|©|\(c\)|copyright", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Change();

    [GeneratedRegex(@"(?<![0-9])(?<year>199[0-9]|20[0-9][0-9])[/_.-](?<month>[01]?[0-9])[/_.-](?<day>[0-3]?[0-9])(?![0-9])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DayInPath();

    [GeneratedRegex(@"(?<![0-9a-z])(?<year>20[0-4][0-9])(?<month>[01][0-9])(?<day>[0-3][0-9])(?![0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CompactDayInPath();
}
