using NewsMonitor.Detection;
using NewsMonitor.Matches;
using NewsMonitor.Seeds;
using NewsMonitor.Tests.Worlds;
using Monitor = NewsMonitor.Tests.Worlds.Monitor;

namespace NewsMonitor.Tests.Seeds;

public sealed class ShippedSeedsTests
{
    [Fact]
    public async Task The_two_shipped_articles_say_what_a_reader_finds_in_them()
    {
        await using var monitor = new Monitor();

        await monitor.Part<Seeding>().RunAsync(Seeding.Files([Folder()]), new Progress<SeedStep>(), TestContext.Current.CancellationToken);

        var ambassador = Assert.Single(monitor.Matches(), match => match.Title.Contains("ambassador", StringComparison.Ordinal));
        Assert.Contains(ambassador.Findings, finding => finding is { Kind: "materiel", Direction: "dprk-to-russia" });
        Assert.Contains(ambassador.Findings, finding => finding is { Kind: "diplomatic", Direction: "dprk-to-russia" });
        Assert.DoesNotContain(ambassador.Findings, finding => finding.Topic == TopicNames.Recognition);
        Assert.All(monitor.Matches().SelectMany(match => match.Findings), finding => Assert.DoesNotMatch("^\\| (China|Iran)", finding.Evidence.Quote));

        var recognition = Assert.Single(monitor.Matches(new MatchQuery(Topic: TopicNames.Recognition)));
        var finding = Assert.Single(recognition.Findings, finding => finding.Topic == TopicNames.Recognition);
        Assert.Equal(("PRK", Stance.Affirmed, "donetsk luhansk"), (finding.Recognizer, finding.Stance, string.Join(' ', finding.Regions!.Value)));
    }

    [Fact]
    public async Task Search_finds_them_by_words_whole_or_begun()
    {
        await using var monitor = new Monitor();
        await monitor.Part<Seeding>().RunAsync(Seeding.Files([Folder()]), new Progress<SeedStep>(), TestContext.Current.CancellationToken);

        Assert.Single(monitor.Matches(new MatchQuery(Words: "Pushilin")));
        Assert.Single(monitor.Matches(new MatchQuery(Words: "\"Diplomatic backing\"")));
        Assert.Empty(monitor.Matches(new MatchQuery(Words: "Pushilin lighthouse")));
        Assert.Empty(monitor.Matches(new MatchQuery(Region: "kosovo")));
        Assert.Single(monitor.Matches(new MatchQuery(Recognizer: "PRK", Region: "luhansk")));
    }

    private static string Folder() => NewsMonitor.Configuration.Shipped.Find("seeds/articles") ?? throw new InvalidOperationException("The seeds are not beside the program.");
}
