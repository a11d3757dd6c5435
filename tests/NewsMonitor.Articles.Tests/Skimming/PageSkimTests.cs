using NewsMonitor.Articles.Skimming;

namespace NewsMonitor.Articles.Tests.Skimming;

public sealed class PageSkimTests
{
    [Theory]
    [InlineData("<p>Ships in North Korea</p>")]
    [InlineData("<p>Ships in North\n      Korea</p>")]
    [InlineData("<p>Ships in North&nbsp;Korea</p>")]
    [InlineData("<p>Ships in Nor<b>th</b> <a href=\"/?a=1&b=2\" title='a > b'>Ko</a>rea</p>")]
    [InlineData("<p>&#78;&#x6F;&#X72;th &#75;orea</p>")]
    [InlineData("<p>Nor&shy;th Ko\u00ADre\u200Ba</p>")]
    [InlineData("<p>North <span itemprop=\"place\"><meta itemprop=\"name\" content=\"Seoul\">Korea</span></p>")]
    [InlineData("<p>North <!-- > -- ---!>Korea</p>")]
    [InlineData("<p>a < b and North Korea</p>")]
    [InlineData("<p class=it's>North Korea</p>")]
    [InlineData("<!-->North Korea")]
    [InlineData("<title>North Korea</title>")]
    [InlineData("<title>A <b North Korea</title>")]
    [InlineData("<title>North Korea")]
    [InlineData("<meta property=\"og:title\" content=\"North Korea &amp;amp; the sea\">")]
    [InlineData("<meta property=\"og:title\" content=\"&amp;#78;orth Korea\">")]
    [InlineData("<script type=\"application/ld+json\">{\"headline\":\"\\u004eorth\\nKorea\"}</script>")]
    [InlineData("<script type=\"application/ld+json\">{\"articleBody\":\"\\u003cp\\u003eNorth \\u003Cem\\u003EKorea\"}</script>")]
    [InlineData("<script type=\"application/ld+json\">{\"articleBody\":\"<p>North <\\/p>Korea\"}</script>")]
    [InlineData("<script id=\"__NEXT_DATA__\" type=\"application/json\">{\"body\":\"North Korea\"}</script>")]
    [InlineData("<style>p{}<p>North Korea")]
    [InlineData("<script>var a='<p>';</script><p>North Korea</p>")]
    [InlineData("<textarea><script></textarea><p>North Korea</p>")]
    public void What_a_parser_would_read_is_read(string html) =>
        Assert.True(PageSkim.Passes(html, text => text.Contains("North Korea", StringComparison.Ordinal)), Skimmed(html));

    [Fact]
    public void A_gloss_over_a_character_does_not_part_its_word() =>
        Assert.Equal("北朝鮮の船", Skimmed("<p>北<ruby>朝<rp>(</rp><rt>ちょう</rt><rp>)</rp></ruby>鮮の船").Trim());

    [Theory]
    [InlineData("<p>North</p><p>Korea</p>", "North\nKorea")]
    [InlineData("<ul><li>North<li>Korea</ul>", "North\nKorea")]
    [InlineData("North<br>Korea", "North\nKorea")]
    public void Elements_that_begin_a_line_part_words(string html, string expected) => Assert.Equal(expected, Skimmed(html).Trim());

    [Theory]
    [InlineData("<script>document.write('North Korea')</script>")]
    [InlineData("<style>.north-korea::after { content: 'North Korea' }</style>")]
    [InlineData("<p title=\"North Korea\">text</p>")]
    [InlineData("<!-- North Korea -->")]
    public void What_nobody_reads_is_passed_over(string html) => Assert.DoesNotContain("North Korea", Skimmed(html), StringComparison.Ordinal);

    [Theory]
    [InlineData("<link rel=\"canonical\" href=\"https://www.example.org/world/harbour-opens-2026\">", "https://www.example.org/world/harbour-opens-2026")]
    [InlineData("<LINK href='/world/harbour-opens-2026?a=1&amp;b=2' rel=canonical>", "https://www.example.org/world/harbour-opens-2026?a=1&b=2")]
    [InlineData("<meta property=\"og:url\" content=\"https://www.example.org/world/harbour-opens-2026\">", "https://www.example.org/world/harbour-opens-2026")]
    [InlineData("<link rel=\"canonical\" href=\"https://www.example.org/\">", "https://www.example.org/world/2026/11/23/harbour-deal")]
    [InlineData("<body><link rel=\"canonical\" href=\"https://www.example.org/world/harbour-opens-2026\">", "https://www.example.org/world/2026/11/23/harbour-deal")]
    public void The_declared_address_is_found_without_a_tree(string head, string expected) =>
        Assert.Equal(expected, PageSkim.CanonicalOf("<html><head>" + head, Pages.Url)?.Value);

    [Theory]
    [InlineData("<script>", 200_000)]
    [InlineData("<p a=\"", 200_000)]
    [InlineData("<!--", 200_000)]
    [InlineData("&amp;amp;", 200_000)]
    [InlineData("&nope", 200_000)]
    [InlineData("<![--", 200_000)]
    [InlineData("<style><xmp>", 100_000)]
    public void A_page_made_to_be_slow_is_soon_read(string piece, int times)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();

        PageSkim.Passes(string.Concat(Enumerable.Repeat(piece, times)), _ => true);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(3), watch.Elapsed.ToString());
    }

    private static string Skimmed(string html)
    {
        var skimmed = "";
        PageSkim.Passes(html, text =>
        {
            skimmed = text.ToString();
            return true;
        });
        return skimmed;
    }
}
