using NewsMonitor.Detection;

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
}
