using NewsMonitor.Detection;
using NewsMonitor.Matches;

namespace NewsMonitor.Revisions;

/// <summary>What a publisher did to a sentence that proved a claim.</summary>
internal enum CorrectionKind
{
    /// <summary>The report still makes the claim, in another sentence than the one that was told.</summary>
    Reworded,

    /// <summary>Where the claim stood, the report makes another one: denied where it was affirmed, another region, another kind.</summary>
    Changed,

    /// <summary>The report does not make the claim any more.</summary>
    Withdrawn,
}

/// <summary>A claim that was told and that its report does not prove any more, or not in the same words.</summary>
/// <param name="Article">The match.</param>
/// <param name="Kind">What happened to it.</param>
/// <param name="Claim">The finding as it was told.</param>
/// <param name="Before">The sentence that proved it: verbatim from the version that was told.</param>
/// <param name="After">The sentence that stands in its place, verbatim from the newest version; null where nothing does.</param>
/// <param name="Now">The claim that is made there now, for <see cref="CorrectionKind.Reworded"/> and <see cref="CorrectionKind.Changed"/>; null where it is withdrawn.</param>
/// <param name="At">When the monitor saw the change, UTC.</param>
internal sealed record Correction(long Article, CorrectionKind Kind, Finding Claim, string Before, string? After, Finding? Now, DateTimeOffset At);

/// <summary>A match that its publisher has changed.</summary>
/// <param name="Told">As it was.</param>
/// <param name="Now">As it is; without findings where it makes no claim any more.</param>
/// <param name="At">When the monitor saw the change, UTC.</param>
internal sealed record RevisedMatch(StoredMatch Told, StoredMatch Now, DateTimeOffset At);
