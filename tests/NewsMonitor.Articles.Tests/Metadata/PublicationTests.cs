namespace NewsMonitor.Articles.Tests.Metadata;

public sealed class PublicationTests
{
    private static readonly Uri Undated = new("https://www.example.org/harbour");

    private static string Declared(string published, string modified = "") =>
        $"<script type=\"application/ld+json\">{{\"@type\":\"NewsArticle\",\"datePublished\":\"{published}\",\"dateModified\":\"{modified}\"}}</script>";

    private static async Task<Article> ReadAsync(string line, string head = "", string language = "en", string after = "") =>
        await Pages.ReadAsync(Pages.Around(line + Pages.Body + after, head).Replace("lang=\"en\"", $"lang=\"{language}\"", StringComparison.Ordinal), Undated);

    [Theory]
    [InlineData("2026-11-24T01:49:09Z", "<p>November 23, 2026 at 5:49 p.m.</p>", "2026-11-23T17:49:09-08:00")]
    [InlineData("2026-11-23T23:30:00Z", "<time datetime=\"2026-11-24 08:30\">24 November</time>", "2026-11-24T08:30:00+09:00")]
    [InlineData("2026-11-23T23:30:00Z", "<p>24 November 2026, 08:31</p>", "2026-11-23T23:30:00+00:00")]
    public async Task The_same_minute_of_another_hour_tells_the_publisher_s_offset(string declared, string shown, string expected) =>
        Assert.Equal(expected, (await ReadAsync(shown, Declared(declared))).Published?.ToString());

    [Theory]
    [InlineData("en-US", "03/04/2026", "2026-03-04")]
    [InlineData("en-GB", "03/04/2026", "2026-04-03")]
    [InlineData("en", "03/04/2026", null)]
    [InlineData("en-GB", "23.11.26", "2026-11-23")]
    public async Task Numbers_are_read_in_the_order_of_the_page_s_region(string language, string shown, string? expected) =>
        Assert.Equal(expected, (await ReadAsync($"<p class=\"date\">{shown}</p>", language: language)).Published?.ToString());

    [Fact]
    public async Task A_declaration_that_repeats_the_change_gives_way_to_the_day_shown()
    {
        var article = await ReadAsync("<p>23 November 2026</p>", Declared("2026-12-20T10:00:00Z", "2026-12-20T10:00:00Z"));

        Assert.Equal("2026-11-23", article.Published?.ToString());
        Assert.Equal("2026-12-20T10:00:00+00:00", article.Modified?.ToString());
    }

    [Fact]
    public async Task The_day_of_a_change_is_not_that_of_publication()
    {
        var article = await ReadAsync("<p>Updated on 20 December 2026</p>", Declared("2026-11-23T10:00:00Z"));

        Assert.Equal("2026-11-23T10:00:00+00:00", article.Published?.ToString());
        Assert.Equal("2026-12-20", article.Modified?.ToString());
    }

    [Theory]
    [InlineData("<p>Published 23 November 2026 | Updated 25 November 2026</p>", "2026-11-23")]
    [InlineData("<p>Aktualisiert am 25. November 2026, veröffentlicht am 23. November 2026</p>", "2026-11-23")]
    [InlineData("<p>Опубликовано 23 ноября 2026</p>", "2026-11-23")]
    [InlineData("<p>入力 2026年11月23日</p>", "2026-11-23")]
    public async Task Words_before_a_date_say_which_it_is(string line, string expected) => Assert.Equal(expected, (await ReadAsync(line)).Published?.ToString());

    [Fact]
    public async Task A_sentence_under_the_text_tells_when_it_was_written() =>
        Assert.Equal("2026-11-23", (await ReadAsync("", after: "<div class=\"post-footer\"><p>This entry was written by the editors on 23 November 2026 and filed under Harbours, Trade and Shipping in the North.</p></div>")).Published?.ToString());

    [Fact]
    public async Task The_date_in_a_masthead_is_today_s_and_not_the_article_s()
    {
        var page = Pages.Around(Pages.Body).Replace("<nav>", "<div class=\"date\">Tuesday, 24 November 2026</div>" + string.Concat(Enumerable.Repeat("<p>Menu</p>", 20)) + "<nav>", StringComparison.Ordinal);

        Assert.Null((await Pages.ReadAsync(page, Undated)).Published);
    }
}
