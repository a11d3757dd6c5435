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

    /// <summary>The page was taken down.</summary>
    Vanished,
}

/// <summary>A claim that was told and that its report does not prove any more, or not in the same words.</summary>
/// <param name="Article">The match.</param>
/// <param name="Kind">What happened to it.</param>
/// <param name="Claim">The finding as it was told.</param>
/// <param name="Before">The sentence that proved it: verbatim from the version that was told.</param>
/// <param name="After">The sentence that stands in its place, verbatim from the newest version; null where nothing does.</param>
/// <param name="Now">The claim that is made there now, for <see cref="CorrectionKind.Reworded"/> and <see cref="CorrectionKind.Changed"/>; null for the others.</param>
/// <param name="At">When the monitor saw the change, UTC.</param>
internal sealed record Correction(long Article, CorrectionKind Kind, Finding Claim, string Before, string? After, Finding? Now, DateTimeOffset At);

/// <summary>A match that was told and that its publisher has changed or taken down since.</summary>
/// <param name="Told">As it was when it was last told.</param>
/// <param name="Now">As it is; without findings where it makes no claim any more.</param>
/// <param name="Vanished">Whether its page was taken down.</param>
/// <param name="At">When the monitor saw the last change, UTC.</param>
internal sealed record RevisedMatch(StoredMatch Told, StoredMatch Now, bool Vanished, DateTimeOffset At)
{
    /// <summary>Whether it makes a claim now that it did not make when it was told.</summary>
    public bool ClaimsMore()
    {
        var told = Told.Match.Findings.Select(ClaimKey.Of).ToHashSet(StringComparer.Ordinal);
        return Now.Match.Findings.Any(finding => !told.Contains(ClaimKey.Of(finding)));
    }
}
