using System.Collections.Immutable;
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

    // Most reports name the day they appear on.
    private const float DayOfIssue = 0.2f;

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
            Weighed(Background.AnyLanguage, facts.Select(fact => (fact.Unit, fact.Place * fact.Worth))),
            Weighed(Background.AnyLanguage, facts.Where(fact => fact.Place >= LeadWeight).Select(fact => (fact.Unit, fact.Worth))),
            Claims(report.Findings),
            Claims(report.Findings.Where(finding => finding.Evidence.In == EvidencePlace.Title || places.Weight(finding.Evidence.Start) >= LeadWeight)),
            Says(words, "correct", title, text),
            Says(words, "further", title, text));
    }

    /// <summary>The words of a report, for counting how usual they are.</summary>
    internal static IEnumerable<string> WordsOf(Report report) => WordUnits.Of(report.Title).Concat(WordUnits.Of(report.Text));

    /// <summary>The facts of a report, for counting how usual they are.</summary>
    internal IEnumerable<string> FactsOf(Report report)
    {
        var named = detector.Names(new Document(report.Title, report.Text, report.Language));
        return Facts(report.Title, report.Text, report.Language, WordLists.For(report.Language), DateOnly.FromDateTime(report.Time.UtcDateTime), named, new Places(named, report.Text))
            .Select(fact => fact.Unit);
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

    private static ImmutableArray<string> Claims(IEnumerable<Finding> findings) => [.. findings.Select(ClaimKey.Of).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static IEnumerable<PlacedFact> Facts(
        string title, string text, string? language, WordLists? words, DateOnly published, NamedThings named, Places places)
    {
        foreach (var thing in named.Things)
            yield return new PlacedFact(Prefix(thing) + thing.Id, thing.In == EvidencePlace.Title ? LeadWeight : places.Weight(thing.Start), 1);

        foreach (var (unit, _, worth) in FactsOf(title, language, words, published, isTitle: true))
            yield return new PlacedFact(unit, LeadWeight, worth);
        foreach (var (unit, start, worth) in FactsOf(text, language, words, published, isTitle: false))
            yield return new PlacedFact(unit, places.Weight(start), worth);
    }

    private static IEnumerable<(string Unit, int Start, float Worth)> FactsOf(string text, string? language, WordLists? words, DateOnly published, bool isTitle)
    {
        var days = DateReading.Of(text, words, published).ToList();
        foreach (var day in days)
            yield return (Fact.Day + day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day.Start, Math.Abs(day.Day.DayNumber - published.DayNumber) <= 1 ? DayOfIssue : 1);
        foreach (var quantity in QuantityReading.Of(text, words, days))
            yield return (Fact.Number + quantity.Value.ToString("0.##", CultureInfo.InvariantCulture), quantity.Start, OfNumber(quantity.Value));
        foreach (var designation in NameKeys.Designations(text))
            yield return (Fact.Designation + designation, 0, 1);
        foreach (var address in Address().Matches(text).Select(match => match.Groups["rest"]))
            yield return (Fact.Address + address.Value.TrimEnd('.', ',', ')'), address.Index, 1);

        // Headlines write every word with a capital.
        if (isTitle && language is "en")
            yield break;
        foreach (var (name, start) in NameKeys.Of(text, language))
            yield return (Fact.Name + name, start, 1);
    }

    private static UnitBag Weighed(string language, IEnumerable<(string Unit, float Weight)> units) =>
        UnitBag.Of(units.Select(unit => KeyValuePair.Create(unit.Unit, unit.Weight * (float)Background.Rarity(language, unit.Unit))));

    // A number tells the more the more digits it has that are no zeros: 2 and 1,000 are everywhere, 13,800 is one event's.
    private static float OfNumber(double value) => value.ToString("0.##", CultureInfo.InvariantCulture) is var digits && digits.Trim('0', '.').Length is var telling && telling <= 1
        ? (digits.Length == 1 ? 0.35f : 0.6f)
        : telling == 2 ? 0.8f : 1.2f;

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

#pragma warning disable MA0009 // Nothing in them repeats what repeats: they take time in proportion to the text.
    [GeneratedRegex(@"https?://(?:www\.)?(?<rest>[^\s<>""»”]{6,200})")]
    private static partial Regex Address();
#pragma warning restore MA0009

    private readonly record struct PlacedFact(string Unit, float Place, float Worth);

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
