using System.Globalization;

namespace NewsMonitor.Tests.Simulation;

/// <summary>What happens in a simulated world, from a seed: events, who reports them, what is copied, corrected, taken out, put back and taken down.</summary>
internal sealed class SimulatedNews(int seed)
{
    private static readonly string[] Syllables = "ba cor del fen gar hol ind jas kel lor mar nev ost pel qui ras sol tam urb vin wes yar zol".Split(' ');

    private static readonly string[] States = ["Nauru", "Syria", "Nicaragua", "Venezuela", "Vanuatu", "Belarus"];
    private static readonly string[] Regions = ["Abkhazia", "South Ossetia", "Donetsk", "Luhansk", "Transnistria"];

    private readonly Random random = new(seed);
    private readonly List<Publication> publications = [];
    private int pages;

    /// <summary>Everything that is published in so many days.</summary>
    public IReadOnlyList<Publication> Days(DateTimeOffset start, int days)
    {
        for (var day = 0; day < days; day++)
        {
            for (var i = random.Next(2, 6); i > 0; i--)
                Event(start + TimeSpan.FromDays(day) + TimeSpan.FromMinutes(random.Next(24 * 60)));
        }

        return publications;
    }

    private void Event(DateTimeOffset at)
    {
        var claim = Claim(Number());
        var background = Paragraphs(3);
        Report(at, [claim, .. background]);
        for (var copies = random.Next(0, 3); copies > 0; copies--)
        {
            at += TimeSpan.FromMinutes(random.Next(5, 600));
            Report(at, random.Next(2) == 0 ? [claim, .. background] : [claim, .. Paragraphs(3)]);
        }
    }

    private void Report(DateTimeOffset at, List<string> paragraphs)
    {
        var page = string.Create(CultureInfo.InvariantCulture, $"/news/{++pages}");
        var title = $"{Capital(Word())} {Word()} {Word()} {Word()}";
        publications.Add(new Publication(at, page, title, paragraphs));
        for (var changes = random.Next(0, 3); changes > 0; changes--)
        {
            at += TimeSpan.FromMinutes(random.Next(10, 60 * 40));
            publications.Add(new Publication(at, page, title, Changed(paragraphs)));
        }
    }

    private List<string>? Changed(List<string> paragraphs) => random.Next(7) switch
    {
        0 => null,
        1 => [Claim(Number()), .. paragraphs.Skip(1)],
        2 => [paragraphs[0].Replace(" has ", " has not ", StringComparison.Ordinal), .. paragraphs.Skip(1)],
        3 => [.. paragraphs.Skip(1)],
        4 => [.. paragraphs, Claim(Number())],
        5 => [$"Updated {Number()} minutes ago", .. paragraphs, Paragraphs(1)[0]],
        _ => paragraphs,
    };

    private string Claim(string number) => random.Next(5) switch
    {
        0 => $"North Korea has sent {number} soldiers to Russia, Seoul's defense ministry said on Monday.",
        1 => $"North Korea has shipped {number} containers of artillery shells to Russia, Washington said on Tuesday.",
        2 => $"Russia has delivered {number} air defense missiles to North Korea, the ministry in Seoul said.",
        3 => $"{random.GetItems(States, 1)[0]} has recognized the independence of {random.GetItems(Regions, 1)[0]}, its foreign ministry said.",
        _ => $"{random.GetItems(States, 1)[0]} has withdrawn its recognition of {random.GetItems(Regions, 1)[0]}, its foreign ministry said.",
    };

    private string Number() => (random.Next(1, 90) * 100).ToString("N0", CultureInfo.InvariantCulture);

    private List<string> Paragraphs(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => $"The {string.Join(" and the ", Enumerable.Range(0, 9).Select(_ => Word()))} were shown to visitors who had come from the {Word()} that week.")];

    /// <summary>A word that nobody uses, so that events have no more in common than what they claim.</summary>
    private string Word() => string.Concat(random.GetItems(Syllables, random.Next(2, 4)));

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
