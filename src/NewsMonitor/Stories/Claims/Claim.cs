using System.Collections.Immutable;
using NewsMonitor.Detection;
using NewsMonitor.Matches;
using NewsMonitor.Stories.Reading;

namespace NewsMonitor.Stories.Claims;

/// <summary>A finding as the ledger keeps it: with who says so, how many, and when, where its sentence tells.</summary>
/// <param name="Finding">What is claimed.</param>
/// <param name="Claimant">Who says so: a state's code and a body, such as <c>KOR:NIS</c>, <c>RUS:foreign-ministry</c>; the code alone for a state; null where nobody is named.</param>
/// <param name="Quantities">The numbers of its sentence that count something, in order.</param>
/// <param name="Period">The day its sentence names, or null.</param>
internal sealed record Claim(Finding Finding, string? Claimant, ImmutableArray<Quantity> Quantities, DateOnly? Period)
{
    /// <summary>What makes two claims the same, apart from claimant, quantity and period.</summary>
    public string Key => ClaimKey.Of(Finding);

    /// <summary>
    /// Whether it claims a lasting state of affairs and no single event: who recognizes what. Such a claim is one, whatever story tells it again.
    /// </summary>
    public bool IsStanding => Finding.Recognizer is not null && Finding.Stance is Stance.Affirmed or Stance.Withdrawn && Finding.Kind is null;
}
