using System.Text.Json;

namespace NewsMonitor.Articles.Tests;

public sealed class EmbeddedTextTests
{
    private static readonly string[] Paragraphs = [Pages.FirstParagraph, Pages.SecondParagraph, Pages.ThirdParagraph];

    [Fact]
    public async Task The_declared_body_stands_in_where_a_script_writes_the_page() =>
        Assert.Equal(Paragraphs, await ReadAsync("<script type=\"application/ld+json\">" + JsonSerializer.Serialize(new { headline = "Harbour opens", articleBody = string.Join("\n\n", Paragraphs) }).Insert(1, "\"@type\":\"NewsArticle\",") + "</script>"));

    [Fact]
    public async Task So_does_the_state_that_the_script_starts_from() => Assert.Equal(Paragraphs, await ReadAsync("<script id=\"__NEXT_DATA__\" type=\"application/json\">" + State(Html) + "</script>"));

    [Fact]
    public async Task So_does_a_state_that_is_assigned_to_the_window() => Assert.Equal(Paragraphs, await ReadAsync("<script>window.__STATE__ = " + State(Html) + ";window.run = function () { return {}; }</script>"));

    [Fact]
    public async Task Paragraphs_in_pieces_are_put_together_in_order() =>
        Assert.Equal(Paragraphs, await ReadAsync("<script type=\"application/json\">" + State(Paragraphs.Select(text => new { type = "paragraph", children = new[] { new { text } } })) + "</script>"));

    [Fact]
    public async Task Text_in_elements_comes_first()
    {
        var article = await Pages.ReadAsync(Pages.Around(Pages.Body, "<script type=\"application/json\">" + State("<p>" + Pages.FirstParagraph + "</p>") + "</script>"));

        Assert.Equal(Paragraphs, article.Text.Split('\n'));
    }

    private static string Html => string.Concat(Paragraphs.Select(text => $"<p>{text}</p>"));

    private static string State(object content) => JsonSerializer.Serialize(new
    {
        props = new
        {
            user = new { consent = "Please accept that we store a few things on your device before you go on, will you?" },
            page = new { slug = "https://example.org/harbour", article = new { id = 7, title = "Harbour opens", content } },
        },
    });

    private static async Task<string[]> ReadAsync(string script) =>
        (await Pages.ReadAsync($"<html><head><title>Harbour opens</title></head><body><div id=\"root\"></div>{script}</body></html>")).Text.Split('\n');
}
