namespace NewsMonitor.Articles.Tests.Metadata;

public sealed class WireCreditTests
{
    private static async Task<string?> CreditAsync(string before, string after = "", string head = "") =>
        (await Pages.ReadAsync(Pages.Around($"<p>{before}{Pages.FirstParagraph}</p><p>{Pages.SecondParagraph}</p><p>{Pages.ThirdParagraph}{after}</p>", head))).WireCredit;

    [Theory]
    [InlineData("PORT CITY (Reuters) - ", "Reuters")]
    [InlineData("SEOUL, Nov. 23 (Yonhap) -- ", "Yonhap")]
    [InlineData("(서울=연합뉴스) 김민수 기자 = ", "Yonhap")]
    [InlineData("МОСКВА, 23 ноября. /ТАСС/. ", "TASS")]
    [InlineData("Berlin (dpa/lno) - ", "dpa")]
    [InlineData("【北京共同】", null)]
    [InlineData("【北京=共同】", "Kyodo")]
    [InlineData("新华社北京11月23日电 ", "Xinhua")]
    [InlineData("WASHINGTON (AP) — ", "AP")]
    [InlineData("The Palestinian Authority (PA) said so. ", null)]
    [InlineData("Reuters reported this first. ", null)]
    [InlineData("", null)]
    public async Task An_agency_is_read_from_the_dateline(string dateline, string? agency) => Assert.Equal(agency, await CreditAsync(dateline));

    [Theory]
    [InlineData(" (dpa)", "dpa")]
    [InlineData(" /ТАСС/", "TASS")]
    [InlineData("（共同）", "Kyodo")]
    [InlineData(" Source: AFP", "AFP")]
    [InlineData(" Quelle: ntv.de, dpa", "dpa")]
    public async Task An_agency_is_read_from_the_mark_at_the_end(string mark, string agency) => Assert.Equal(agency, await CreditAsync("", mark));

    [Fact]
    public async Task An_agency_that_signed_is_the_credit() =>
        Assert.Equal("AFP", await CreditAsync("", head: "<meta name=\"author\" content=\"Agence France-Presse\">"));
}
