using System.Collections.Immutable;
using NewsMonitor.Matches;
using NewsMonitor.Stories.Claims;
using NewsMonitor.Stories.Reading;
using NewsMonitor.Subscriptions;

namespace NewsMonitor.Digests;

/// <summary>Everything a digest is composed from, read from the store in one transaction.</summary>
/// <param name="Name">See <see cref="Digest.Name"/>.</param>
/// <param name="Window">What the digest covers.</param>
/// <param name="Zone">The IANA zone to tell days and times in.</param>
/// <param name="Topics">The ids of the topics that are watched, in the order of the sections.</param>
/// <param name="Reports">The matches saved within the window, with their text.</param>
/// <param name="Earlier">The matches saved before the window that belong to a story of <paramref name="Reports"/>.</param>
/// <param name="Ledger">What the ledger says of the reports and of earlier ones.</param>
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
    LedgerExtract Ledger,
    ImmutableArray<FeedStatus> Feeds,
    ReadingTally Reading,
    ImmutableArray<PastDigest> Past,
    string ProgramVersion,
    string RulesVersion,
    string? ReportUrl)
{
    /// <summary>The local day it is the digest of; null for that of its freeze.</summary>
    public DateOnly? Day { get; init; }
}

/// <summary>What the ledger says of a window.</summary>
/// <param name="Entries">What each claim of its reports is to the reader.</param>
/// <param name="Copies">The reports of the window that are copies, each with its original.</param>
/// <param name="Corrections">What was corrected or withdrawn within it.</param>
internal sealed record LedgerExtract(
    ImmutableArray<EnteredClaim> Entries, ImmutableDictionary<long, long> Copies, ImmutableArray<CorrectedClaim> Corrections)
{
    /// <summary>Nothing entered.</summary>
    public static LedgerExtract Empty { get; } = new([], ImmutableDictionary<long, long>.Empty, []);
}

/// <summary>One claim of one report as the ledger entered it.</summary>
/// <param name="Key">See <see cref="ClaimKey"/>.</param>
internal sealed record EnteredClaim(long Article, string Key, ClaimStatus Status, string Because, string? Claimant, Quantity? Quantity);

/// <summary>A claim corrected or withdrawn.</summary>
/// <param name="Versions">The titles and texts, of now and of before, that its sentences are checked against.</param>
internal sealed record CorrectedClaim(CorrectionEntry Entry, string Topic, ImmutableArray<string> Versions)
{
    /// <summary>Whether both sentences stand in a version to the letter.</summary>
    public bool IsProven() => Stands(Entry.Before) && (Entry.After is null || Stands(Entry.After));

    private bool Stands(string sentence) => sentence.Length > 0 && Versions.Any(version => version.Contains(sentence, StringComparison.Ordinal));
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
