using NewsMonitor.Text.Dates;

namespace NewsMonitor.Articles.Tests;

public sealed class MetadataTests
{
    private const string Declared = """
        <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"Harbour opens after eleven years",
        "datePublished":"2026-11-23T06:30:00+02:00","dateModified":"2026-11-23T08:00:00+02:00","author":[{"@type":"Person","name":"By Anna Weber"},{"@type":"Person","name":"Oleh Koval"}],
        "publisher":{"@type":"Organization","name":"Example Post"},"articleSection":"World","keywords":"harbour, trade","isAccessibleForFree":false}]}</script>
        """;

    [Fact]
    public async Task The_publisher_s_own_description_is_read()
    {
        var article = await Pages.ReadAsync(Pages.Around(Pages.Body, Declared));

        Assert.Equal("Harbour opens after eleven years", article.Title);
        Assert.Equal(["Anna Weber", "Oleh Koval"], article.Authors);
        Assert.Equal("2026-11-23T06:30:00+02:00", article.Published?.ToString());
        Assert.Equal("2026-11-23T08:00:00+02:00", article.Modified?.ToString());
        Assert.Equal("Example Post", article.SiteName);
        Assert.Equal("World", article.Section);
        Assert.Equal(["harbour", "trade"], article.Tags);
        Assert.Equal("en", article.Language);
        Assert.True(article.Truncated);
    }

    [Theory]
    [InlineData("<meta property=\"article:published_time\" content=\"2026-11-22T10:00:00Z\">", "2026-11-22T10:00:00+00:00")]
    [InlineData("<meta itemprop=\"datePublished\" content=\"2026-11-22\">", "2026-11-22")]
    [InlineData("<meta name=\"date\" content=\"garbage\">", "2026-11-23")]
    public async Task A_date_comes_from_the_meta_elements_else_from_the_address(string head, string expected) =>
        Assert.Equal(expected, (await Pages.ReadAsync(Pages.Around(Pages.Body, head))).Published?.ToString());

    [Fact]
    public async Task A_page_that_does_not_say_when_has_no_date() =>
        Assert.Null((await Pages.ReadAsync(Pages.Around(Pages.Body), new Uri("https://example.org/harbour"))).Published);

    [Theory]
    [InlineData("<p class=\"byline\">By <a rel=\"author\" href=\"/a\">Anna Weber</a></p>")]
    [InlineData("<div class=\"author\">Anna Weber</div>")]
    [InlineData("<span itemprop=\"author\">Anna Weber</span>")]
    public async Task An_author_is_read_from_the_byline(string byline) =>
        Assert.Equal(["Anna Weber"], (await Pages.ReadAsync(Pages.Around(byline + Pages.Body))).Authors);

    [Theory]
    [InlineData("https://www.example.org/world/2026/11/23/harbour-deal-opens", "https://www.example.org/world/2026/11/23/harbour-deal-opens")]
    [InlineData("/world/2026/11/23/harbour-deal-opens", "https://www.example.org/world/2026/11/23/harbour-deal-opens")]
    [InlineData("https://www.example.org/", "https://www.example.org/world/2026/11/23/harbour-deal")]
    [InlineData("https://www.example.org/world", "https://www.example.org/world/2026/11/23/harbour-deal")]
    [InlineData("https://elsewhere.example.com/harbour-deal", "https://www.example.org/world/2026/11/23/harbour-deal")]
    [InlineData("javascript:alert(1)", "https://www.example.org/world/2026/11/23/harbour-deal")]
    public async Task A_declared_address_counts_only_where_it_can_be_this_article_s(string declared, string expected)
    {
        var article = await Pages.ReadAsync(Pages.Around(Pages.Body, $"<link rel=\"canonical\" href=\"{declared}\">"));

        Assert.Equal(expected, article.CanonicalUrl?.Value);
    }

