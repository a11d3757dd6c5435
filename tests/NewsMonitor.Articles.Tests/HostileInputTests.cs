using System.Diagnostics;
using System.Text;
using NewsMonitor.Text.Charsets;

namespace NewsMonitor.Articles.Tests;

public sealed class HostileInputTests
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMilliseconds(400);

    public static TheoryData<string> HostilePages => new("deep", "slashes", "attributes", "crossed", "formatting", "entities", "nuls", "scripts", "unclosed", "surrogates", "state", "cards", "declared");

    [Theory]
    [MemberData(nameof(HostilePages))]
    public async Task A_hostile_page_ends_in_a_value_before_the_deadline_has_long_passed(string name)
    {
        using var deadline = new CancellationTokenSource(Deadline);
        var watch = Stopwatch.StartNew();

        var extraction = await ArticleExtractor.ExtractAsync(Hostile(name), Pages.Url, deadline.Token, TestContext.Current.CancellationToken);

        Assert.NotNull(extraction);
        Assert.True(watch.Elapsed < Deadline + TimeSpan.FromSeconds(4), $"{name} took {watch.Elapsed}");
        Assert.Equal(3, (await Pages.ReadAsync(Pages.Around(Pages.Body))).Text.Split('\n').Length);
    }

    [Fact]
    public async Task A_page_of_fifty_megabytes_is_not_read()
    {
        var page = string.Create(50_000_000, 'a', static (buffer, fill) => buffer.Fill(fill));

        Assert.Equal(UnparsableReason.TooLarge, Assert.IsType<Extraction.Unparsable>(await ArticleExtractor.ExtractAsync(page, Pages.Url, CancellationToken.None)).Reason);
    }

    [Fact]
    public async Task A_page_just_within_the_bound_is_read_or_given_up_at_the_deadline()
    {
        using var deadline = new CancellationTokenSource(Deadline);
        var watch = Stopwatch.StartNew();

        await ArticleExtractor.ExtractAsync(string.Concat(Enumerable.Repeat("<p>one ", ArticleExtractor.LongestPage / 7)), Pages.Url, deadline.Token, TestContext.Current.CancellationToken);

        Assert.True(watch.Elapsed < Deadline + TimeSpan.FromSeconds(8), watch.Elapsed.ToString());
    }

    [Fact]
    public async Task A_deadline_that_has_passed_is_a_value()
    {
        var extraction = await ArticleExtractor.ExtractAsync(Pages.Around(Pages.Body), Pages.Url, new CancellationToken(canceled: true), CancellationToken.None);

        Assert.Equal(UnparsableReason.Deadline, Assert.IsType<Extraction.Unparsable>(extraction).Reason);
    }

    [Fact]
    public async Task A_caller_who_stops_gets_what_he_asked_for() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ArticleExtractor.ExtractAsync(Pages.Around(Pages.Body), Pages.Url, CancellationToken.None, new CancellationToken(canceled: true)));

    [Fact]
    public async Task An_article_inside_deep_nesting_is_still_read()
    {
        var html = string.Concat(Enumerable.Repeat("<div>", 200)) + Pages.Body + string.Concat(Enumerable.Repeat("</div>", 200));

        Assert.Contains(Pages.SecondParagraph, (await Pages.ReadAsync(html)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("windows-1251")]
    [InlineData("utf-16")]
    [InlineData("no such charset")]
    [InlineData("utf-7")]
    public async Task Bytes_in_another_encoding_than_declared_end_in_a_value(string charset)
    {
        byte[] page = [.. Encoding.UTF8.GetBytes(Pages.Around(Pages.Body)), 0xC3, 0x28, 0xFF, 0xFE, 0x00, 0xED, 0xA0, 0x80];

        var html = CharsetDecoder.Decode(page, "text/html; charset=" + charset, MarkupKind.Html).Text;

        Assert.NotNull(await ArticleExtractor.ExtractAsync(html, Pages.Url, TestContext.Current.CancellationToken));
    }

    private static string Hostile(string name) => name switch
    {
        "deep" => string.Concat(Enumerable.Repeat("<div>", 100_000)) + Pages.Body,
        "slashes" => "<p " + new string('/', 1_000_000) + ">text",
        "attributes" => "<p " + string.Join(' ', Enumerable.Range(0, 1_000_000).Select(i => "a" + i + "=1")) + ">text</p>",
        "crossed" => string.Concat(Enumerable.Repeat("<li><table><template><td></li></table>", 20_000)),
        "formatting" => string.Concat(Enumerable.Repeat("<b><i><a><p>", 5_000)) + "text",
        "entities" => string.Concat(Enumerable.Repeat("&#x110000;&nope;&lt", 100_000)),
        "nuls" => "<p>" + new string('\0', 1_000_000) + "</p>",
        "scripts" => string.Concat(Enumerable.Repeat("<script>if (a < b && c > d) { document.write('<p>') }</script>", 20_000)),
        "unclosed" => string.Concat(Enumerable.Repeat("<p>one <span>two <font>three ", 20_000)),
        "surrogates" => new StringBuilder("<p>").Append('\uD800', 100_000).Append("</p>").ToString(),
        "state" => "<body><script type=\"application/json\">" + new string('[', 500_000) + "</script><script>window.a = " + new string('{', 500_000) + "</script>",
        "cards" => string.Concat(Enumerable.Range(0, 20_000).Select(i => $"<div class=c{i}><h3><a href=/{i}>One more of very many cards</a></h3><p>{Pages.FirstParagraph}</p></div>")),
        "declared" => "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"articleBody\":\"" + string.Concat(Enumerable.Repeat("<div>A sentence. ", 200_000)) + "\"}</script>",
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such page"),
    };
}
