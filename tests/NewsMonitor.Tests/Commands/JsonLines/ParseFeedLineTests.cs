using System.Text;
using System.Text.Json;
using NewsMonitor.Commands.JsonLines;

namespace NewsMonitor.Tests.Commands.JsonLines;

public sealed class ParseFeedLineTests
{
    private const string Feed = """
        <rss version="2.0"><channel><title>News</title><link>/</link><item><title>Kim &amp; Putin</title><link>/1</link><guid>n-1</guid>
        <pubDate>Mon, 16 Nov 2026 12:30:00 MSK</pubDate><description>북한</description></item></channel></rss>
        """;

    [Fact]
    public void A_feed_is_answered_with_its_entries()
    {
        var answer = ParseFeedLine.Answer($$"""{"id":7,"kind":"unknown key","url":"https://news.example/feed","headers":{"content-type":"text/xml"},"bytes_base64":"{{Base64(Feed)}}"}""");
        Assert.Equal(
            """{"id":7,"ok":true,"format":"RSS 2.0","feed":{"title":"News","link":"https://news.example/"},"entries":[{"id":"n-1","title":"Kim & Putin","link":"https://news.example/1","published":"2026-11-16T12:30:00+03:00","updated":null,"summary":"북한"}]}""",
            answer);
    }

    [Fact]
    public void The_charset_of_the_header_is_heeded()
    {
        var bytes = Convert.ToBase64String(CodePagesEncodingProvider.Instance.GetEncoding("windows-1251")!.GetBytes("<rss><channel><title>Да</title></channel></rss>"));
        var answer = ParseFeedLine.Answer($$"""{"id":"a","headers":{"Content-Type":"text/xml; charset=windows-1251"},"bytes_base64":"{{bytes}}"}""");
        Assert.Contains("\"Да\"", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("""{"id":"a"}""")]
    [InlineData("""{"id":"a","bytes_base64":7}""")]
    [InlineData("""{"id":"a","bytes_base64":"?"}""")]
    [InlineData("""{"id":"a","bytes_base64":""}""")]
    [InlineData("""{"id":"a","bytes_base64":"PGh0bWw+","headers":7,"url":7}""")]
    [InlineData("""{"id":"a","bytes_base64":"\ud800"}""")]
    [InlineData("""{"id":"\ud800","bytes_base64":""}""")]
    public void A_bad_line_is_answered_with_an_error(string line)
    {
        var answer = ParseFeedLine.Answer(line);
        Assert.DoesNotContain('\n', answer);
        using var json = JsonDocument.Parse(answer);
        Assert.False(json.RootElement.GetProperty("ok").GetBoolean());
        Assert.NotEmpty(json.RootElement.GetProperty("error").GetString()!);
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
