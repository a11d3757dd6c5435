using System.Collections.Immutable;
using NewsMonitor.Detection;
using NewsMonitor.Stories;
using NewsMonitor.Stories.Claims;
using NewsMonitor.Stories.Grouping;
using NewsMonitor.Stories.Reading;
using NewsMonitor.Tests.Matches;

namespace NewsMonitor.Tests.Stories;

public sealed class LedgerTests
{
    private const string First = "North Korea sent 3,000 soldiers to Russia.";

    [Fact]
    public void The_first_report_of_a_story_tells_its_claims_new() => Assert.Equal(ClaimStatus.New, Enter(Claim(First), [], storyIsNew: true).Status);

    [Fact]
    public void A_claim_that_a_known_story_did_not_make_updates_it() => Assert.Equal(ClaimStatus.Updated, Enter(Claim(First), [], storyIsNew: false).Status);

    [Fact]
    public void The_same_claim_from_elsewhere_is_repeated_and_names_who_was_first()
    {
        var entry = Enter(Claim(First, figure: 3000), [Known(First, 3000)]);

        Assert.Equal((ClaimStatus.Repeated, 7L), (entry.Status, entry.Known));
        Assert.Contains("Wire", entry.Because, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3010, false)]
    [InlineData(6000, true)]
    public void Another_figure_updates_and_a_rounded_one_repeats(double figure, bool updates) =>
        Assert.Equal(updates ? ClaimStatus.Updated : ClaimStatus.Repeated, Enter(Claim(First, figure), [Known(First, 3000)]).Status);

    [Fact]
    public void A_state_that_was_not_heard_before_updates() =>
        Assert.Equal(ClaimStatus.Updated, Enter(Claim(First, claimant: "UKR:HUR"), [Known(First, claimant: "KOR:NIS")]).Status);

    [Fact]
    public void Another_office_of_the_same_state_repeats() =>
        Assert.Equal(ClaimStatus.Repeated, Enter(Claim(First, claimant: "KOR:defense-ministry"), [Known(First, claimant: "KOR:NIS")]).Status);

    [Fact]
    public void A_copy_repeats_whatever_it_says()
    {
        var copy = new StoryEdge(1, 1, EdgeKind.Copy, 1, 0.9, "same text");

        Assert.Equal(ClaimStatus.Repeated, Ledger.Enter([Claim(First, 6000)], [Known(First, 3000)], storyIsNew: false, copy, corrects: false)[0].Status);
    }

    [Fact]
    public void A_correction_corrects_the_figure_and_keeps_the_sentence_before()
    {
        var entry = Ledger.Enter([Claim("It sent 1,300 soldiers.", 1300)], [Known(First, 3000)], storyIsNew: false, edge: null, corrects: true)[0];

        Assert.Equal((ClaimStatus.Corrected, First), (entry.Status, entry.Before));
    }

    [Theory]
    [InlineData("en", "South Korea's NIS said that North Korea sent troops to Russia.", "KOR:NIS")]
    [InlineData("en", "Russia's foreign ministry said that it was a lie.", "RUS:foreign-ministry")]
    [InlineData("en", "North Korea sent troops to Russia.", null)]
    [InlineData("ru", "По данным ГУР, КНДР отправила войска в Россию.", "UKR:HUR")]
    [InlineData("ko", "국정원은 북한이 러시아에 파병했다고 밝혔다.", "KOR:NIS")]
    [InlineData("ja", "韓国の国家情報院によると、北朝鮮がロシアに派兵した。", "KOR:NIS")]
    [InlineData("zh", "韩国国家情报院表示，朝鲜向俄罗斯派兵。", "KOR:NIS")]
    [InlineData("de", "Das teilte das russische Verteidigungsministerium mit.", "RUS:defense-ministry")]
    [InlineData("fr", "Le renseignement militaire ukrainien a annoncé l'envoi de troupes.", "UKR:HUR")]
    [InlineData("es", "Según la inteligencia militar ucraniana, llegaron soldados.", "UKR:HUR")]
    [InlineData("uk", "Про це повідомили в ГУР.", "UKR:HUR")]
    public void Who_says_it_is_read_in_every_language(string language, string sentence, string? expected) => Assert.Equal(
        expected, Claimants.In(sentence, WordLists.For(language)!, new Detector(TopicSet.BuiltIn).Names(new Document(null, sentence, language))));

    [Fact]
    public void A_claim_reads_as_a_sentence_with_claimant_and_quantity()
    {
        var finding = Sample.Support(First, First);

        Assert.Equal("South Korea's NIS says North Korea sends troops to Russia (up to 6,000 soldiers)", ClaimWords.Of(finding, "KOR:NIS", new Quantity(6000, "soldiers", "up-to", 0, 0)));
        Assert.Equal("North Korea sends troops to Russia", ClaimWords.Of(finding, null, null));
    }

    [Fact]
    public void Who_recognizes_whom_is_one_claim_whatever_story_tells_it()
    {
        Assert.True(new Claim(Sample.Recognition(First, First), null, [], null).IsStanding);
        Assert.False(new Claim(Sample.Recognition(First, First, stance: Stance.Prospective), null, [], null).IsStanding);
        Assert.False(Claim(First).IsStanding);
    }

    private static Claim Claim(string quote, double? figure = null, string? claimant = null) => new(Sample.Support(quote, quote), claimant, Figures(figure), null);

    private static KnownClaim Known(string quote, double? figure = null, string? claimant = null) =>
        new(7, Claim(quote).Key, [new ToldClaim(1, "Wire", quote, claimant, Figures(figure))]);

    private static ImmutableArray<Quantity> Figures(double? figure) => figure is { } value ? [new Quantity(value, "soldiers", null, 0, 0)] : [];

    private static LedgerEntry Enter(Claim claim, KnownClaim[] known, bool storyIsNew = false) => Ledger.Enter([claim], known, storyIsNew, edge: null, corrects: false)[0];
}
