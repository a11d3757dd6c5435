using System.Collections.Immutable;
using NewsMonitor.Matches;
using NewsMonitor.Revisions;
using NewsMonitor.Subscriptions;

namespace NewsMonitor.Digests;

/// <summary>Everything a digest is composed from, read from the store in one transaction.</summary>
/// <param name="Name">See <see cref="Digest.Name"/>.</param>
/// <param name="Window">What the digest covers.</param>
/// <param name="Zone">The IANA zone to tell days and times in.</param>
/// <param name="Topics">The ids of the topics that are watched, in the order of the sections.</param>
/// <param name="Reports">The matches saved within the window, and those told before that claim more since their publishers changed them; with their text.</param>
/// <param name="Earlier">The matches saved before the window that belong to a story of <paramref name="Reports"/>, as they were told.</param>
/// <param name="Feeds">All subscriptions.</param>
/// <param name="Reading">What was read within the window.</param>
/// <param name="Past">The digests before this one, in any order; only the last 13 days are looked at.</param>
/// <param name="ProgramVersion">The program's version.</param>
/// <param name="RulesVersion">The version of the detection rules.</param>
/// <param name="ReportUrl">Where readers can open the full report, or null.</param>
internal sealed record DigestMaterial(
    string Name,
    DigestWindow Window,
    string Zone,
    ImmutableArray<string> Topics,
    ImmutableArray<StoredMatch> Reports,
    ImmutableArray<Match> Earlier,
    ImmutableArray<FeedStatus> Feeds,
    ReadingTally Reading,
    ImmutableArray<PastDigest> Past,
    string ProgramVersion,
    string RulesVersion,
    string? ReportUrl)
{
    /// <summary>The local day it is the digest of; null for that of its freeze.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>What publishers changed since of what was told, oldest match first.</summary>
    public ImmutableArray<Correction> Corrections { get; init; } = [];
}

/// <summary>What was read within a window.</summary>
internal sealed record ReadingTally(int ArticlesRead, ImmutableArray<Tally> PagesWithoutText, ImmutableArray<Tally> LanguagesWithoutRules);

/// <summary>What a trend needs of an earlier digest.</summary>
/// <param name="Date">Its day.</param>
/// <param name="NewStories">New stories by topic id; a topic that is missing had none.</param>
internal sealed record PastDigest(DateOnly Date, ImmutableDictionary<string, int> NewStories)
{
    public static PastDigest Of(Digest digest) =>
        new(digest.Date, digest.Topics.ToImmutableDictionary(section => section.Topic, section => section.Counts.New, StringComparer.Ordinal));
}
