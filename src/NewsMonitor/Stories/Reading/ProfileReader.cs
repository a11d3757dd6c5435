using System.Globalization;
using System.Text.RegularExpressions;
using NewsMonitor.Articles.Fingerprints;
using NewsMonitor.Detection;
using NewsMonitor.Matches;

namespace NewsMonitor.Stories.Reading;

/// <summary>Reads of a report what it is compared by.</summary>
internal sealed partial class ProfileReader(Detector detector)
{
    private const int LeadSentences = 3;
    private const int BodySentences = 7;
    private const float LeadWeight = 2f;
    private const float BodyWeight = 1.4f;
    private const int CueReach = 260;

    // Reports are compared by what they begin with; a day's whole live blog is not one event.
    private const int MostCharacters = 6000;

    /// <summary>The profile of a report; any text, also empty or hostile.</summary>
    public ReportProfile Read(Report report)
    {
        var text = report.Text.Length > MostCharacters ? report.Text[..MostCharacters] : report.Text;
        var title = WithoutOutlet(report.Title, report.Outlet);
        var words = WordLists.For(report.Language);
        var named = detector.Names(new Document(title, text, report.Language));
        var places = new Places(named, text);
        var published = DateOnly.FromDateTime(report.Time.UtcDateTime);
        var facts = Facts(title, text, report.Language, words, published, named, places).ToList();
        var language = report.Language ?? "";

        return new ReportProfile(
            report.Id,
            report.Url,
            report.Outlet,
            report.Language,
            report.Time,
            report.Agency,
            TextFingerprint.Of(text),
            Weighed(language, Placed(title, text, places)),
            Weighed(language, WordUnits.Of(title).Select(unit => (unit, 1f))),
            Weighed(Background.AnyLanguage, facts.Select(fact => (fact.Unit, fact.Weight))),
            Weighed(Background.AnyLanguage, facts.Where(fact => fact.Weight >= LeadWeight).Select(fact => (fact.Unit, 1f))),
            [.. report.Findings.Select(ClaimKey.Of).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Says(words, "correct", title, text),
            Says(words, "further", title, text));
    }

    private static IEnumerable<(string Unit, float Weight)> Placed(string title, string text, Places places)
    {
        foreach (var unit in WordUnits.Of(title))
            yield return (unit, LeadWeight);
        foreach (var (start, end, weight) in places.Stretches(text))
        {
            foreach (var unit in WordUnits.Of(text[start..end]))
                yield return (unit, weight);
        }
    }

    private static IEnumerable<(string Unit, float Weight)> Facts(
        string title, string text, string? language, WordLists? words, DateOnly published, NamedThings named, Places places)
    {
        foreach (var thing in named.Things)
            yield return (Prefix(thing) + thing.Id, thing.In == EvidencePlace.Title ? LeadWeight : places.Weight(thing.Start));

        foreach (var fact in FactsOf(title, language, words, published, isTitle: true))
            yield return (fact.Unit, LeadWeight);
        foreach (var (unit, start) in FactsOf(text, language, words, published, isTitle: false))
            yield return (unit, places.Weight(start));
    }

    private static IEnumerable<(string Unit, int Start)> FactsOf(string text, string? language, WordLists? words, DateOnly published, bool isTitle)
    {
        var days = DateReading.Of(text, words, published).ToList();
        foreach (var day in days)
            yield return (Fact.Day + day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day.Start);
        foreach (var quantity in QuantityReading.Of(text, words, days))
            yield return (Fact.Number + quantity.Value.ToString("0.##", CultureInfo.InvariantCulture), quantity.Start);
        foreach (var designation in NameKeys.Designations(text))
            yield return (Fact.Designation + designation, 0);
        foreach (var address in Address().Matches(text).Select(match => match.Groups["rest"]))
            yield return (Fact.Address + address.Value.TrimEnd('.', ',', ')'), address.Index);

        // Headlines write every word with a capital.
        if (isTitle && language is "en")
            yield break;
        foreach (var (name, start) in NameKeys.Of(text, language))
            yield return (Fact.Name + name, start);
    }

    private static UnitBag Weighed(string language, IEnumerable<(string Unit, float Weight)> units) =>
        UnitBag.Of(units.Select(unit => KeyValuePair.Create(unit.Unit, unit.Weight * (float)Importance(language, unit.Unit))));

    private static double Importance(string language, string unit)
    {
        var rarity = Background.Rarity(language, unit);
        return unit.StartsWith(Fact.Number, StringComparison.Ordinal) && language == Background.AnyLanguage ? rarity * OfNumber(unit[Fact.Number.Length..]) : rarity;
    }

    // A number tells the more the more digits it has that are no zeros: 2 and 1,000 are everywhere, 13,800 is one event's.
    private static double OfNumber(string digits) => digits.Trim('0', '.').Length switch
    {
        <= 1 => digits.Length == 1 ? 0.35 : 0.6,
        2 => 0.8,
        _ => 1.2,
    };

    private static string Prefix(NamedThing thing) => thing.Sort switch
    {
        NamedThingSort.Actor => thing.Person ? Fact.Person : Fact.Actor,
        NamedThingSort.Territory => Fact.Territory,
        NamedThingSort.Matter => Fact.Matter,
        _ => Fact.Act,
    };

    private static bool Says(WordLists? words, string list, string title, string text)
    {
        if (words is null)
            return false;
        var tail = text.Length > CueReach * 2 ? text[^CueReach..] : "";
        return words[list].In(title).Any() || words[list].In(text[..Math.Min(CueReach, text.Length)]).Any() || (list == "correct" && words[list].In(tail).Any());
    }

    private static string WithoutOutlet(string title, string outlet)
    {
        if (outlet.Length == 0 || !title.TrimEnd().EndsWith(outlet, StringComparison.OrdinalIgnoreCase))
            return title;
        var rest = title.TrimEnd()[..^outlet.Length].TrimEnd();
        return rest.Length > 0 && rest[^1] is '-' or '|' or '–' or '—' or '·' or ':' ? rest[..^1] : title;
    }

    [GeneratedRegex(@"https?://(?:www\.)?(?<rest>[^\s<>""»”]{6,200})")]
    private static partial Regex Address();

    /// <summary>How much a place in the text weighs: what a report begins with is what it reports.</summary>
    private sealed class Places(NamedThings named, string text)
    {
        private readonly int[] ends = Ends(named, text);

        public float Weight(int at) => at < ends[0] ? LeadWeight : at < ends[1] ? BodyWeight : 1f;

        public IEnumerable<(int Start, int End, float Weight)> Stretches(string whole)
        {
            yield return (0, ends[0], LeadWeight);
            yield return (ends[0], ends[1], BodyWeight);
            yield return (ends[1], whole.Length, 1f);
        }

        private static int[] Ends(NamedThings named, string text)
        {
            var sentences = named.Sentences.Where(sentence => sentence.In == EvidencePlace.Text).ToArray();
            // Without rules for the language, a tenth and a third of the text stand for its sentences.
            return sentences.Length == 0
                ? [text.Length / 10, text.Length / 3]
                : [sentences[Math.Min(LeadSentences, sentences.Length) - 1].End, sentences[Math.Min(BodySentences, sentences.Length) - 1].End];
        }
    }
}
