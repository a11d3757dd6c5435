using NewsMonitor.Display;

namespace NewsMonitor.Tests.Display;

public sealed class DisplayTests
{
    [Theory]
    [InlineData("https://a.example/x?y=1", "https://a.example/x?y=1")]
    [InlineData("http://a.example/\"<>'", "http://a.example/%22%3C%3E'")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("JaVaScRiPt:alert(1)", null)]
    [InlineData("data:text/html,x", null)]
    [InlineData("file:///etc/passwd", null)]
    [InlineData("//a.example/", null)]
    [InlineData("/local", null)]
    [InlineData("http://10.0.0.1\\@a.example/", null)]
    [InlineData("https://a.example@evil.example/", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Only_plain_web_addresses_are_links(string? url, string? link) => Assert.Equal(link, SafeLink.Of(url));

    [Theory]
    [InlineData("a\r\nBcc: b\0c\u2028d", "a Bcc: b c d")]
    [InlineData("\u202eabc\u2066d\u200b\ufeff", "abcd")]
    [InlineData("\u001b[31mred", "[31mred")]
    [InlineData("  ", "")]
    public void A_line_is_one_line_of_what_can_be_shown(string text, string line) => Assert.Equal(line, SafeText.Line(text));

    [Fact]
    public void A_lone_surrogate_is_replaced() => Assert.Equal("x\ufffdy", SafeText.Line("x\ud800y"));

    [Fact]
    public void A_long_line_is_cut_between_whole_characters() => Assert.Equal("가나…", SafeText.Line("가나다라", width: 6));

    [Theory]
    [InlineData("abc", 3)]
    [InlineData("한국", 4)]
    [InlineData("日本語", 6)]
    [InlineData("é", 1)]
    [InlineData("👍", 2)]
    public void Ideographs_take_two_columns(string text, int width) => Assert.Equal(width, DisplayWidth.Of(text));

    [Fact]
    public void Chinese_breaks_anywhere_but_before_a_stop() => Assert.Equal(["中文中文", "中文。中", "文"], Wrapping.Lines("中文中文中文。中文", 8));

    [Fact]
    public void Korean_breaks_between_words_and_a_long_word_stays_whole() => Assert.Equal(["북한은", "러시아에", "https://a.example/long"], Wrapping.Lines("북한은 러시아에 https://a.example/long", 9));

    [Fact]
    public void Indents_count() => Assert.Equal(["- aa", "  bb"], Wrapping.Lines("aa bb", 6, "- ", "  "));

    [Fact]
    public void Holes_in_markup_are_escaped_and_builders_are_not()
    {
        var inner = new HtmlBuilder().Add($"<b>{"<i>"}</b>");

        Assert.Equal("<p title=\"&quot;&#39;\"><b>&lt;i&gt;</b>42 &amp;</p>", new HtmlBuilder().Add($"<p title=\"{"\"'"}\">{inner}{42} {"&"}</p>").ToString());
    }

    [Fact]
    public void Length_is_counted_in_bytes() => Assert.Equal(10, new HtmlBuilder().Add($"<p>{"한"}</p>").ByteCount());
}
