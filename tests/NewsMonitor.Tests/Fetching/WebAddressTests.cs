using NewsMonitor.Fetching;
using NewsMonitor.Tests.Worlds;

namespace NewsMonitor.Tests.Fetching;

public sealed class WebAddressTests
{
    [Theory]
    [InlineData("HTTP://Example.COM", "http://example.com/")]
    [InlineData("  https://example.com./a?b=c#d \n", "https://example.com/a?b=c")]
    [InlineData("https://example.com:443/a", "https://example.com/a")]
    [InlineData("http://example.com:8080/a", "http://example.com:8080/a")]
    [InlineData("http://exa\nmple.com/", "http://example.com/")]
    [InlineData("http://bücher.example/", "http://xn--bcher-kva.example/")]
    [InlineData("http://пример.рф/новости", "http://xn--e1afmkfd.xn--p1ai/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8")]
    [InlineData("http://example.com#@10.0.0.1/", "http://example.com/")]
    [InlineData("http://example.com/?@10.0.0.1", "http://example.com/?@10.0.0.1")]
    [InlineData("http://2130706433/", "http://127.0.0.1/")]
    [InlineData("http://0177.0.0.1/", "http://127.0.0.1/")]
    [InlineData("http://0x7f.1/", "http://127.0.0.1/")]
    [InlineData("http://0x7f000001/", "http://127.0.0.1/")]
    [InlineData("http://127.1/", "http://127.0.0.1/")]
    [InlineData("http://10.0.0.1./", "http://10.0.0.1/")]
    [InlineData("http://127。0。0。1/", "http://127.0.0.1/")]
    [InlineData("http://１２７.０.０.１/", "http://127.0.0.1/")]
    [InlineData("http://[0:0::1]/", "http://[::1]/")]
    public void An_address_is_read_into_one_form(string written, string expected) => Assert.Equal(expected, FetchWorld.Address(written).ToString());

    [Theory]
    [InlineData("http://10.0.0.1\\@example.com/")]
    [InlineData("http:\\\\example.com/")]
    [InlineData("http://example.com/a\\b")]
    [InlineData("http://user@example.com/")]
    [InlineData("http://user:secret@example.com/")]
    [InlineData("http://@example.com/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("ftp://example.com/")]
    [InlineData("gopher://example.com/")]
    [InlineData("data:text/plain,hello")]
    [InlineData("javascript:alert(1)")]
    [InlineData("example.com/feed")]
    [InlineData("http://")]
    [InlineData("http:///a")]
    [InlineData("http://example..com/")]
    [InlineData("http://256.0.0.1/")]
    [InlineData("http://1.2.3.4.5/")]
    [InlineData("http://4294967296/")]
    [InlineData("http://09.0.0.1/")]
    [InlineData("http://example.com:0/")]
    [InlineData("http://example.com:99999/")]
    [InlineData("http://[fe80::1%25eth0]/")]
    [InlineData("http://exa mple.com/")]
    [InlineData("http://example.com/\0")]
    [InlineData("")]
    [InlineData(null)]
    public void An_address_that_could_be_read_two_ways_or_is_not_the_webs_is_refused(string? written)
    {
        Assert.False(WebAddress.TryParse(written, out _, out var problem));
        Assert.DoesNotContain("secret", problem, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem);
    }

    [Fact]
    public void An_address_that_is_too_long_is_refused() => Assert.False(WebAddress.TryParse("http://example.com/" + new string('a', 9000), out _, out _));

    [Theory]
    [InlineData("/b", "https://example.com/b")]
    [InlineData("b", "https://example.com/news/b")]
    [InlineData("?p=2", "https://example.com/news/a?p=2")]
    [InlineData("//other.example/b", "https://other.example/b")]
    [InlineData("http://other.example/b", "http://other.example/b")]
    public void A_reference_is_resolved_against_its_page(string reference, string expected)
    {
        Assert.True(FetchWorld.Address("https://example.com/news/a").TryResolve(reference, out var address, out _));
        Assert.Equal(expected, address.ToString());
    }

    [Fact]
    public void What_a_reader_is_shown_holds_no_query() =>
        Assert.Equal("https://example.com/feed", FetchWorld.Address("https://example.com/feed?token=secret").Display);

    [Fact]
    public void Two_spellings_of_one_address_are_equal() =>
        Assert.Equal(FetchWorld.Address("http://EXAMPLE.com.:80/a#x"), FetchWorld.Address("http://example.com/a"));
}
