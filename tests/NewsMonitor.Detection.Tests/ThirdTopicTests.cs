using NewsMonitor.Detection.Loading;

namespace NewsMonitor.Detection.Tests;

/// <summary>A topic nobody thought of when the engine was written, added by files alone.</summary>
public sealed class ThirdTopicTests
{
    private const string Topic = """
        file: topic
        topic: iran-russia-drones
        shape: exchange
        parties: [IRN, RUS]
        directions: { first-to-second: iran-to-russia, second-to-first: russia-to-iran, mutual: mutual }
        kinds: { drones: "072" }
        classes:
          drones: { kind: drones }
        """;

    private const string English = """
        file: lexicon
        topic: iran-russia-drones
        language: en
        words:
          drones: [drone*, shahed*, "unmanned aircraft"]
        """;

    private const string Russian = """
        file: lexicon
        topic: iran-russia-drones
        language: ru
        words:
          drones: [дрон*, беспилотник*, шахед*]
        """;

    private static readonly Detector Detector = new(TopicSet.Load([new("t.yaml", Topic), new("en.yaml", English), new("ru.yaml", Russian)]).Topics!);

    [Theory]
    [InlineData("en", "Iran sent hundreds of drones to Russia, officials said.", "iran-to-russia", Stance.Affirmed)]
    [InlineData("en", "Russia received drones from Iran last year.", "iran-to-russia", Stance.Affirmed)]
    [InlineData("en", "Tehran denied sending drones to Moscow.", "iran-to-russia", Stance.Denied)]
    [InlineData("ru", "Иран поставил России сотни дронов.", "iran-to-russia", Stance.Affirmed)]
    [InlineData("ru", "Россия получила от Ирана беспилотники.", "iran-to-russia", Stance.Affirmed)]
    public void It_is_found_in_both_languages(string language, string text, string direction, Stance stance)
    {
        var finding = Assert.Single(Detector.Detect(new Document(null, text, language)).Findings, f => f.Topic == "iran-russia-drones");

        Assert.Equal("drones", finding.Kind);
        Assert.Equal(direction, finding.Direction);
        Assert.Equal(stance, finding.Stance);
    }

    [Theory]
    [InlineData("en", "Iran flew drones over the Gulf. The weather in Russia was cold.")]
    [InlineData("ru", "Иран показал дроны на параде. В России было холодно.")]
    public void It_is_not_found_where_nothing_is_given(string language, string text) =>
        Assert.DoesNotContain(Detector.Detect(new Document(null, text, language)).Findings, f => f.Topic == "iran-russia-drones");
}
