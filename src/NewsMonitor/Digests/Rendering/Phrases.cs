using System.Globalization;
using NewsMonitor.Detection;
using NewsMonitor.Display;
using NewsMonitor.Matches;
using NewsMonitor.Stories.Claims;
using NewsMonitor.Subscriptions;

namespace NewsMonitor.Digests.Rendering;

/// <summary>The sentences that every rendering of a digest shares, unescaped, so that no two of them disagree.</summary>
internal sealed class Phrases(Digest digest)
{
    private readonly DigestTime time = new(digest);

    /// <summary>"Tuesday 24 November 2026", and how many days where it is more than one.</summary>
    public string Title() => time.Days == 1 ? time.LongDay() : $"{time.LongDay()}, covers {time.DayLabel()}";

    public string Window() => time.WindowLabel();

    /// <summary>"214 articles read; 12 reports in 7 stories; 41 sources ok, 2 down; rules 0.1.0".</summary>
    public string Facts()
    {
        var feeds = digest.Coverage.Feeds;
        var waiting = feeds.Waiting > 0 ? $", {Number(feeds.Waiting)} not polled yet" : "";
        var corrections = digest.Counts.Corrected > 0 ? $", {Count(digest.Counts.Corrected, "correction")}" : "";
        return $"{Count(digest.Coverage.ArticlesRead, "article")} read; {Count(digest.Counts.Reports, "report")} in {Count(digest.Counts.Stories(), "story", "stories")}{corrections}; "
            + $"{Count(feeds.Ok, "source")} ok, {Number(feeds.Down)} down{waiting}; rules {digest.RulesVersion}";
    }

    /// <summary>The one line of an empty day.</summary>
    public string Nothing() =>
        $"No new reports: {Count(digest.Coverage.ArticlesRead, "article")} read, {Count(digest.Coverage.Feeds.Ok, "source")} ok, {Number(digest.Coverage.Feeds.Down)} down.";

    public static string Status(StoryStatus status) => status switch
    {
        StoryStatus.New => "NEW",
        StoryStatus.Updated => "UPDATED",
        _ => "REPEATED",
    };

    public static string Status(ClaimStatus status) => status switch
    {
        ClaimStatus.New => "NEW",
        ClaimStatus.Updated => "UPDATED",
        ClaimStatus.Corrected => "CORRECTED",
        _ => "REPEATED",
    };

    public static string Status(CorrectionEntry correction) => correction.After is null ? "WITHDRAWN" : "CORRECTED";

    /// <summary>What a correction says of the sentence that stands now.</summary>
    public static string Now(CorrectionEntry correction) => correction.After is null ? "Now: the sentence is gone, and nothing stands in its place." : "Now:";

    /// <summary>"Changed in the article; seen 23 Nov 10:00".</summary>
    public string Changed(CorrectionEntry correction) => $"{Sentence(correction.Because)}; seen {time.Moment(correction.At)}";

    /// <summary>The headline on one line; the first claim in words where the story has none.</summary>
    public static string Headline(StoryEntry story) => SafeText.Line(story.Headline, width: 200) is { Length: > 0 } headline ? headline : story.Claims[0].Words;

    /// <summary>"Yonhap, Kim Min-ji, published 23 Nov 10:00, first seen 23 Nov 10:12".</summary>
    public string Attribution(StorySource source)
    {
        var outlet = SafeText.Line(source.Outlet, width: 60);
        var authors = SafeText.Line(string.Join(", ", source.Authors.Take(3)), width: 80);
        return $"{outlet}{(authors.Length > 0 ? ", " + authors : "")}, {Times(source)}";
    }

    /// <summary>"published 23 Nov 10:00, first seen 23 Nov 10:12", with what a reader must know of the text.</summary>
    public string Times(StorySource source)
    {
        var published = source.Published is null ? "date unknown" : "published " + time.Moment(source.Published);
        var read = source.TextSource switch
        {
            TextSource.Feed => ", read from the feed's summary",
            TextSource.Seed => ", from a seed file",
            _ => "",
        };
        var note = source.Note is { Length: > 0 } said ? $" ({SafeText.Line(said, width: 120)})" : "";
        return $"{published}, first seen {time.Moment(source.FirstSeen)}{read}{note}";
    }

    /// <summary>Why a claim has its status: "Updated: new quantity: up to 6,000 soldiers".</summary>
    public static string Because(ClaimEntry claim) => $"{Sentence(Status(claim.Status).ToLowerInvariant())}: {SafeText.Line(claim.Because, width: 200)}";

    /// <summary>"said by 11 reports, 9 of them copies", or null where one alone says it.</summary>
    public static string? Said(ClaimEntry claim) =>
        claim.Reports == 1 ? null : $"said by {Count(claim.Reports, "report")}{(claim.Copies > 0 ? $", {Number(claim.Copies)} of them {(claim.Copies == 1 ? "a copy" : "copies")}" : "")}";

    /// <summary>"Also reported by 11 (9 copies of Yonhap)".</summary>
    public static string AlsoReported(IReadOnlyCollection<StorySource> sources)
    {
        var copies = sources.Where(source => source.CopyOf is not null)
            .GroupBy(source => source.CopyOfOutlet is { Length: > 0 } outlet ? SafeText.Line(outlet, width: 60) : "an earlier report", StringComparer.Ordinal)
            .OrderByDescending(copies => copies.Count())
            .Select(copies => $"{Count(copies.Count(), "copy", "copies")} of {copies.Key}")
            .ToArray();
        return $"Also reported by {Number(sources.Count)}{(copies.Length > 0 ? $" ({string.Join(", ", copies)})" : "")}";
    }

