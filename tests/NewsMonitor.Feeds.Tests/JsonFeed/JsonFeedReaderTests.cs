using System.Text;
using static NewsMonitor.Feeds.Tests.Samples;

namespace NewsMonitor.Feeds.Tests.JsonFeed;

public sealed class JsonFeedReaderTests
{
    [Fact]
    public void Everything_that_an_entry_says_is_read()
    {
        var feed = Read("""
            {"version":"https://jsonfeed.org/version/1.1","title":"News","home_page_url":"/","language":"ko","unknown":{"items":[1]},"items":[
            {"id":1,"url":"/1","title":"Kim &amp; Putin","content_html":"<p>Long</p>","summary":"Short","date_published":"2026-11-16T18:30:00+09:00",
             "authors":[{"name":"Anna","url":"/anna"},{"name":""},"Bo"],"tags":["War"],"image":"/1.jpg",
             "attachments":[{"url":"/1.mp3","mime_type":"audio/mpeg","size_in_bytes":9},7]},
            {"id":"2","external_url":"https://other.example/2","content_text":"1 < 2"}, 5, ]}
            """);

        Assert.Equal("JSON Feed 1.1", feed.Format.ToString());
        Assert.Equal("https://news.example/", feed.Link);
        Assert.Equal("ko", feed.Language);
        Assert.Equal(2, feed.Items.Count);
        var item = feed.Items[0];
        Assert.Equal("1", item.Id);
        Assert.Equal("https://news.example/1", item.Link);
        Assert.Equal("Kim & Putin", item.Title);
        Assert.Equal(new FeedText("<p>Long</p>", true), item.Content);
        Assert.Equal("Short", item.Summary?.Value);
        Assert.Equal("2026-11-16T18:30:00+09:00", item.Published.ToString());
        Assert.Equal("Anna, Bo", string.Join(", ", item.Authors.Select(author => author.Name)));
        Assert.Equal(["War"], item.Categories);
        Assert.Equal([new FeedEnclosure("https://news.example/1.mp3", "audio/mpeg", 9)], item.Enclosures);
        Assert.Equal(new FeedText("1 < 2", false), feed.Items[1].Content);
        Assert.Equal("https://other.example/2", feed.Items[1].Link);
    }

    [Fact]
    public void What_was_read_before_it_breaks_off_is_kept()
    {
        var feed = Read("""{"version":"https://jsonfeed.org/version/1","items":[{"id":"1","title":"One"},{"id":"2","title":"Tw""");
        Assert.Equal("1, 2", string.Join(", ", feed.Items.Select(item => item.Id)));
        Assert.Null(feed.Items[1].Title);
        Assert.Contains(feed.Faults, fault => fault.Kind == FeedFaultKind.Truncated);
    }

    [Theory]
    [InlineData("{\"error\":\"not found\"}")]
    [InlineData("{}")]
    [InlineData("{")]
    public void Other_json_is_no_feed(string document) => Assert.Equal(NotAFeedReason.SomethingElse, Refuse(document).Reason);

    [Fact]
    public void Utf16_is_read_too()
    {
        var bytes = Encoding.Unicode.GetBytes("""{"version":"https://jsonfeed.org/version/1","items":[{"id":"북한"}]}""");
        var feed = Assert.IsType<FeedReading.Parsed>(FeedReader.Read(bytes, default, null)).Feed;
        Assert.Equal("북한", Assert.Single(feed.Items).Id);
    }
}
