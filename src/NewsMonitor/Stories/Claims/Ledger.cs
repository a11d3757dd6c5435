using System.Collections.Immutable;
using NewsMonitor.Stories.Grouping;
using NewsMonitor.Stories.Reading;

namespace NewsMonitor.Stories.Claims;

/// <summary>What a claim is to a reader who knows all that was told before.</summary>
internal enum ClaimStatus
{
    /// <summary>Told for the first time.</summary>
    New,

    /// <summary>Known, with something new: in its story, of its quantity, of who says so.</summary>
    Updated,

    /// <summary>Known, and told otherwise than it was.</summary>
    Corrected,

    /// <summary>Known as it is.</summary>
    Repeated,
}

/// <summary>What the ledger knows of a claim: everything that its reports told.</summary>
/// <param name="Id">The claim's number.</param>
/// <param name="Key">See <see cref="Claim.Key"/>.</param>
/// <param name="Told">What each report told, in the order they came; never empty.</param>
internal sealed record KnownClaim(long Id, string Key, ImmutableArray<ToldClaim> Told);

/// <summary>What one report told of a claim.</summary>
internal sealed record ToldClaim(long Article, string Outlet, string Quote, string? Claimant, ImmutableArray<Quantity> Quantities);

/// <summary>A claim of a report, entered.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Known">The claim that it is in the ledger, or null where it is entered for the first time.</param>
/// <param name="Status">What it is to the reader.</param>
/// <param name="Because">One line for an analyst.</param>
/// <param name="Before">Where it corrects: the sentence that was told before.</param>
internal sealed record LedgerEntry(Claim Claim, long? Known, ClaimStatus Status, string Because, string? Before = null);

/// <summary>A claim of a report whose text changed.</summary>
/// <param name="Claim">The claim's number.</param>
/// <param name="Before">The sentence as it was.</param>
/// <param name="After">The sentence as it is; null where the claim is gone from the report.</param>
internal sealed record ClaimChange(long Claim, string Before, string? After);

/// <summary>The claim ledger's rules: what is new, what is known, what was corrected. Values in, values out; <c>LedgerStore</c> keeps it.</summary>
internal static class Ledger
{
    // "about 3,000" and "3,010" are one figure.
    private const double SameFigure = 0.02;

    /// <summary>Enters the claims of a report.</summary>
    /// <param name="claims">What it claims.</param>
    /// <param name="known">The claims of its story, and the standing ones of any story.</param>
    /// <param name="storyIsNew">Whether the report starts its story.</param>
    /// <param name="edge">How it joined its story; null where it starts it.</param>
    /// <param name="corrects">Whether it says that an earlier report was wrong.</param>
    public static ImmutableArray<LedgerEntry> Enter(IEnumerable<Claim> claims, IReadOnlyCollection<KnownClaim> known, bool storyIsNew, StoryEdge? edge, bool corrects) =>
        [.. claims.Select(claim => Enter(claim, known.FirstOrDefault(other => string.Equals(other.Key, claim.Key, StringComparison.Ordinal)), storyIsNew, edge, corrects))];

    /// <summary>What the change of a report's text does to the claims it had told: nothing where sentence or claim stand as they were.</summary>
    /// <param name="told">The claims it had told, each with its sentence.</param>
    /// <param name="now">What it claims now.</param>
    public static ImmutableArray<ClaimChange> Correct(IEnumerable<(long Claim, string Key, string Quote)> told, IReadOnlyCollection<Claim> now)
    {
        var changes = ImmutableArray.CreateBuilder<ClaimChange>();
        foreach (var (id, key, quote) in told)
        {
            var after = now.FirstOrDefault(claim => string.Equals(claim.Key, key, StringComparison.Ordinal));
            if (after is null)
                changes.Add(new ClaimChange(id, quote, After: null));
            else if (!SameWords(quote, after.Finding.Evidence.Quote))
                changes.Add(new ClaimChange(id, quote, after.Finding.Evidence.Quote));
        }

        return changes.ToImmutable();
    }

    private static LedgerEntry Enter(Claim claim, KnownClaim? known, bool storyIsNew, StoryEdge? edge, bool corrects)
    {
        if (known is null)
        {
            return storyIsNew
                ? new LedgerEntry(claim, Known: null, ClaimStatus.New, "first report")
                : new LedgerEntry(claim, Known: null, ClaimStatus.Updated, "new in its story");
        }

        var first = known.Told[0];
        if (edge?.Kind == EdgeKind.Copy)
            return new LedgerEntry(claim, known.Id, ClaimStatus.Repeated, $"a copy; first reported by {first.Outlet}");
        var figure = NewFigure(claim, known);
        if (corrects)
        {
            return figure is { } corrected
                ? new LedgerEntry(claim, known.Id, ClaimStatus.Corrected, $"corrected to {corrected.Words()}", known.Told[^1].Quote)
                : new LedgerEntry(claim, known.Id, ClaimStatus.Repeated, $"a correction of something else; first reported by {first.Outlet}");
        }

        if (figure is { } quantity)
            return new LedgerEntry(claim, known.Id, ClaimStatus.Updated, $"new quantity: {quantity.Words()}");
        return NewVoice(claim, known) is { } claimant
            ? new LedgerEntry(claim, known.Id, ClaimStatus.Updated, $"now said by {Claimants.Words(claimant)} too")
            : new LedgerEntry(claim, known.Id, ClaimStatus.Repeated, $"first reported by {first.Outlet}");
    }

    /// <summary>The first quantity of the claim that no report told.</summary>
    private static Quantity? NewFigure(Claim claim, KnownClaim known)
    {
        foreach (var quantity in claim.Quantities)
        {
            if (!known.Told.SelectMany(told => told.Quantities).Any(other => IsSame(quantity, other)))
                return quantity;
        }

        return null;
    }

    private static bool IsSame(Quantity one, Quantity other) => Math.Abs(one.Value - other.Value) <= Math.Max(one.Value, other.Value) * SameFigure;

    /// <summary>The claimant, where a state says it that was not heard before while others were.</summary>
    private static string? NewVoice(Claim claim, KnownClaim known)
    {
        if (claim.Claimant is not { } claimant)
            return null;
        var states = known.Told.Select(told => told.Claimant).OfType<string>().Select(State).ToArray();
        return states.Length > 0 && !states.Contains(State(claimant), StringComparer.Ordinal) ? claimant : null;
    }

    private static string State(string claimant) => claimant.Split(':')[0];

    private static bool SameWords(string one, string other) => WordsOf(one).SequenceEqual(WordsOf(other), StringComparer.Ordinal);

    // Not WordUnits: a figure or an ending that changed is a change.
    private static string[] WordsOf(string text) => text
        .Split([.. text.Where(c => !char.IsLetterOrDigit(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries);
}
