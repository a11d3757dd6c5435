using static NewsMonitor.Feeds.Tests.Samples;

namespace NewsMonitor.Feeds.Tests.Rdf;

public sealed class RdfReaderTests
{
    [Fact]
    public void Entries_stand_beside_the_channel_and_are_named_by_about()
    {
        var feed = Read("""
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="https://news.example/rdf"><title>News</title><link>https://news.example/</link><dc:language>ru</dc:language>
              <items><rdf:Seq><rdf:li rdf:resource="https://news.example/1"/></rdf:Seq></items></channel>
            <image rdf:about="l.png"><title>Logo</title><link>https://logo.example/</link></image>
            <item rdf:about="https://news.example/1"><title>One</title><dc:date>2026-11-16T12:30:00+03:00</dc:date><dc:creator>Anna</dc:creator></item>
            <textinput><title>Search</title><link>https://search.example/</link></textinput>
            </rdf:RDF>
            """);

        Assert.Equal("RSS (RDF) 1.0", feed.Format.ToString());
        Assert.Equal("News", feed.Title);
        Assert.Equal("https://news.example/", feed.Link);
        Assert.Equal("ru", feed.Language);
        var item = Assert.Single(feed.Items);
        Assert.Equal("https://news.example/1", item.Id);
        Assert.Equal("https://news.example/1", item.Link);
        Assert.Equal("2026-11-16T12:30:00+03:00", item.Published.ToString());
        Assert.Equal("Anna", item.Authors[0].Name);
    }

    [Fact]
    public void The_oldest_version_is_told_by_its_namespace()
    {
        var feed = Read("""
            <r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>News</title></channel><item><title>One</title></item></r:RDF>
            """);
        Assert.Equal("RSS (RDF) 0.90", feed.Format.ToString());
        Assert.Equal("One", Assert.Single(feed.Items).Title);
    }
}
