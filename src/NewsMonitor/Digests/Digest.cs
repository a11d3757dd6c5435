using System.Collections.Immutable;
using NewsMonitor.Detection;
using NewsMonitor.Matches;
using NewsMonitor.Stories.Claims;
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
/// <param name="Corrected">Claims corrected or withdrawn since they were told.</param>
internal sealed record DigestCounts(int New, int Updated, int Repeated, int Reports, int Corrected = 0)
{
    /// <summary>All stories.</summary>
    public int Stories() => New + Updated + Repeated;

    /// <summary>Whether there is anything to tell.</summary>
    public bool Any() => Stories() + Corrected > 0;
}

/// <summary>What is told of one topic.</summary>
/// <param name="Topic">The topic's id.</param>
/// <param name="Counts">Of <paramref name="Stories"/>.</param>
/// <param name="Trend">New stories a digest, against the days before.</param>
/// <param name="Stories">New, then updated, then repeated; in each the most reported first.</param>
/// <param name="Corrections">What was told before and is so no more, by time.</param>
internal sealed record TopicSection(string Topic, DigestCounts Counts, Trend Trend, ImmutableArray<StoryEntry> Stories, ImmutableArray<CorrectionEntry> Corrections)
{
    // Digests frozen before there were corrections have none.
    public ImmutableArray<CorrectionEntry> Corrections { get; init; } = Corrections.IsDefault ? [] : Corrections;
}

/// <summary>A claim that was corrected or withdrawn since it was told.</summary>
/// <param name="Claim">The claim's number in the ledger.</param>
/// <param name="Words">Its attributes as a sentence.</param>
/// <param name="Before">The sentence as it was told.</param>
/// <param name="After">The sentence that stands now; null where the claim is gone.</param>
/// <param name="Because">Why, in one line.</param>
/// <param name="Article">The article that was changed, or that corrects.</param>
/// <param name="At">When the monitor saw it.</param>
internal sealed record CorrectionEntry(
    long Claim, string Words, string Before, string? After, string Because, long Article, string Outlet, string Title, string Url, string? Language, DateTimeOffset At);

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
/// <param name="Words">The attributes as a sentence, see <see cref="ClaimWords"/>.</param>
/// <param name="Status">What the ledger says it is to the reader.</param>
/// <param name="Because">Why the ledger says so, in one line.</param>
/// <param name="Finding">The finding that is quoted.</param>
/// <param name="Excerpt">The quote: a verbatim part of the source's stored text or title.</param>
/// <param name="Source">The report quoted: an <see cref="StorySource.Article"/> of the story's sources.</param>
/// <param name="Reports">How many of the window's reports say it, the quoted one included.</param>
/// <param name="Copies">How many of them are copies of another.</param>
internal sealed record ClaimEntry(string Words, ClaimStatus Status, string Because, Finding Finding, Excerpt Excerpt, long Source, int Reports, int Copies)
{
    /// <summary>Whether it tells the reader something: it is new, or there is something new in it.</summary>
    public bool IsNew => Status is ClaimStatus.New or ClaimStatus.Updated or ClaimStatus.Corrected;
}

/// <summary>A report that a story rests on.</summary>
/// <param name="Article">The article's number in the store.</param>
/// <param name="CopyOf">The report whose text it copies, where it does.</param>
/// <param name="CopyOfOutlet">The outlet of that report.</param>
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
    string? Note,
    long? CopyOf = null,
    string? CopyOfOutlet = null);

/// <summary>What was read in the window, and what could not be: blind spots are told, not hidden.</summary>
/// <param name="ArticlesRead">Articles whose text was had.</param>
/// <param name="PagesWithoutText">Pages whose text could not be had, by reason.</param>
/// <param name="LanguagesWithoutRules">Articles in languages that no rules exist for, by language.</param>
/// <param name="Feeds">How the subscriptions fared at the freeze.</param>
/// <param name="Trouble">The feeds that something is wrong with, those never read first.</param>
internal sealed record Coverage(
    int ArticlesRead,
    ImmutableArray<Tally> PagesWithoutText,
    ImmutableArray<Tally> LanguagesWithoutRules,
    FeedTally Feeds,
    ImmutableArray<FeedTrouble> Trouble)
{
    /// <summary>The feeds whose trouble ended within the window, the last one first.</summary>
    public ImmutableArray<FeedRecovery> Recovered { get; init; } = [];
}

/// <summary>How many, of what.</summary>
internal sealed record Tally(string What, int Count);

/// <summary>Feeds by how they fare. A feed counts as down when it is gone for good, has never been read, or failed three times in a row.</summary>
internal sealed record FeedTally(int Ok, int Down, int Waiting);

/// <summary>A feed that something is wrong with.</summary>
internal sealed record FeedTrouble(string Url, string? Title, FeedState State, string? Reason, DateTimeOffset? LastSuccess, int ConsecutiveFailures)
{
    /// <summary>What is wrong; null in digests frozen before kinds were told apart.</summary>
    public TroubleKind? Kind { get; init; }

    /// <summary>Since when.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>What can be done about it.</summary>
    public string? Mend { get; init; }
}

/// <summary>A feed whose trouble is over.</summary>
internal sealed record FeedRecovery(string Url, string? Title, TroubleKind From, DateTimeOffset Since, DateTimeOffset At);