    /// <summary>Why it matched: "affirmed; rule x; confidence 0.93; CAMEO 074; in 3 sentences".</summary>
    public static string Why(Finding finding)
    {
        var cameo = finding.Cameo is null ? "" : $"; CAMEO {finding.Cameo}";
        var mentions = finding.Mentions > 1 ? $"; in {Number(finding.Mentions)} sentences" : "";
        return $"{finding.Stance.Word()}; rule {finding.Rule}; confidence {finding.Confidence.ToString("0.00", CultureInfo.InvariantCulture)}{cameo}{mentions}";
    }

    /// <summary>"first seen 21 Nov 08:00 at Yonhap; 4 reports told before", or null where there is nothing to say beyond the sources.</summary>
    public string History(StoryEntry story)
    {
        var before = story.EarlierReports > 0 ? $"; {Count(story.EarlierReports, "report")} told before" : "";
        return $"First seen {time.Moment(story.FirstSeen)} at {SafeText.Line(story.FirstSeenBy, width: 60)}{before}";
    }

    /// <summary>"3 more reports" of a known story, for its one line.</summary>
    public static string Further(StoryEntry story) => Count(story.Sources.Length, "more report");

    /// <summary>Whether there is anything to see at a glance: something is told, or there are days before to compare with.</summary>
    public bool HasGlance() => digest.Counts.Any() || digest.Topics.Any(section => section.Trend.Days.Length > 1);

    /// <summary>The columns of the table at a glance.</summary>
    public static IReadOnlyList<(string Name, int Count)> Columns(DigestCounts counts) =>
        [("new", counts.New), ("updated", counts.Updated), ("repeated", counts.Repeated), ("corrected", counts.Corrected)];

    /// <summary>"3 new, 1 updated, 2 repeated, 1 corrected"; what there is none of is not named.</summary>
    public static string Counts(DigestCounts counts) =>
        counts.Any() ? string.Join(", ", Columns(counts).Where(column => column.Count > 0).Select(column => $"{Number(column.Count)} {column.Name}")) : "nothing new";

    /// <summary>"2 new the day before; mean of the 7 days before 3.3", or null on the first day.</summary>
    public static string? Comparison(Trend trend)
    {
        if (trend.DayBefore() is not { } before || trend.WeekMean() is not { } mean)
            return null;
        var days = Math.Min(7, trend.Days.Length - 1);
        var average = days > 1 ? $"; mean of the {Number(days)} days before {mean.ToString("0.#", CultureInfo.InvariantCulture)}" : "";
        return $"{Number(before)} new the day before{average}";
    }

    /// <summary>The feeds that something is wrong with, those with one reason together: "2 sources unreachable", the reason with the mend, then their names.</summary>
    public IReadOnlyList<(string Count, string Reason, IReadOnlyList<string> Feeds)> Trouble() =>
    [
        .. digest.Coverage.Trouble
            .GroupBy(trouble => (What: What(trouble), Reason: Reason(trouble)))
            .OrderByDescending(group => group.Count())
            .Select(group => ($"{Count(group.Count(), "source")} {group.Key.What}", group.Key.Reason, (IReadOnlyList<string>)[.. group.Select(Feed)])),
    ];

    /// <summary>"Wire: recovered after 3 h: was unreachable".</summary>
    public IReadOnlyList<string> Recovered() =>
    [
        .. digest.Coverage.Recovered.Select(feed =>
            $"{SafeText.Line(feed.Title is { Length: > 0 } title ? title : feed.Url, width: 80)}: {TroubleWords.Words(new Recovery(feed.From, feed.Since, feed.At))}"),
    ];

    /// <summary>Whether anything is to be told of what was not read, or is read again.</summary>
    public bool HasBlindSpots() => digest.Coverage is not { Trouble: [], Recovered: [], PagesWithoutText: [], LanguagesWithoutRules: [] } || digest.Notes.Length > 0;

    /// <summary>"consent wall: 3".</summary>
    public static string Line(Tally tally) => $"{SafeText.Line(tally.What, width: 80)}: {Number(tally.Count)}";

    public static string Count(int count, string one) => Count(count, one, one + "s");

    public static string Count(int count, string one, string many) => $"{Number(count)} {(count == 1 ? one : many)}";

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Sentence(string words) => SafeText.Line(words, width: 200) is { Length: > 0 } line ? char.ToUpperInvariant(line[0]) + line[1..] : "";

    private static string What(FeedTrouble trouble) => trouble.Kind is { } kind ? TroubleWords.Word(kind) : "down";

    private static string Reason(FeedTrouble trouble)
    {
        var reason = trouble.Reason is { Length: > 0 } said ? SafeText.Line(said, width: 160) : "no reason known";
        reason = trouble.State == FeedState.Parked ? $"{reason}; not polled any more" : reason;
        return trouble.Mend is { } mend ? $"{reason.TrimEnd('.')}. {mend.TrimEnd('.')}" : reason;
    }

    private string Feed(FeedTrouble trouble)
    {
        var name = SafeText.Line(trouble.Title is { Length: > 0 } title ? title : trouble.Url, width: 80);
        var read = trouble.LastSuccess is { } success ? $"last read {time.Moment(success)}" : "never read";
        return trouble.Since is { } since ? $"{name} (since {time.Moment(since)}, {read})" : $"{name} ({read})";
    }
}
