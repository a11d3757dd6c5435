using System.Text.Json.Nodes;
using NewsMonitor.Commands.JsonLines;

namespace NewsMonitor.Tests.Commands.JsonLines;

public sealed class ExtractLineTests
{
    private const string Page = "<html lang=\"en\"><head><title>Harbour opens</title></head><body><h1>Harbour opens</h1><p>The two governments signed an agreement on Monday that opens "
        + "the northern harbour to cargo ships.</p><p>Officials said that the first vessels would arrive before the end of the month, as both sides had planned.</p></body></html>";

    [Fact]
    public async Task A_page_in_gives_its_article_out()
    {
        var answer = await AnswerAsync(new JsonObject { ["id"] = "a1", ["url"] = "https://example.org/2026/11/23/harbour?utm_source=rss", ["html"] = Page });

        Assert.Equal("id url canonical_url title text authors published modified language site_name", string.Join(' ', answer.Select(property => property.Key)));
        Assert.Equal("a1", (string?)answer["id"]);
        Assert.Equal("https://example.org/2026/11/23/harbour", (string?)answer["canonical_url"]);
        Assert.Equal("2026-11-23", (string?)answer["published"]);
        Assert.Null(answer["modified"]);
        Assert.Equal("en", (string?)answer["language"]);
        Assert.Contains("northern harbour", (string?)answer["text"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_are_decoded_by_what_they_declare()
    {
        var bytes = System.Text.Encoding.Latin1.GetBytes("<html><head><meta charset=\"iso-8859-1\"><title>Fähre</title></head><body><p>Die Fähre über die Förde fährt ab Montag wieder jede Stunde, "
            + "teilte die Reederei am Sonntag mit und nannte auch die neuen Preise.</p></body></html>");

        Assert.Equal("Fähre", (string?)(await AnswerAsync(new JsonObject { ["id"] = 7, ["url"] = "", ["html_base64"] = Convert.ToBase64String(bytes) }))["title"]);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[1,2]")]
    [InlineData("{\"id\":\"x\"}")]
    [InlineData("{\"id\":\"x\",\"html_base64\":\"***\"}")]
    [InlineData("{\"id\":\"x\",\"html\":7}")]
    public async Task A_bad_line_is_answered_with_an_error(string line) =>
        Assert.NotNull(JsonNode.Parse(await ExtractLine.AnswerAsync(line, TimeProvider.System, TestContext.Current.CancellationToken))!["error"]);

    [Fact]
    public async Task Half_a_character_does_not_cost_the_page()
    {
        var line = "{\"id\":\"x\",\"url\":\"https://example.org/\",\"html\":\"<h1>Harbour \\uD83D opens \\uD83D\\uDEA2</h1><p>The two governments signed an agreement that opens the harbour, they said on Monday.</p>\"}";

        Assert.Equal("Harbour \uFFFD opens \U0001F6A2", (string?)JsonNode.Parse(await ExtractLine.AnswerAsync(line, TimeProvider.System, TestContext.Current.CancellationToken))!["title"]);
    }

    private static async Task<JsonObject> AnswerAsync(JsonObject line) =>
        JsonNode.Parse(await ExtractLine.AnswerAsync(line.ToJsonString(), TimeProvider.System, TestContext.Current.CancellationToken))!.AsObject();
}
