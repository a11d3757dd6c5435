namespace NewsMonitor.Articles.Tests;

public sealed class RefusalTests
{
    [Theory]
    [InlineData(NoTextReason.BotChallenge, "<title>Just a moment...</title><body><h1>example.org</h1><p>Verify you are human by completing the action below.</p><script></script></body>")]
    [InlineData(NoTextReason.ConsentWall, "<title>Example Post</title><body><div><h2>We value your privacy</h2><p>We and our partners store information on a device.</p><button>Accept</button></div></body>")]
    [InlineData(NoTextReason.LoginPage, "<title>Log in</title><body><form><input name=u><input type=password name=p><button>Log in</button></form></body>")]
    [InlineData(NoTextReason.NotFound, "<title>Page not found</title><body><h1>404</h1><p>The page you asked for is no longer here. Try the search, or go back to the front page.</p></body>")]
    [InlineData(NoTextReason.ScriptOnly, "<title>Example Post</title><body><div id=\"root\"></div><script src=\"/app.js\"></script></body>")]
    [InlineData(NoTextReason.VideoPage, "<title>Ships arrive</title><meta property=\"og:type\" content=\"video.other\"><body><h1>Ships arrive</h1><iframe src=\"/player\"></iframe></body>")]
    [InlineData(NoTextReason.Paywall, "<title>Ships arrive</title><body><h1>Ships arrive</h1><div class=\"paywall\"><p>Subscribe to continue reading.</p></div></body>")]
    public async Task A_page_without_an_article_says_why(NoTextReason reason, string html) => Assert.Equal(reason, await Pages.RefusalAsync("<html><head>" + html));

    [Fact]
    public async Task A_page_of_links_is_an_index_page()
    {
        var links = string.Concat(Enumerable.Range(1, 40).Select(i => $"<li><a href=\"/{i}\">Report number {i} on the opening of the harbour</a></li>"));

        Assert.Equal(NoTextReason.IndexPage, await Pages.RefusalAsync($"<html><head><title>World</title></head><body><ul>{links}</ul></body></html>"));
    }

    [Fact]
    public async Task What_the_page_said_of_itself_is_kept()
    {
        var extraction = await ArticleExtractor.ExtractAsync(
            "<html><head><title>Ships arrive</title><meta property=\"og:type\" content=\"video.other\"></head><body><iframe src=\"/player\"></iframe></body></html>", Pages.Url, CancellationToken.None);

        Assert.Equal("Ships arrive", Assert.IsType<Extraction.NoText>(extraction).Metadata.Title);
    }
}
