namespace NewsMonitor.Articles.Tests.Metadata;

public sealed class RubricTests
{
    [Theory]
    [InlineData("<meta property=\"article:tag\" content=\"harbour\"><meta property=\"article:tag\" content=\"trade\">", "harbour|trade")]
    [InlineData("<meta name=\"news_keywords\" content=\"harbour, trade, Harbour\">", "harbour|trade")]
    [InlineData("", "")]
    public async Task Tags_come_from_the_first_source_that_has_some(string head, string expected) =>
        Assert.Equal(expected, string.Join('|', (await Pages.ReadAsync(Pages.Around(Pages.Body, head))).Tags));

    [Fact]
    public async Task A_rubric_comes_from_the_meta_elements_too() =>
        Assert.Equal("World", (await Pages.ReadAsync(Pages.Around(Pages.Body, "<meta property=\"article:section\" content=\"World\">"))).Section);

    [Theory]
    [InlineData("<meta name=\"article:content_tier\" content=\"locked\">", true)]
    [InlineData("<meta name=\"article:content_tier\" content=\"free\">", false)]
    public async Task A_text_behind_a_subscription_is_marked(string head, bool truncated) =>
        Assert.Equal(truncated, (await Pages.ReadAsync(Pages.Around(Pages.Body, head))).Truncated);

    [Fact]
    public async Task A_text_that_breaks_off_before_an_offer_to_subscribe_is_marked() =>
        Assert.True((await Pages.ReadAsync(Pages.Around(Pages.Body + $"<p>{Pages.FirstParagraph[..^1]} …</p><div class=\"paywall\"><p>Subscribe to continue</p></div>"))).Truncated);
}
