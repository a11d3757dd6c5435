using System.Collections.Immutable;
using NewsMonitor.Detection;
using NewsMonitor.Matches;
using NewsMonitor.Subscriptions;
using NewsMonitor.Text.Dates;

namespace NewsMonitor.Digests;

/// <summary>
/// What one digest tells, frozen: every rendering and every channel is made from this value and from nothing else. Stored as its JSON form
/// (<see cref="DigestJson"/>) and read back equal.
/// </summary>
/// <param name="Name">The name it is filed under: its day, <c>2026-11-24</c>, with <c>-2</c>, <c>-3</c> for further digests of one day.</param>
/// <param name="Date">The local day it is the digest of: that of its slot in the schedule, else that of its freeze.</param>
/// <param name="Zone">The IANA zone its days and times are told in.</param>
/// <param name="Window">What it covers.</param>
/// <param name="Counts">Of what is listed in <paramref name="Topics"/>, a story under two topics counted once.</param>
/// <param name="Topics">A section a topic, also for a topic without stories.</param>
/// <param name="Coverage">What was read, and what could not be.</param>
/// <param name="Notes">What a reader must know of the digest itself, such as a report left out because its quote could not be verified.</param>
/// <param name="ProgramVersion">The program that composed it.</param>
/// <param name="RulesVersion">The detection rules that were in force.</param>
/// <param name="ReportUrl">Where the full report can be opened, or null where the monitor has no address that readers can reach.</param>
internal sealed record Digest(
    string Name,
    DateOnly Date,
    string Zone,
    DigestWindow Window,
    DigestCounts Counts,
    ImmutableArray<TopicSection> Topics,
    Coverage Coverage,
    ImmutableArray<string> Notes,
    string ProgramVersion,
    string RulesVersion,
    string? ReportUrl);

/// <summary>Counts of the stories and reports that are listed.</summary>
/// <param name="New">Stories told for the first time.</param>
/// <param name="Updated">Known stories with a claim that is new in them.</param>
/// <param name="Repeated">Known stories with further reports and no new claim.</param>
/// <param name="Reports">Articles of the window that are told as sources.</param>
internal sealed record DigestCounts(int New, int Updated, int Repeated, int Reports)
{
    /// <summary>All stories.</summary>
    public int Stories() => New + Updated + Repeated;
}

/// <summary>What is told of one topic.</summary>
/// <param name="Topic">The topic's id.</param>
/// <param name="Counts">Of <paramref name="Stories"/>.</param>
/// <param name="Trend">New stories a digest, against the days before.</param>
/// <param name="Stories">New, then updated, then repeated; in each the most reported first.</param>
internal sealed record TopicSection(string Topic, DigestCounts Counts, Trend Trend, ImmutableArray<StoryEntry> Stories);

/// <summary>New stories of a topic a day.</summary>
/// <param name="Days">Oldest first, at most 14, the digest's own day last.</param>
internal sealed record Trend(ImmutableArray<int> Days)
{
    /// <summary>The day before's count, or null on the first day.</summary>
    public int? DayBefore() => Days.Length > 1 ? Days[^2] : null;

    /// <summary>The mean of up to seven days before this one, or null on the first day.</summary>
    public double? WeekMean() => Days.Length > 1 ? Days[..^1].TakeLast(7).Average() : null;
}

/// <summary>Whether a story is told for the first time.</summary>
internal enum StoryStatus
{
    New,
    Updated,
    Repeated,
}

/// <summary>A story under one topic.</summary>
/// <param name="Story">The story's number in the store.</param>
/// <param name="Status">What it is to a reader of the earlier digests.</param>
/// <param name="Headline">The headline of the first report, as published.</param>
/// <param name="Language">The headline's language, ISO 639-1, or null.</param>
/// <param name="FirstSeen">When the monitor first saw the story.</param>
/// <param name="FirstSeenBy">The outlet it saw it at.</param>
/// <param name="Claims">What the window's reports say of the topic: claims new in the story first, each claim once.</param>
/// <param name="Sources">The window's reports, earliest first; never empty.</param>
/// <param name="EarlierReports">How many reports were told in digests before.</param>
internal sealed record StoryEntry(
    long Story,
    StoryStatus Status,
    string Headline,
    string? Language,
    DateTimeOffset FirstSeen,
    string FirstSeenBy,
    ImmutableArray<ClaimEntry> Claims,
    ImmutableArray<StorySource> Sources,
    int EarlierReports);

/// <summary>One claim, with the sentence that proves it.</summary>
/// <param name="Words">The attributes as a sentence, see <see cref="FindingWords"/>.</param>
/// <param name="IsNew">Whether the story did not say it before.</param>
/// <param name="Finding">The finding that is quoted.</param>
/// <param name="Excerpt">The quote: a verbatim part of the source's stored text or title.</param>
/// <param name="Source">The report quoted: an <see cref="StorySource.Article"/> of the story's sources.</param>
/// <param name="Reports">How many of the window's reports say it, the quoted one included.</param>
internal sealed record ClaimEntry(string Words, bool IsNew, Finding Finding, Excerpt Excerpt, long Source, int Reports);

/// <summary>A report that a story rests on.</summary>
/// <param name="Article">The article's number in the store.</param>
internal sealed record StorySource(
    long Article,
    string Outlet,
    string Title,
    string Url,
    string? Language,
    ImmutableArray<string> Authors,
    PublicationTime? Published,
    DateTimeOffset FirstSeen,
    TextSource TextSource,
    string? Note);

/// <summary>What was read in the window, and what could not be: blind spots are told, not hidden.</summary>
/// <param name="ArticlesRead">Articles whose text was had.</param>
/// <param name="PagesWithoutText">Pages whose text could not be had, by reason.</param>
/// <param name="LanguagesWithoutRules">Articles in languages that no rules exist for, by language.</param>
/// <param name="Feeds">How the subscriptions fared at the freeze.</param>
/// <param name="Trouble">The feeds that are down, those never read first.</param>
internal sealed record Coverage(
    int ArticlesRead,
    ImmutableArray<Tally> PagesWithoutText,
    ImmutableArray<Tally> LanguagesWithoutRules,
    FeedTally Feeds,
    ImmutableArray<FeedTrouble> Trouble);

/// <summary>How many, of what.</summary>
internal sealed record Tally(string What, int Count);

/// <summary>Feeds by how they fare. A feed counts as down when it is gone for good, has never been read, or failed three times in a row.</summary>
internal sealed record FeedTally(int Ok, int Down, int Waiting);

/// <summary>A feed that is down.</summary>
internal sealed record FeedTrouble(string Url, string? Title, FeedState State, string? Reason, DateTimeOffset? LastSuccess, int ConsecutiveFailures);
