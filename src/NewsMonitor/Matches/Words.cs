using NewsMonitor.Detection;
using NewsMonitor.Stories.Claims;
using NewsMonitor.Stories.Grouping;

namespace NewsMonitor.Matches;

/// <summary>The words that stand for enumerations in every form the program writes.</summary>
internal static class Words
{
    public static string Word(this Stance stance) => stance switch
    {
        Stance.Affirmed => "affirmed",
        Stance.Denied => "denied",
        Stance.Prospective => "prospective",
        Stance.Withdrawn => "withdrawn",
        _ => throw new ArgumentOutOfRangeException(nameof(stance), stance, "unknown stance"),
    };

    public static string Word(this EvidencePlace place) => place switch
    {
        EvidencePlace.Text => "text",
        EvidencePlace.Title => "title",
        _ => throw new ArgumentOutOfRangeException(nameof(place), place, "unknown place"),
    };

    public static string Word(this TextSource source) => source switch
    {
        TextSource.Page => "page",
        TextSource.Feed => "feed",
        TextSource.Seed => "seed",
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, "unknown source"),
    };

    public static string Word(this Tells tells) => tells switch
    {
        Tells.New => "new",
        Tells.Corrected => "corrected",
        Tells.Updated => "updated",
        Tells.Repeated => "repeated",
        _ => throw new ArgumentOutOfRangeException(nameof(tells), tells, "unknown verdict"),
    };

    public static string Word(this EdgeKind kind) => kind switch
    {
        EdgeKind.Copy => "copy",
        EdgeKind.Rewrite => "rewrite",
        EdgeKind.Translation => "translation",
        EdgeKind.Analyst => "analyst",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "unknown kind"),
    };

    public static string Word(this ClaimStatus status) => status switch
    {
        ClaimStatus.New => "new",
        ClaimStatus.Updated => "updated",
        ClaimStatus.Corrected => "corrected",
        ClaimStatus.Repeated => "repeated",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "unknown status"),
    };
}
