using static NewsMonitor.Feeds.Tests.Samples;

namespace NewsMonitor.Feeds.Tests.Atom;

public sealed class AtomReaderTests
{
    [Fact]
    public void Everything_that_an_entry_says_is_read()
    {
        var item = Assert.Single(Read(AtomFeed("""
            <id>tag:news.example,2026:1</id><title type="html">Kim &amp;amp; &lt;i&gt;Putin&lt;/i&gt;</title>
            <link rel="self" href="/self"/><link rel="enclosure" href="/1.mp3" type="audio/mpeg" length="9"/><link href="/1"/>
            <published>2026-11-16T12:30:00+03:00</published><updated>2026-11-16T10:00:00Z</updated>
            <author><name>Anna Weber</name><email>anna@news.example</email><uri>/anna</uri></author>
            <category term="war" label="War"/>
            <summary>Short</summary>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>5 &lt; 6</p></div></content>
            <source><id>urn:x</id><title>Other</title><link href="https://other.example/"/><updated>2001-01-01T00:00:00Z</updated></source>
            """)).Items);

        Assert.Equal("tag:news.example,2026:1", item.Id);
        Assert.Equal("Kim & Putin", item.Title);
        Assert.Equal("https://news.example/1", item.Link);
        Assert.Equal("2026-11-16T12:30:00+03:00", item.Published.ToString());
        Assert.Equal("2026-11-16T10:00:00+00:00", item.Updated.ToString());
        Assert.Equal([new FeedPerson("Anna Weber", "anna@news.example", "https://news.example/anna")], item.Authors);
        Assert.Equal(["War"], item.Categories);
        Assert.Equal("Short", item.Summary?.Value);
        Assert.Equal(new FeedText("""<div xmlns="http://www.w3.org/1999/xhtml"><p>5 &lt; 6</p></div>""", true), item.Content);
        Assert.Equal([new FeedEnclosure("https://news.example/1.mp3", "audio/mpeg", 9)], item.Enclosures);
        Assert.Equal(new FeedSource("Other", "https://other.example/"), item.Source);
    }

    [Theory]
    [InlineData("<title>1 &lt; 2</title>", "1 < 2")]
    [InlineData("<title type='text'>a &lt;b&gt; c</title>", "a <b> c")]
    [InlineData("<title type='html'>&lt;b&gt;Bold&lt;/b&gt;</title>", "Bold")]
    [InlineData("<title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>5 &lt; <b>6</b></div></title>", "5 < 6")]
    [InlineData("<title type='text/html' mode='escaped'>&lt;b&gt;Bold&lt;/b&gt;</title>", "Bold")]
    [InlineData("<title type='text/html' mode='base64'>PGI+Qm9sZDwvYj4=</title>", "Bold")]
    [InlineData("<title mode='base64'>not base64!</title>", "not base64!")]
    public void A_text_is_read_by_its_type_and_mode(string element, string title) => Assert.Equal(title, Read(AtomFeed(element)).Items[0].Title);

    [Fact]
    public void The_words_of_the_draft_are_understood()
    {
        var feed = Read("""
            <feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>News</title><tagline>All</tagline><modified>2026-11-16T09:30:00Z</modified>
            <entry><title>One</title><issued>2026-11-15T09:30:00Z</issued><modified>2026-11-16T09:30:00Z</modified></entry></feed>
            """);
        Assert.Equal("Atom 0.3", feed.Format.ToString());
        Assert.Equal("All", feed.Description);
        Assert.Equal("2026-11-15T09:30:00+00:00", feed.Items[0].Published.ToString());
        Assert.Equal("2026-11-16T09:30:00+00:00", feed.Items[0].Updated.ToString());
    }

    [Theory]
    [InlineData("<feed><title>News</title><entry><title>One</title></entry></feed>")]
    [InlineData("<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:title>News</a:title><a:entry><a:title>One</a:title></a:entry></a:feed>")]
    [InlineData("<x:feed xmlns:x='urn:unheard'><x:title>News</x:title><y:title xmlns:y='urn:z'>No</y:title><x:entry><x:title>One</x:title></x:entry></x:feed>")]
    [InlineData("<feed xmlns='HTTPS://www.w3.org/2005/Atom/'><title>News</title><entry><title>One</title></entry></feed>")]
    public void The_namespace_of_the_root_is_that_of_the_format(string document)
    {
        var feed = Read(document);
        Assert.Equal("News", feed.Title);
        Assert.Equal("One", Assert.Single(feed.Items).Title);
    }

    [Fact]
    public void An_entry_may_be_a_document_of_its_own() =>
        Assert.Equal("One", Assert.Single(Read("<entry xmlns='http://www.w3.org/2005/Atom'><title>One</title></entry>").Items).Title);

    [Theory]
    [InlineData("/2026/1", "https://news.example/2026/1")]
    [InlineData("urn:uuid:1", "urn:uuid:1")]
    [InlineData("22771167", "22771167")]
    public void A_relative_identifier_is_made_absolute(string written, string id) => Assert.Equal(id, Read(AtomFeed($"<id>{written}</id>")).Items[0].Id);

    [Fact]
    public void Content_location_is_the_base_of_everything()
    {
        var feed = Read(AtomFeed("<link href='1'/>"), new FeedHeaders(ContentLocation: "/archive/feed"));
        Assert.Equal("https://news.example/archive/1", feed.Items[0].Link);
    }

    [Theory]
    [InlineData("https://news.example/1", "https://news.example/1")]
    [InlineData("urn:uuid:1", null)]
    public void An_entry_without_a_link_has_the_page_that_its_identifier_names(string id, string? link) =>
        Assert.Equal(link, Read(AtomFeed($"<id>{id}</id><title>One</title>")).Items[0].Link);
}
