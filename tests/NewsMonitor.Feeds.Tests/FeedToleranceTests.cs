using System.Text;
using static NewsMonitor.Feeds.Tests.Samples;

namespace NewsMonitor.Feeds.Tests;

public sealed class FeedToleranceTests
{
    private const string Good = "<title>Good</title><link>https://news.example/1</link><guid isPermaLink=\"false\">n-1</guid><pubDate>Mon, 16 Nov 2026 09:30:00 GMT</pubDate>";

    [Theory]
    [InlineData("<description>Text</desc>" + Good)]
    [InlineData("<description>open <b>bold<br>" + Good)]
    [InlineData("</p>" + Good + "</b>")]
    [InlineData("<!-- a -- b --><?php echo 1 ?>" + Good)]
    [InlineData("<unknown><title>Wrong</title><link>https://wrong.example/</link></unknown>" + Good)]
    [InlineData("<foo:title>Wrong</foo:title>" + Good)]
    [InlineData("<description>a < b & c &unknown; <5></description>" + Good)]
    [InlineData("<description><![CDATA[a ]] > <item> </item>]]></description>" + Good)]
    [InlineData("<enclosure url=https://news.example/x.mp3 length='1' length=\"2\" type=a&b>" + Good)]
    [InlineData("<media:group><media:content url='https://news.example/x.jpg' medium='image'><media:title>Wrong</media:title></media:content></media:group>" + Good)]
    [InlineData("<source url='x'>Other</source>" + Good)]
    [InlineData("<description>\u0001\u0000\uFFFF</description>" + Good)]
    public void What_is_wrong_in_one_place_disturbs_no_other(string elements)
    {
        var item = FirstOf(elements);
        Assert.Equal("Good", item.Title);
        Assert.Equal("https://news.example/1", item.Link);
        Assert.Equal("n-1", item.Id);
        Assert.Equal("2026-11-16T09:30:00+00:00", item.Published.ToString());
    }

    [Theory]
    [InlineData("<br />\n<b>Warning</b>: foo in <b>/x.php</b> on line <b>2</b><br />\n", "")]
    [InlineData("\n\n  ", "")]
    [InlineData("<!-- cached -->", "<script>var ad = '<rss>';</script>")]
    [InlineData("<!DOCTYPE rss SYSTEM \"http://dtd.example/rss.dtd\" [<!ENTITY % x SYSTEM \"file:///etc/passwd\"> <!ENTITY ext SYSTEM \"file:///etc/passwd\">]>", "")]
    [InlineData("<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0//EN\" \"http://www.w3.org/x\">", "")]
    public void What_stands_around_the_feed_is_passed_over(string before, string after)
    {
        var feed = Read(before + RssFeed(Good).Replace("<?xml version=\"1.0\" encoding=\"utf-8\"?>", "", StringComparison.Ordinal) + after);
        Assert.Equal(3, feed.Items.Count);
        Assert.Equal("Good", feed.Items[0].Title);
    }

    [Fact]
    public void Names_may_be_in_capitals()
    {
        var feed = Read("<RSS VERSION='2.0'><CHANNEL><TITLE>News</TITLE><ITEM><TITLE>One</TITLE><PUBDATE>2026-11-16</PUBDATE></ITEM></CHANNEL></RSS>");
        Assert.Equal("News", feed.Title);
        Assert.Equal("2026-11-16", Assert.Single(feed.Items).Published.ToString());
    }

    [Fact]
    public void Entries_that_are_left_open_are_closed_by_the_next()
    {
        var feed = Read("<rss><channel><title>News</title><item><title>One</title><item><title>Two</title><description>x<item><title>Three");
        Assert.Equal("One, Two", string.Join(", ", feed.Items.Select(item => item.Title)));
        Assert.Contains(feed.Faults, fault => fault.Kind == FeedFaultKind.MismatchedEnd);
    }

    [Fact]
    public void A_feed_that_breaks_off_keeps_what_was_read_and_no_half_address()
    {
        var whole = RssFeed(Good);
        var feed = Read(whole[..(whole.IndexOf("https://news.example/3", StringComparison.Ordinal) + 18)]);
        Assert.Equal("n-1, n-2, ", string.Join(", ", feed.Items.Select(item => item.Id)));
        Assert.Equal("Third", feed.Items[2].Title);
        Assert.Null(feed.Items[2].Link);
        Assert.Contains(feed.Faults, fault => fault.Kind == FeedFaultKind.Truncated && fault.Sentence.Contains("ends before", StringComparison.Ordinal));
    }

    [Fact]
    public void Any_beginning_of_a_feed_is_read_as_far_as_it_goes()
    {
        var whole = RssFeed(Good);
        var most = 0;
        for (var length = 0; length < whole.Length; length++)
        {
            if (FeedReader.Read(Encoding.UTF8.GetBytes(whole[..length]), default, null) is not FeedReading.Parsed parsed)
                continue;
            Assert.InRange(parsed.Feed.Items.Count, most, 3);
            most = parsed.Feed.Items.Count;
            Assert.All(parsed.Feed.Items, item => Assert.True(item.Link is null || item.Link.Length == "https://news.example/1".Length));
        }
        Assert.Equal(3, most);
    }

    [Fact]
    public void Entities_of_the_document_are_expanded()
    {
        var feed = Read("<!DOCTYPE rss [<!ENTITY who \"Kim &amp; &other;\"><!ENTITY other 'Putin'>]><rss><channel><title>&who;</title></channel></rss>");
        Assert.Equal("Kim & Putin", feed.Title);
    }

