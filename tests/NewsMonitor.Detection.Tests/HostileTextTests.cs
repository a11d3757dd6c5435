using System.Diagnostics;
using System.Globalization;

namespace NewsMonitor.Detection.Tests;

public sealed class HostileTextTests
{
    private const string Dense = "North Korea sent shells and soldiers to Russia, which recognized Donetsk. ";

    private static readonly Detector Detector = new(TopicSet.BuiltIn);

    public static TheoryData<string> Texts => new(
        "",
        "\0\0\0",
        "\uD800 North Korea \uDC00 sent shells to \uD800",
        "\u202EaissuR ot sllehs tnes aeroK htroN",
        "北Корея sent 砲弾 to Россия и Kreml",
        new string('\n', 10_000),
        new string('.', 100_000),
        new string('|', 100_000),
        new string('"', 100_000),
        new string('x', 1_000_000),
        string.Concat(Enumerable.Repeat("North Korea and Russia, ", 100_000)),
        string.Concat(Enumerable.Repeat("recognition of Kosovo by ", 50_000)),
        string.Concat(Enumerable.Repeat(Dense, 14_000)),
        string.Concat(Enumerable.Repeat(Dense.Replace(".", "", StringComparison.Ordinal), 14_000)));

    [Theory]
    [MemberData(nameof(Texts), DisableDiscoveryEnumeration = true)]
    public void Any_text_is_read_in_seconds(string text)
    {
        foreach (var language in TopicSet.BuiltIn.Languages)
        {
            var clock = Stopwatch.StartNew();
            Detector.Detect(new Document(text.Length > 200 ? null : text, text, language));
            // A second is the aim; machines that run other tests besides are given some more.
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(8), $"{text.Length} characters took {clock.Elapsed}");
        }
    }

    [Fact]
    public void An_unknown_language_gives_nothing() =>
        Assert.Empty(Detector.Detect(new Document(null, Dense, "tlh")).Findings);

    [Fact]
    public void A_sentence_of_a_hundred_thousand_names_is_cut_and_says_so()
    {
        var detection = Detector.Detect(new Document(null, string.Concat(Enumerable.Repeat("North Korea and Russia and ", 100_000)), "en"));

        Assert.True(detection.Truncated);
    }

    [Fact]
    public void Damaged_texts_give_findings_or_none_and_never_an_exception()
    {
        var runs = int.TryParse(Environment.GetEnvironmentVariable("NEWSMONITOR_MUTATIONS"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 1_000;
        var texts = LabelledTexts.Passages;
        Parallel.For(0, runs, run =>
        {
            var random = new Random(run);
            var source = texts[random.Next(texts.Count)].Document;
            var document = source with { Text = Damaged(source.Text, random) };
            foreach (var finding in Detector.Detect(document).Findings)
            {
                var evidence = finding.Evidence;
                if (evidence.In == EvidencePlace.Text)
                    Assert.Equal(document.Text[evidence.Start..evidence.End], evidence.Quote);
            }
        });
    }

    private static string Damaged(string text, Random random)
    {
        const string Debris = "\0\uD800\uDC00\u00AD\u200B\u202E\uFEFF|\n.,\"'-「」。？ \u0301AА北x*(";
        var characters = text.ToList();
        for (var i = random.Next(1, 12); i > 0 && characters.Count > 0; i--)
        {
            var at = random.Next(characters.Count);
            switch (random.Next(4))
            {
                case 0:
                    characters.RemoveRange(at, Math.Min(random.Next(1, 20), characters.Count - at));
                    break;
                case 1:
                    characters.Insert(at, Debris[random.Next(Debris.Length)]);
                    break;
                case 2:
                    characters.InsertRange(at, characters.GetRange(0, Math.Min(random.Next(40), characters.Count)));
                    break;
                default:
                    characters[at] = (char)random.Next(char.MaxValue);
                    break;
            }
        }

        return new string([.. characters]);
    }
}
