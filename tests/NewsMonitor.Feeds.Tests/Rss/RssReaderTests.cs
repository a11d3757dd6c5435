using static NewsMonitor.Feeds.Tests.Samples;

namespace NewsMonitor.Feeds.Tests.Rss;

public sealed class RssReaderTests
{
    [Fact]
    public void Everything_that_an_entry_says_is_read()
    {
        var item = FirstOf("""
            <title>Kim &amp; Putin</title><link> https://news.example/1?a=1&amp;b=2 </link><guid isPermaLink="false">n-1</guid>
            <pubDate>Mon, 16 Nov 2026 12:30:00 MSK</pubDate><atom:updated>2026-11-16T10:00:00Z</atom:updated>
            <description><![CDATA[<p>Short</p>]]></description><content:encoded>&lt;p&gt;Long&lt;/p&gt;</content:encoded>
            <author>anna@news.example (Anna Weber)</author><dc:creator>Bo Li</dc:creator>
            <category>War</category><category>Asia</category><category>War</category>
            <enclosure url="https://news.example/1.mp3" type="audio/mpeg" length="1234"/>
            <media:thumbnail url="/1.jpg"/><comments>https://news.example/1#comments</comments>
            <source url="https://other.example/feed">Other</source>
            """);

        Assert.Equal("Kim & Putin", item.Title);
        Assert.Equal("https://news.example/1?a=1&b=2", item.Link);
        Assert.Equal("n-1", item.Id);
        Assert.Equal("2026-11-16T12:30:00+03:00", item.Published.ToString());
        Assert.Equal("2026-11-16T10:00:00+00:00", item.Updated.ToString());
        Assert.Equal(new FeedText("<p>Short</p>", true), item.Summary);
        Assert.Equal(new FeedText("<p>Long</p>", true), item.Content);
        Assert.Equal([new FeedPerson("Anna Weber", "anna@news.example"), new FeedPerson("Bo Li")], item.Authors);
        Assert.Equal(["War", "Asia"], item.Categories);
        Assert.Equal([new FeedEnclosure("https://news.example/1.mp3", "audio/mpeg", 1234)], item.Enclosures);
        Assert.Equal("https://news.example/1.jpg", item.Image);
        Assert.Equal("https://news.example/1#comments", item.Comments);
        Assert.Equal(new FeedSource("Other", "https://other.example/feed"), item.Source);
    }

    [Fact]
    public void The_channel_tells_the_publishers_wishes()
    {
        var feed = Read("""
            <rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel>
            <image><title>Logo</title><link>https://logo.example/</link><url>l.png</url></image>
            <title>News</title><link>/home</link><language>uk</language><ttl>45</ttl><lastBuildDate>Mon, 16 Nov 2026 09:30:00 GMT</lastBuildDate>
            <skipHours><hour>0</hour><hour>24</hour><hour>3</hour><hour>99</hour></skipHours><skipDays><day>Sunday</day><day>Someday</day></skipDays>
            <sy:updatePeriod> hourly </sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>
            </channel></rss>
            """);

        Assert.Equal("RSS 2.0", feed.Format.ToString());
        Assert.Equal("News", feed.Title);
        Assert.Equal("https://news.example/home", feed.Link);
        Assert.Equal("uk", feed.Language);
        Assert.Equal("2026-11-16T09:30:00+00:00", feed.Updated.ToString());
        Assert.Equal(TimeSpan.FromMinutes(45), feed.Rhythm.Ttl);
        Assert.Equal(TimeSpan.FromMinutes(30), feed.Rhythm.UpdateInterval);
        Assert.Equal([0, 3], feed.Rhythm.SkipHours.Order());
        Assert.Equal([DayOfWeek.Sunday], feed.Rhythm.SkipDays);
        Assert.Empty(feed.Items);
        Assert.Empty(feed.Faults);
    }

