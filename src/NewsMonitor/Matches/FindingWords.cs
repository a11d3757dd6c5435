using NewsMonitor.Detection;

namespace NewsMonitor.Matches;

/// <summary>
/// A finding's attributes as one English sentence in a fixed grammar, so that the same attributes always read the same:
/// "North Korea recognizes Donetsk and Luhansk", "North Korea sends troops to Russia (denied)".
/// </summary>
internal static class FindingWords
{
    /// <summary>The sentence, without a full stop.</summary>
    public static string Of(Finding finding) =>
        Of(finding.Topic, finding.Kind, finding.Direction, finding.Recognizer, finding.Regions is { } regions ? [.. regions] : [], finding.Stance);

    private static string Of(string topic, string? kind, string? direction, string? recognizer, string[] regions, Stance stance) => topic switch
    {
        TopicNames.Support => Support(kind, direction, stance),
        TopicNames.Recognition => Recognition(recognizer, regions, stance),
        _ => Plain(topic, [kind, direction, recognizer, .. regions], stance),
    };

    /// <summary>"Donetsk and Luhansk"; territories in the order given.</summary>
    public static string Regions(IReadOnlyList<string> regions) => regions.Count switch
    {
        0 => "an unnamed territory",
        1 => Region(regions[0]),
        _ => $"{string.Join(", ", regions.Take(regions.Count - 1).Select(Region))} and {Region(regions[^1])}",
    };

    /// <summary>"North Korea", "the EU", "other states".</summary>
    public static string Recognizer(string? code) => code switch
    {
        null or "XXX" => "other states",
        "EU" or "UN" or "AU" or "OSCE" or "G7" or "GCC" or "OIC" or "CIS" or "CSTO" => $"the {code}",
        "BHS" or "COM" or "GMB" or "MDV" or "MHL" or "NLD" or "PHL" or "SYC" or "SLB" or "ARE" or "GBR" or "USA" or "VAT" or "CAF" or "DOM" or "COG"
            => $"the {CountryNames.Of(code)}",
        _ => CountryNames.Of(code) ?? code,
    };

    private static string Recognition(string? recognizer, string[] regions, Stance stance)
    {
        var who = Recognizer(recognizer);
        var plural = recognizer is null or "XXX";
        var what = Regions(regions);
        var sentence = stance switch
        {
            Stance.Affirmed => $"{who} {(plural ? "recognize" : "recognizes")} {what}",
            Stance.Denied => $"{who} {(plural ? "do" : "does")} not recognize {what}",
            Stance.Prospective => $"{who} may recognize {what}",
            _ => $"{who} {(plural ? "withdraw" : "withdraws")} recognition of {what}",
        };
        return char.ToUpperInvariant(sentence[0]) + sentence[1..];
    }

    private static string Support(string? kind, string? direction, Stance stance)
    {
        var mutual = direction is "mutual";
        var (giver, taker) = direction is "russia-to-dprk" ? ("Russia", "North Korea") : ("North Korea", "Russia");
        var verb = mutual ? Together(kind) : OneWay(kind);
        var subject = mutual ? "North Korea and Russia" : giver;
        var rest = mutual ? verb.Rest : verb.Rest.Replace("{0}", taker, StringComparison.Ordinal);
        return stance switch
        {
            Stance.Prospective => $"{subject} may {verb.Base} {rest}".TrimEnd(),
            Stance.Withdrawn => $"{subject} {(mutual ? "stop" : "stops")} {verb.Ing} {rest}".TrimEnd(),
            Stance.Denied => $"{subject} {(mutual ? verb.Base : verb.Third)} {rest}".TrimEnd() + " (denied)",
            _ => $"{subject} {(mutual ? verb.Base : verb.Third)} {rest}".TrimEnd(),
        };
    }

    private static Verb OneWay(string? kind) => kind switch
    {
        "materiel" => new("send", "sends", "sending", "weapons or ammunition to {0}"),
        "troops" => new("send", "sends", "sending", "troops to {0}"),
        "labor" => new("send", "sends", "sending", "workers to {0}"),
        "technology" => new("give", "gives", "giving", "technology or training to {0}"),
        "economic" => new("support", "supports", "supporting", "{0} economically"),
        "humanitarian" => new("give", "gives", "giving", "humanitarian aid to {0}"),
        "diplomatic" => new("back", "backs", "backing", "{0} politically"),
        _ => new("support", "supports", "supporting", "{0}"),
    };

    private static Verb Together(string? kind) => kind switch
    {
        "materiel" => new("trade", "trade", "trading", "weapons or ammunition"),
        "troops" => new("exchange", "exchange", "exchanging", "troops"),
        "labor" => new("exchange", "exchange", "exchanging", "workers"),
        "technology" => new("share", "share", "sharing", "technology or training"),
        "economic" => new("do", "do", "doing", "business with each other"),
        "humanitarian" => new("give", "give", "giving", "each other humanitarian aid"),
        "diplomatic" => new("back", "back", "backing", "each other politically"),
        _ => new("cooperate", "cooperate", "cooperating", ""),
    };

    private static string Region(string id) => id switch
    {
        "ukraine-occupied" => "occupied regions of Ukraine",
        "artsakh" => "Artsakh (Nagorno-Karabakh)",
        _ => string.Join(' ', id.Split('-', StringSplitOptions.RemoveEmptyEntries).Select(part => char.ToUpperInvariant(part[0]) + part[1..])),
    };

    private static string Plain(string topic, string?[] attributes, Stance stance)
    {
        var named = attributes.OfType<string>().Select(attribute => attribute.Replace('-', ' ')).ToArray();
        return $"{TopicNames.Title(topic)}{(named.Length == 0 ? "" : ": " + string.Join(", ", named))} ({stance.Word()})";
    }

    private readonly record struct Verb(string Base, string Third, string Ing, string Rest);
}