    [Fact]
    public void Each_fault_is_told_once_with_its_number()
    {
        var feed = Read(RssFeed("<pubDate>Someday</pubDate><link>ftp://x.example/</link><dc2:x/>&nope;").Replace("n-2", "&nope; &nope;", StringComparison.Ordinal));
        Assert.Contains(feed.Faults, fault => fault is { Kind: FeedFaultKind.UnreadableDate, Count: 1, Example: "Someday" });
        Assert.Contains(feed.Faults, fault => fault.Kind == FeedFaultKind.UnusableLink);
        Assert.Contains(feed.Faults, fault => fault.Kind == FeedFaultKind.UndeclaredPrefix);
        Assert.Contains(feed.Faults, fault => fault.Kind == FeedFaultKind.UnknownEntity);
        Assert.All(feed.Faults, fault => Assert.DoesNotContain('\n', fault.Sentence));
    }

    [Theory]
    [InlineData("windows-1251", "КНДР отправила военных")]
    [InlineData("koi8-r", "КНДР отправила военных")]
    [InlineData("euc-kr", "북한 러시아 지원 발표")]
    [InlineData("gb18030", "朝鲜与俄罗斯会谈")]
    [InlineData("shift_jis", "北朝鮮とロシアの会談")]
    [InlineData("big5", "朝鮮與俄羅斯會談")]
    public void Text_is_right_in_every_encoding(string charset, string title)
    {
        var document = RssFeed($"<title>{title}</title>").Replace("utf-8", charset, StringComparison.Ordinal);
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(charset)!.GetBytes(document);
        var feed = Assert.IsType<FeedReading.Parsed>(FeedReader.Read(bytes, default, null)).Feed;
        Assert.Equal(title, feed.Items[0].Title);

        var bare = CodePagesEncodingProvider.Instance.GetEncoding(charset)!.GetBytes(document.Replace($" encoding=\"{charset}\"", "", StringComparison.Ordinal));
        var labelled = Assert.IsType<FeedReading.Parsed>(FeedReader.Read(bare, new FeedHeaders("text/xml; charset=" + charset), null)).Feed;
        Assert.Equal(title, labelled.Items[0].Title);
    }

    [Fact]
    public void A_wrong_label_is_a_fault()
    {
        var feed = Read(RssFeed("<title>Да</title>").Replace("utf-8", "iso-8859-1", StringComparison.Ordinal));
        Assert.Equal("Да", feed.Items[0].Title);
        Assert.Contains(feed.Faults, fault => fault is { Kind: FeedFaultKind.WrongCharset, Example: "iso-8859-1, in truth utf-8" });
    }

    [Theory]
    [InlineData("", NotAFeedReason.Empty)]
    [InlineData(" \r\n\uFEFF", NotAFeedReason.Empty)]
    [InlineData("<!DOCTYPE html><title>Log in</title><p>Please log in", NotAFeedReason.HtmlPage)]
    [InlineData("<html><body><rss><channel/></rss></body></html>", NotAFeedReason.HtmlPage)]
    [InlineData("<?xml version=\"1.0\"?><opml version=\"2.0\"><body/></opml>", NotAFeedReason.SomethingElse)]
    [InlineData("Service temporarily unavailable", NotAFeedReason.SomethingElse)]
    [InlineData("<?xml version=\"1.0\"?>", NotAFeedReason.Broken)]
    [InlineData("<rss version=\"2.0\"><chan", NotAFeedReason.Broken)]
    public void What_is_no_feed_is_told_apart(string body, NotAFeedReason reason)
    {
        var refusal = Refuse(body);
        Assert.Equal(reason, refusal.Reason);
        Assert.NotEmpty(refusal.Sentence);
    }

    [Fact]
    public void A_feed_without_entries_is_a_feed() => Assert.Empty(Read("<rss version='2.0'><channel></channel></rss>").Items);

    [Fact]
    public void A_section_that_nothing_closes_swallows_no_entry()
    {
        var feed = Read(RssFeed("<title>One</title><link>https://news.example/1</link><description><![CDATA[ Fog </description>"));

        Assert.Equal(["One", "Second", "Third"], feed.Items.Select(item => item.Title), StringComparer.Ordinal);
    }

    [Fact]
    public void A_title_that_is_not_closed_ends_where_the_link_begins()
    {
        var item = FirstOf("<title>One<link>https://news.example/1</link><guid isPermaLink=\"false\">n-1</guid>");

        Assert.Equal(("One", "https://news.example/1"), (item.Title, item.Link));
    }

    [Theory]
    [InlineData("It\u0092s", "It’s")]
    [InlineData("L&oacute;d&zacute; &check;", "Lódź ✓")]
    [InlineData("a<applet>b</applet>c", "ac")]
    public void A_title_is_what_its_writer_meant(string written, string title) => Assert.Equal(title, FirstOf($"<title>{written}</title><link>/1</link>").Title);

    [Fact]
    public void A_line_break_inside_a_string_does_not_break_JSON()
    {
        var feed = Read("{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"https://news.example/1\",\"title\":\"One\n\tday\"}]}");

        Assert.Equal(("One day", "https://news.example/1"), (feed.Items[0].Title, feed.Items[0].Link));
        Assert.Empty(feed.Faults);
    }
}