    [Fact]
    public async Task The_site_s_name_is_no_part_of_the_title()
    {
        var html = $"<html><head><title>Harbour opens - Example Post</title><meta property=\"og:site_name\" content=\"Example Post\"></head><body><div>{Pages.Body}</div></body></html>";

        Assert.Equal("Harbour opens", (await Pages.ReadAsync(html)).Title);
    }

    [Fact]
    public async Task The_headline_that_most_sources_agree_on_is_taken()
    {
        const string Head = "<meta property=\"og:title\" content=\"Northern port opens to cargo - Example Post\"><meta property=\"og:site_name\" content=\"Example Post\">"
            + "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Northern port opens to cargo\"}</script>";

        Assert.Equal("Northern port opens to cargo", (await Pages.ReadAsync(Pages.Around(Pages.Body, Head))).Title);
    }

    [Theory]
    [InlineData("<p class=\"byline\">By Anna Weber and Oleh Koval, 23 November 2026</p>", "Anna Weber|Oleh Koval")]
    [InlineData("<p class=\"author\">Von Anna Weber</p>", "Anna Weber")]
    [InlineData("<p class=\"author\">Автор: Олег Коваль</p>", "Олег Коваль")]
    [InlineData("<p class=\"author\">김민수 기자</p>", "김민수")]
    [InlineData("<p class=\"author\">3 min read</p>", "")]
    [InlineData("<div class=\"comment-author\">Angry Reader</div>", "")]
    public async Task A_byline_is_read_as_the_names_of_people(string byline, string names) =>
        Assert.Equal(names, string.Join('|', (await Pages.ReadAsync(Pages.Around(byline + Pages.Body))).Authors));

    [Fact]
    public async Task The_outlet_is_no_author_where_a_person_signed()
    {
        const string Head = "<meta property=\"og:site_name\" content=\"Example Post\"><meta name=\"author\" content=\"Example Post\">";

        Assert.Equal(["Anna Weber"], (await Pages.ReadAsync(Pages.Around("<p class=\"byline\">By Anna Weber</p>" + Pages.Body, Head))).Authors);
    }

    [Fact]
    public async Task An_instant_in_UTC_takes_the_offset_that_the_page_shows_for_it()
    {
        const string Head = "<meta property=\"article:published_time\" content=\"2026-11-23T23:30:00Z\">";
        var page = Pages.Around("<time datetime=\"2026-11-24T08:30:00+09:00\">24 November</time>" + Pages.Body, Head);

        Assert.Equal("2026-11-24T08:30:00+09:00", (await Pages.ReadAsync(page)).Published?.ToString());
    }

    [Fact]
    public async Task The_date_of_another_article_on_the_page_is_not_this_one_s()
    {
        var others = string.Concat(Enumerable.Range(1, 30).Select(i => $"<div><p>Short note {i}</p></div>")) + "<time datetime=\"2020-01-01\">1 January 2020</time>";

        Assert.Null((await Pages.ReadAsync(Pages.Around(Pages.Body, after: others), new Uri("https://example.org/harbour"))).Published);
    }

    [Theory]
    [InlineData("PORT CITY (Reuters) - ", "Reuters")]
    [InlineData("МОСКВА, 23 ноября. /ТАСС/. ", "TASS")]
    [InlineData("", null)]
    public async Task The_agency_is_read_from_the_dateline(string dateline, string? agency) =>
        Assert.Equal(agency, (await Pages.ReadAsync(Pages.Around($"<p>{dateline}{Pages.FirstParagraph}</p><p>{Pages.SecondParagraph}</p>"))).WireCredit);

    [Fact]
    public async Task A_declaration_that_is_no_JSON_is_passed_over()
    {
        var article = await Pages.ReadAsync(Pages.Around(Pages.Body, "<script type=\"application/ld+json\">{ this is not JSON</script>"));

        Assert.Equal(new DateOnly(2026, 11, 23), Assert.IsType<PublicationTime>(article.Published).Date);
    }
}
