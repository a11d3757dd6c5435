using NewsMonitor.Digests.Rendering;
using NewsMonitor.Tests.Digests;

namespace NewsMonitor.Tests.Digests.Rendering;

public sealed class MarkdownDigestTests
{
    [Theory]
    [InlineData("](http://evil.example)", @"\]\(http\://evil.example)")]
    [InlineData("<!channel>", "&lt;!channel&gt;")]
    [InlineData("@everyone", "@\u2060everyone")]
    [InlineData("**bold** `code` _it_", @"\*\*bold\*\* \`code\` \_it\_")]
    [InlineData("# heading", @"\# heading")]
    [InlineData("1. item", @"1\. item")]
    [InlineData("- item", @"\- item")]
    [InlineData("see www.evil.example", @"see www\.evil.example")]
    [InlineData("a | b ~~c~~", @"a \| b \~\~c\~\~")]
    [InlineData("4.5 km (2-way)", "4.5 km (2-way)")]
    [InlineData("\u202eevil\u202c", "evil")]
    public void Text_from_outside_means_nothing_but_its_characters(string text, string escaped) => Assert.Equal(escaped, MarkdownText.Escape(text));

    [Fact]
    public void Addresses_that_may_not_be_opened_are_no_links()
    {
        Assert.Equal("label", MarkdownText.Link("label", "javascript:alert(1)"));
        Assert.Equal("[label](<https://a.example/(x)>)", MarkdownText.Link("label", "https://a.example/(x)"));
    }

    [Fact]
    public void A_hostile_digest_has_no_markup_and_no_foreign_link()
    {
        var markdown = MarkdownDigest.Render(Hostile.Digest());

        Assert.DoesNotMatch("<(?!https://news\\.example/)", markdown);
        Assert.DoesNotContain("](http://evil", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("](javascript", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("@everyone", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain(markdown, unit => char.IsControl(unit) && unit != '\n');
    }

    [Fact]
    public void Evidence_is_bold_in_the_quote() => Assert.Contains("> 韩国国家情报院23日表示，**朝鲜**自10月以来又", MarkdownDigest.Render(SampleDigests.Busy()), StringComparison.Ordinal);
}
