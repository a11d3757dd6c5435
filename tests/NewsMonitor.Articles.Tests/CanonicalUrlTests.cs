namespace NewsMonitor.Articles.Tests;

public sealed class CanonicalUrlTests
{
    [Theory]
    [InlineData("https://example.org/news/1?utm_source=rss&utm_medium=feed")]
    [InlineData("https://example.org/news/1?fbclid=abc#comments")]
    [InlineData("http://example.org/news/1")]
    [InlineData("https://www.example.org/news/1/")]
    [InlineData("https://m.example.org/news/1")]
    [InlineData("https://amp.example.org/news/1/amp")]
    [InlineData("https://example.org/amp/news/1")]
    [InlineData("https://example.org/news/1?amp=1")]
    [InlineData("https://EXAMPLE.org:443/news/1")]
    [InlineData("https://example.org./news/1")]
    [InlineData("https://example.org//news/1")]
    [InlineData("https://www.google.com/amp/s/example.org/news/1/amp")]
    [InlineData("https://example-org.cdn.ampproject.org/c/s/example.org/news/1?amp_js_v=0.1")]
    [InlineData("  https://example.org/news/1  ")]
    public void Every_way_to_an_article_is_the_same_article(string met) => Assert.Equal(Canonical("https://example.org/news/1"), Canonical(met));

    [Theory]
    [InlineData("https://example.org/news?id=1", "https://example.org/news?id=2")]
    [InlineData("https://example.org/news/1", "https://example.org/news/2")]
    [InlineData("https://example.org/news/1", "https://example.com/news/1")]
    [InlineData("https://news.example.org/1", "https://sport.example.org/1")]
    [InlineData("https://example.org:8443/1", "https://example.org/1")]
    [InlineData("https://example.org/Camp", "https://example.org/C")]
    public void Different_articles_stay_different(string one, string other) => Assert.NotEqual(Canonical(one), Canonical(other));

    [Fact]
    public void The_order_of_parameters_makes_no_difference() =>
        Assert.Equal(Canonical("https://example.org/?b=2&a=1"), Canonical("https://example.org/?a=1&b=2"));

    [Theory]
    [InlineData("https://www.example.org/a?utm_source=x&id=7#top", "https://www.example.org/a?id=7")]
    [InlineData("http://Example.ORG:80/a/", "http://example.org/a/")]
    [InlineData("https://пример.рф/новость", "https://xn--e1afmkfd.xn--p1ai/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D1%8C")]
    [InlineData("https://m.example.org/a", "https://m.example.org/a")]
    public void Its_value_is_an_address_that_can_be_visited(string met, string value) => Assert.Equal(value, Canonical(met).Value);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("news/1")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://example.org/a")]
    [InlineData("https://user:secret@example.org/")]
    [InlineData("https://user@example.org/")]
    [InlineData("http://10.0.0.1\\@example.com/")]
    [InlineData("https://example.org/a\nb")]
    [InlineData("https://")]
    public void What_is_no_plain_web_address_is_refused(string? met) => Assert.False(CanonicalUrl.TryCreate(met, out _));

    [Fact]
    public void An_endless_address_is_refused() => Assert.False(CanonicalUrl.TryCreate("https://example.org/" + new string('a', 5000), out _));

    private static CanonicalUrl Canonical(string url)
    {
        Assert.True(CanonicalUrl.TryCreate(url, out var canonical), url);
        return canonical;
    }
}
