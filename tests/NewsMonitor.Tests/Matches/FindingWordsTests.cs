using NewsMonitor.Detection;
using NewsMonitor.Matches;

namespace NewsMonitor.Tests.Matches;

public sealed class FindingWordsTests
{
    [Theory]
    [InlineData("PRK", "donetsk luhansk", Stance.Affirmed, "North Korea recognizes Donetsk and Luhansk")]
    [InlineData("NRU", "abkhazia", Stance.Withdrawn, "Nauru withdraws recognition of Abkhazia")]
    [InlineData("SRB", "kosovo", Stance.Denied, "Serbia does not recognize Kosovo")]
    [InlineData("USA", "somaliland", Stance.Prospective, "The United States may recognize Somaliland")]
    [InlineData("XXX", "donetsk luhansk zaporizhzhia", Stance.Denied, "Other states do not recognize Donetsk, Luhansk and Zaporizhzhia")]
    [InlineData("EU", "ukraine-occupied", Stance.Denied, "The EU does not recognize occupied regions of Ukraine")]
    [InlineData("QQQ", "south-ossetia", Stance.Affirmed, "QQQ recognizes South Ossetia")]
    public void Recognition_reads(string recognizer, string regions, Stance stance, string words) =>
        Assert.Equal(words, FindingWords.Of(Sample.Recognition("x", "x", recognizer, regions.Split(' '), stance)));

    [Theory]
    [InlineData("materiel", "dprk-to-russia", Stance.Denied, "North Korea sends weapons or ammunition to Russia (denied)")]
    [InlineData("troops", "dprk-to-russia", Stance.Affirmed, "North Korea sends troops to Russia")]
    [InlineData("labor", "dprk-to-russia", Stance.Prospective, "North Korea may send workers to Russia")]
    [InlineData("technology", "russia-to-dprk", Stance.Affirmed, "Russia gives technology or training to North Korea")]
    [InlineData("economic", "russia-to-dprk", Stance.Withdrawn, "Russia stops supporting North Korea economically")]
    [InlineData("humanitarian", "russia-to-dprk", Stance.Affirmed, "Russia gives humanitarian aid to North Korea")]
    [InlineData("diplomatic", "mutual", Stance.Affirmed, "North Korea and Russia back each other politically")]
    [InlineData("economic", "mutual", Stance.Prospective, "North Korea and Russia may do business with each other")]
    [InlineData("unspecified", "mutual", Stance.Affirmed, "North Korea and Russia cooperate")]
    [InlineData("unspecified", "dprk-to-russia", Stance.Affirmed, "North Korea supports Russia")]
    public void Support_reads(string kind, string direction, Stance stance, string words) =>
        Assert.Equal(words, FindingWords.Of(Sample.Support("x", "x", kind, direction, stance)));

    [Fact]
    public void A_topic_of_the_users_own_reads_plainly() =>
        Assert.Equal("Arms trade: air defence (denied)", FindingWords.Of(Sample.Support("x", "x", "air-defence", null!, Stance.Denied) with { Topic = "arms-trade" }));
}
