using NewsMonitor.Detection;
using NewsMonitor.Matches;
using NewsMonitor.Stories.Reading;

namespace NewsMonitor.Stories.Claims;

/// <summary>Who a sentence says that says it: a body by its own name, an office of a state named beside it, or a state that speaks.</summary>
internal static class Claimants
{
    // "South Korea's defense ministry", "das russische Außenministerium", "한국 국방부".
    private const int OfficeReach = 24;

    // "Seoul said", "according to Kyiv".
    private const int SpeakerReach = 12;

    /// <summary>The claimant of a sentence, or null where it names none.</summary>
    public static string? In(string sentence, WordLists words, NamedThings named)
    {
        var says = words["says"].In(sentence).ToArray();
        if (says.Length == 0)
            return null;
        if (words["body"].In(sentence).Select(hit => hit.Value).FirstOrDefault() is { } body)
            return body;

        var actors = named.Things.Where(thing => thing.Sort == NamedThingSort.Actor).ToArray();
        foreach (var office in words["office"].In(sentence))
        {
            if (Nearest(actors, office.Start, office.End, OfficeReach) is { } state)
                return $"{state.Id}:{office.Value}";
        }

        return says.Select(cue => Nearest(actors, cue.Start, cue.End, SpeakerReach)?.Id).FirstOrDefault(id => id is not null);
    }

    /// <summary>A claimant as an English reader knows it: "South Korea's NIS", "Russia's foreign ministry".</summary>
    public static string Words(string claimant)
    {
        var parts = claimant.Split(':', 2);
        var state = FindingWords.Recognizer(parts[0]);
        return parts.Length == 1 ? state : claimant switch
        {
            "UN:experts" => "UN experts",
            "RUS:kremlin" => "the Kremlin",
            "RUS:TASS" => "TASS",
            "PRK:KCNA" => "KCNA",
            "USA:state" => "the US State Department",
            "USA:pentagon" => "the Pentagon",
            "UKR:HUR" => "Ukraine's military intelligence",
            "KOR:JCS" => "South Korea's Joint Chiefs of Staff",
            _ => $"{state}'s {parts[1].Replace('-', ' ')}",
        };
    }

    private static NamedThing? Nearest(NamedThing[] actors, int start, int end, int reach) => actors
        .Select(actor => (Actor: actor, Gap: actor.End <= start ? start - actor.End : actor.Start >= end ? actor.Start - end : 0))
        .Where(near => near.Gap <= reach)
        .OrderBy(near => near.Gap)
        .Select(near => near.Actor)
        .FirstOrDefault();
}
