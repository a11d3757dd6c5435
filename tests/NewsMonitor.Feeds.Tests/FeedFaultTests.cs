using static NewsMonitor.Feeds.Tests.Samples;

namespace NewsMonitor.Feeds.Tests;

public sealed class FeedFaultTests
{
    [Fact]
    public void A_fault_says_in_which_line_it_was_first_seen_and_how_often()
    {
        var feed = Read("<rss version=\"2.0\"><channel><title>News</title>\n<item><title>One</title><link>https://news.example/1</link>\n<pubDate>Someday</pubDate></item>\n"
            + "<item><title>Two &nothing;</title><link>https://news.example/2</link>\n<pubDate>Never</pubDate></item></channel></rss>");

        Assert.Equal(
            ["A date cannot be read or leaves a doubt: Someday (2 times, first in line 3)", "An entity is used that nothing defines (line 4)"],
            feed.Faults.Select(fault => fault.Sentence),
            StringComparer.Ordinal);
    }

    [Fact]
    public void A_fault_in_JSON_has_a_line_too()
    {
        var feed = Read("{\"version\":\"https://jsonfeed.org/version/1.1\",\n\"items\":[\n{\"id\":\"1\",\"url\":\"ftp://news.example/\"}]}");

        Assert.Contains("An entry has no link: 1 (line 3)", feed.Faults.Select(fault => fault.Sentence), StringComparer.Ordinal);
    }
}
