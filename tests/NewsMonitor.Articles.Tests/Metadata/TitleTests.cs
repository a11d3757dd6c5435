namespace NewsMonitor.Articles.Tests.Metadata;

public sealed class TitleTests
{
    private const string Site = "<meta property=\"og:site_name\" content=\"Example Post\">";

    [Fact]
    public async Task The_title_in_a_path_of_links_is_not_the_headline_that_is_shown()
    {
        const string Page = "<html><head><title>Northern harbour opens after eleven long years - Example Post</title>" + Site
            + "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"First ships expected within weeks\"}</script></head>"
            + "<body><ul><li><a href=\"/\">Home</a></li><li><h1>Northern harbour opens after eleven long years</h1></li></ul><article><header><h2>First ships expected within weeks</h2></header>";

        Assert.Equal("First ships expected within weeks", (await Pages.ReadAsync(Page + Pages.Body + "</article></body></html>")).Title);
    }

    [Theory]
    [InlineData("<h1><span>Trade talks</span> <span>Northern harbour opens to cargo ships again</span></h1>")]
    [InlineData("<h1><div>Trade talks</div><div>Northern harbour opens to cargo ships again</div></h1>")]
    public async Task The_line_above_a_headline_is_no_part_of_it(string heading)
    {
        var page = $"<html><head><title>Northern harbour opens to cargo ships again | Example Post</title>{Site}<meta property=\"og:title\" content=\"Northern harbour opens to cargo ships again\"></head>"
            + $"<body><article>{heading}{Pages.Body}</article></body></html>";

        Assert.Equal("Northern harbour opens to cargo ships again", (await Pages.ReadAsync(page)).Title);
    }

    [Theory]
    [InlineData("Harbour opens | Example Post")]
    [InlineData("Harbour opens - Example Post World")]
    [InlineData("Harbour opens | example.org")]
    [InlineData("Example Post - Harbour opens")]
    [InlineData("Harbour opens – News – Example Post", "Harbour opens – News")]
    public async Task The_site_s_name_is_cut_off_in_all_its_forms(string title, string expected = "Harbour opens") =>
        Assert.Equal(expected, (await Pages.ReadAsync($"<html><head><title>{title}</title>{Site}</head><body><div>{Pages.Body}</div></body></html>")).Title);

    [Fact]
    public async Task A_heading_that_repeats_the_title_at_the_end_of_the_page_is_not_the_headline()
    {
        var article = await Pages.ReadAsync(Pages.Around("<p class=\"byline\">By Anna Weber</p>" + Pages.Body, after: "<div><h3 class=\"headline\">Harbour opens after eleven years</h3></div>"));

        Assert.Equal(["Anna Weber"], article.Authors);
        Assert.StartsWith(Pages.FirstParagraph, article.Text, StringComparison.Ordinal);
    }
}