    [Theory]
    [InlineData("<guid>https://news.example/p</guid>", "https://news.example/p")]
    [InlineData("<guid isPermaLink=\"false\">https://news.example/p</guid>", null)]
    [InlineData("<guid>n-1</guid>", null)]
    [InlineData("<guid>https://news.example/p</guid><link>https://news.example/l</link>", "https://news.example/l")]
    [InlineData("<atom:link rel=\"self\" href=\"/self\"/><atom:link rel=\"alternate\" href=\"/alternate\"/>", "https://news.example/alternate")]
    [InlineData("<link href=\"/attribute\"/>", "https://news.example/attribute")]
    [InlineData("<link>javascript:alert(1)</link>", null)]
    [InlineData("<link>data:text/html,x</link><guid>https://news.example/p</guid>", "https://news.example/p")]
    [InlineData("<link>//cdn.example/1</link>", "https://cdn.example/1")]
    [InlineData("<link><![CDATA[https://news.example/1]]></link>", "https://news.example/1")]
    [InlineData("<link>\nhttps://news.example/\n1\n</link>", "https://news.example/1")]
    public void The_link_is_an_address_of_the_web_or_nothing(string elements, string? link) => Assert.Equal(link, FirstOf(elements).Link);

    [Theory]
    [InlineData("Plain", "Plain")]
    [InlineData("  Two\n  lines ", "Two lines")]
    [InlineData("AT&amp;T", "AT&T")]
    [InlineData("AT&amp;amp;T", "AT&T")]
    [InlineData("&lt;b&gt;Bold&lt;/b&gt; news", "Bold news")]
    [InlineData("<b>Bold</b> news", "Bold news")]
    [InlineData("<![CDATA[<b>Bold</b> &amp; new]]>", "Bold & new")]
    [InlineData("One <![CDATA[two]]> three", "One two three")]
    [InlineData("Kim < Putin", "Kim < Putin")]
    [InlineData("profit <5% up", "profit <5% up")]
    [InlineData("R&D; x&", "R&D; x&")]
    [InlineData("<![CDATA[1 < 2]]>", "1 < 2")]
    [InlineData("It&#146;s &#8212; &eacute;t&eacute;", "It’s — été")]
    [InlineData("a&#0;b&#x1F;c", "abc")]
    [InlineData("&lt;script&gt;alert(1)&lt;/script&gt;Safe", "Safe")]
    [InlineData("&lt;img src=x onerror=alert(1)&gt;", "")]
    [InlineData("&unheard; of", "&unheard; of")]
    [InlineData("&#x1F600;", "😀")]
    public void A_title_is_text_and_never_markup(string written, string title) => Assert.Equal(title, FirstOf("<title>" + written + "</title>").Title);

    [Fact]
    public void Other_vocabularies_speak_where_the_entry_itself_is_silent()
    {
        var silent = FirstOf("<media:title>Media</media:title><dc:title>Core</dc:title><dc:date>2026-11-16</dc:date>");
        Assert.Equal("Core", silent.Title);
        Assert.Equal("2026-11-16", silent.Published.ToString());
        Assert.Equal("Own", FirstOf("<dc:title>Core</dc:title><title>Own</title>").Title);
    }

    [Fact]
    public void Addresses_are_relative_to_the_nearest_base()
    {
        var feed = Read("""
            <rss xml:base="https://a.example/x/"><channel xml:base="y/"><title>t</title>
            <item><link>1</link></item><item xml:base="https://b.example/"><link>2</link></item></channel></rss>
            """);
        Assert.Equal("https://a.example/x/y/1, https://b.example/2", string.Join(", ", feed.Items.Select(item => item.Link)));
    }

    [Theory]
    [InlineData("<dc:date>2026-11-17T09:30:00Z</dc:date>", "2026-11-17T09:30:00+00:00", null)]
    [InlineData("<dc:date>2026-11-17T09:30:00Z</dc:date><pubDate>Mon, 16 Nov 2026 09:30:00 GMT</pubDate>", "2026-11-16T09:30:00+00:00", "2026-11-17T09:30:00+00:00")]
    public void A_date_of_Dublin_Core_is_of_publication_or_beside_such_a_date_of_a_change(string dates, string published, string? updated)
    {
        var item = FirstOf("<title>One</title><link>/1</link>" + dates);

        Assert.Equal((published, updated), (item.Published?.ToString(), item.Updated?.ToString()));
    }

    [Theory]
    [InlineData("false")]
    [InlineData("0")]
    [InlineData("no")]
    public void An_identifier_that_is_said_to_be_no_address_is_none(string isPermaLink) =>
        Assert.Null(FirstOf($"<title>One</title><guid isPermaLink=\"{isPermaLink}\">https://news.example/1</guid>").Link);
}
