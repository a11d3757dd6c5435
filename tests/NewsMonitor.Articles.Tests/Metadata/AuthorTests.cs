namespace NewsMonitor.Articles.Tests.Metadata;

public sealed class AuthorTests
{
    private static string Declared(string author) => "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"author\":" + author + ",\"publisher\":{\"name\":\"Example Post\"}}</script>";

    private static async Task<string> AuthorsAsync(string byline = "", string head = "", string after = "") =>
        string.Join('|', (await Pages.ReadAsync(Pages.Around(byline + Pages.Body + after, head))).Authors);

    [Theory]
    [InlineData("\"Anna Weber\"", "Anna Weber")]
    [InlineData("[\"Anna Weber\",\"Oleh Koval\"]", "Anna Weber|Oleh Koval")]
    [InlineData("[{\"name\":\"Anna Weber\"},{\"name\":\"Oleh Koval\"}]", "Anna Weber|Oleh Koval")]
    [InlineData("{\"name\":[\"Anna Weber\",\"Oleh Koval\"]}", "Anna Weber|Oleh Koval")]
    [InlineData("\"Anna Weber and Oleh Koval\"", "Anna Weber|Oleh Koval")]
    [InlineData("\"Maria &amp;amp; Katerina\"", "Maria|Katerina")]
    [InlineData("{\"name\":\"Anna Weber, Example Post\"}", "Anna Weber")]
    [InlineData("{\"name\":\"Example Post\"}", "Example Post")]
    [InlineData("{\"name\":\"Example Post and AFP\"}", "Example Post|AFP")]
    [InlineData("{\"name\":\"https://example.org/people/anna\"}", "https://example.org/people/anna")]
    public async Task Declared_authors_are_read_in_every_shape(string author, string expected) => Assert.Equal(expected, await AuthorsAsync(head: Declared(author)));

    [Fact]
    public async Task An_author_that_is_declared_elsewhere_is_found_by_reference()
    {
        const string Head = "<script type=\"application/ld+json\">{\"@graph\":[{\"@type\":\"NewsArticle\",\"author\":{\"@id\":\"#a\"}},{\"@type\":\"Person\",\"@id\":\"#a\",\"name\":\"Anna Weber\"}]}</script>";

        Assert.Equal("Anna Weber", await AuthorsAsync(head: Head));
    }

    [Theory]
    [InlineData("By Anna Weber", "Anna Weber")]
    [InlineData("Published August 7, 2026 by Anna Weber", "Anna Weber")]
    [InlineData("Written by: Anna Weber", "Anna Weber")]
    [InlineData("Posted by jancak | 31 December 2025", "jancak")]
    [InlineData("Von Anna Weber und Jan-Philipp Klein (dpa)", "Anna Weber|Jan-Philipp Klein")]
    [InlineData("Erstellt von Anna Weber am Dienstag, 6. Mai 2026", "Anna Weber")]
    [InlineData("Par Jean d’Ormont avec AFP", "Jean d’Ormont|AFP")]
    [InlineData("Por María de la Torre y Juan Pérez", "María de la Torre|Juan Pérez")]
    [InlineData("Автор: Олег Коваль", "Олег Коваль")]
    [InlineData("Текст: Олена Шевчук та Ігор Бондар", "Олена Шевчук|Ігор Бондар")]
    [InlineData("文／山田太郎", "山田太郎")]
    [InlineData("作者：张伟、李娜", "张伟|李娜")]
    [InlineData("김민수 기자", "김민수")]
    [InlineData("By the numbers", "")]
    public async Task A_line_under_the_headline_that_begins_as_bylines_do_names_the_authors(string line, string expected) => Assert.Equal(expected, await AuthorsAsync($"<p>{line}</p>"));

    [Fact]
    public async Task What_stands_under_the_headline_outranks_whoever_filed_the_page() =>
        Assert.Equal("Anna Weber", await AuthorsAsync("<p>By Anna Weber</p>", "<meta name=\"author\" content=\"Desk Admin\">"));

    [Fact]
    public async Task A_byline_with_more_names_completes_what_is_declared() =>
        Assert.Equal("Anna Weber|Oleh Koval", await AuthorsAsync("<p class=\"byline\">By Anna Weber and Oleh Koval</p>", Declared("\"Anna Weber\"")));

    [Fact]
    public async Task A_photographer_is_no_author() =>
        Assert.Equal("Anna Weber", await AuthorsAsync("<figure><figcaption>A ship. <strong class=\"author\">Pat Lens / Agency</strong></figcaption></figure>", Declared("\"Anna Weber\"")));

    [Fact]
    public async Task A_name_alone_where_the_text_ends_signs_it() => Assert.Equal("Anna Weber", await AuthorsAsync(after: "<p>Anna Weber</p>"));

    [Theory]
    [InlineData("Northern Harbour")]
    [InlineData("Climate Change Now and Then")]
    [InlineData("Read more:")]
    public async Task A_topic_alone_signs_nothing(string line) => Assert.Equal("", await AuthorsAsync(after: $"<p>{line}</p>"));

    [Theory]
    [InlineData("<div class=\"author\"><div class=\"author-name\">Anna Weber</div><div class=\"author-title\">Licensed Pilot</div><div class=\"author-date\">March 17</div></div>")]
    [InlineData("<div class=\"author\">Anna Weber <span>Thursday, November 9, 2026 4:41AM</span></div>")]
    public async Task What_stands_beside_a_name_is_no_name(string byline) => Assert.Equal("Anna Weber", await AuthorsAsync(byline));
}
