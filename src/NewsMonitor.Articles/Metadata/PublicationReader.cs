using System.Globalization;
using System.Text.RegularExpressions;
using NewsMonitor.Articles.Pages;
using NewsMonitor.Text.Dates;

namespace NewsMonitor.Articles.Metadata;

/// <summary>
/// When a page says it was published and changed: what it declares, checked against what it shows, never a guess. What is shown at the headline outranks a
/// declaration that only repeats the last change.
/// </summary>
internal static partial class PublicationReader
{
    private static readonly string[] PublishedMetas =
    [
        "article:published_time", "og:article:published_time", "article:published", "og:published_time", "datePublished", "publishdate", "publish-date", "publish_date", "publishedDate",
        "published_at", "published", "parsely-pub-date", "sailthru.date", "cXenseParse:recs:publishtime", "cXenseParse:publishtime", "article.published", "article_date_original",
        "originalPublicationDate", "pubdate", "pub_date", "PublicationDate", "DC.date.issued", "dcterms.created", "dcterms.date", "DC.Date.created", "DC.date", "dcterms.issued", "dateCreated",
        "citation_publication_date", "citation_date", "bt:pubDate", "rnews:datePublished", "date_published", "article:created", "created", "date", "search.date", "analyticsAttributes.articleDate",
        "iso-8601-publish-date", "ptime", "apub:time", "weibo:article:create_at", "publication_date", "release_date", "og:pubdate", "pdate", "newsdate",
    ];

    private static readonly string[] ModifiedMetas =
    [
        "article:modified_time", "og:article:modified_time", "og:updated_time", "dateModified", "article:modified", "lastmod", "last-modified", "last_updated_date", "dcterms.modified", "DC.date.modified", "revision_date",
        "cXenseParse:modifiedtime", "utime", "mtime", "weibo:article:update_at", "updated", "moddate", "article:updated", "article.updated",
    ];

    /// <summary>The times of a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="declared">Its JSON-LD.</param>
    /// <param name="url">Its address, which often carries the day.</param>
    /// <param name="place">Where the article stands on it.</param>
    /// <param name="order">In which order it writes numbers.</param>
    public static (PublicationTime? Published, PublicationTime? Modified) Read(PageOutline page, JsonLd declared, CanonicalUrl? url, Placement place, DateOrder order)
    {
        var stated = Times([.. declared.PublishedTimes, .. PublishedMetas.Select(name => page.Facts.Meta(name))], order);
        var changes = Times([declared.Modified, .. ModifiedMetas.Select(name => page.Facts.Meta(name))], order);
        var dates = ShownDates.Find(page, place, order);
        var shown = dates.FindAll(date => date.Meaning != DateMeaning.Changed);
        var shownChange = dates.Find(date => date.Meaning == DateMeaning.Changed && date.Strength >= ShownDate.Likely);

        WrittenDate[] clocks = [.. stated, .. shown.Where(date => date.Strength >= ShownDate.Likely).Select(date => date.Written)];
        var modified = changes.Count > 0 ? LocalClock.Complete(changes[0], [.. clocks, .. changes]) : shownChange?.Written.ToPublicationTime();
        var published = Choose(stated, changes, dates, FromUrl(url)) is { } chosen ? LocalClock.Complete(chosen, clocks) : modified; // Where only a change is dated, that is the text's date.
        return (published, modified);
    }

    private static List<WrittenDate> Times(ReadOnlySpan<string?> texts, DateOrder order)
    {
        var times = new List<WrittenDate>();
        foreach (var text in texts)
        {
            if (MachineDate.Read(text, order) is { } time) times.Add(time);
        }
        return times;
    }

    private static WrittenDate? Choose(List<WrittenDate> stated, List<WrittenDate> changes, List<ShownDate> dates, DateOnly? inUrl)
    {
        var shown = dates.FindAll(date => date.Meaning != DateMeaning.Changed);
        var best = shown.Find(date => date.Strength >= ShownDate.Sure);
        if (stated.Count == 0)
        {
            if (best is not null) return best.Written;
            if (inUrl is { } day) return OnDay(day);
            var change = dates.Find(date => date.Meaning == DateMeaning.Changed && date.Strength >= ShownDate.Sure);
            return (change ?? shown.Find(date => date.Strength >= ShownDate.Likely))?.Written;
        }
        var first = stated[0];
        if (inUrl is { } named && stated.Find(time => time.Date == named) is { Date.Year: > 1 } addressed && !IsNear(addressed, first)) return addressed;
        var confirmed = stated.Find(time => shown.Exists(date => date.Strength >= ShownDate.Sure && IsSameDay(time, date.Written)));
        if (confirmed.Date.Year > 1 && (IsNear(confirmed, first) ? IsMidnight(first) : !changes.Exists(change => change.Date == confirmed.Date))) return confirmed;
        if (best is null) return first;
        var repeatsChange = changes.Exists(change => change.Date == first.Date && change.Time == first.Time);
        if (best.Written.Date >= first.Date || IsNear(first, best.Written)) return first; // A later day is a change, one earlier by a day another zone's.
        var unanimous = shown.TrueForAll(date => date.Strength < ShownDate.Sure || date.Written.Date == best.Written.Date);
        return unanimous && (repeatsChange || best.Meaning == DateMeaning.Published) ? best.Written : first;
    }

    /// <summary>Whether two statements can be of one day somewhere on Earth.</summary>
    private static bool IsSameDay(WrittenDate one, WrittenDate other) => one.Date == other.Date || (LocalClock.Between(one, other) is not null);

    private static bool IsNear(WrittenDate one, WrittenDate other) => Math.Abs(one.Date.DayNumber - other.Date.DayNumber) <= 1;

    /// <summary>Whether a time is only how a program writes a day.</summary>
    private static bool IsMidnight(WrittenDate date) => date.Time is null || date.Time == TimeOnly.MinValue;

    private static WrittenDate OnDay(DateOnly day) => new(day, DatePrecision.Day, null, WrittenZone.Missing, null, InKorean: false);

    private static DateOnly? FromUrl(CanonicalUrl? address)
    {
        if (address is null) return null;
        var path = address.ToUri().AbsolutePath;
        var match = DayInPath().Match(path);
        if (!match.Success) match = CompactDayInPath().Match(path);
        if (!match.Success) return null;
        var (year, month, day) = (Number(match.Groups["year"]), Number(match.Groups["month"]), Number(match.Groups["day"]));
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return null;
        return new DateOnly(year, month, day) is var date && MachineDate.IsPlausible(date) ? date : null;
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![0-9])(?<year>199[0-9]|20[0-9][0-9])[/_.-](?<month>[01]?[0-9])[/_.-](?<day>[0-3]?[0-9])(?![0-9])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DayInPath();

    [GeneratedRegex(@"(?<![0-9a-z])(?<year>20[0-4][0-9])(?<month>[01][0-9])(?<day>[0-3][0-9])(?![0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CompactDayInPath();
}
