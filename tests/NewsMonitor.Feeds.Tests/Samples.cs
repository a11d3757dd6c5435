using System.Text;

namespace NewsMonitor.Feeds.Tests;

/// <summary>Feeds of our own making, and short ways to read them.</summary>
internal static class Samples
{
    public const string Site = "https://news.example/feed.xml";

    /// <summary>An RSS feed of three entries, the first with the given elements.</summary>
    public static string RssFeed(string first) => $"""
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom">
        <channel><title>News</title><link>https://news.example/</link><description>All of it</description>
        <item>{first}</item>
        <item><title>Second</title><link>https://news.example/2</link><guid isPermaLink="false">n-2</guid></item>
        <item><title>Third</title><link>https://news.example/3</link><guid isPermaLink="false">n-3</guid></item>
        </channel></rss>
        """;

    /// <summary>An Atom feed of one entry with the given elements.</summary>
    public static string AtomFeed(string entry) => $"""
        <feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><link href="https://news.example/"/><entry>{entry}</entry></feed>
        """;

    /// <summary>Reads a document that must be a feed.</summary>
    public static Feed Read(string document, FeedHeaders headers = default, string url = Site) =>
        Assert.IsType<FeedReading.Parsed>(FeedReader.Read(Encoding.UTF8.GetBytes(document), headers, new Uri(url))).Feed;

    /// <summary>The first entry of an RSS feed with the given elements, in a feed that must be whole.</summary>
    public static FeedItem FirstOf(string elements)
    {
        var feed = Read(RssFeed(elements));
        Assert.Equal(3, feed.Items.Count);
        Assert.Equal("News", feed.Title);
        Assert.Equal("n-3", feed.Items[2].Id);
        return feed.Items[0];
    }

    public static FeedReading.NotAFeed Refuse(string document) =>
        Assert.IsType<FeedReading.NotAFeed>(FeedReader.Read(Encoding.UTF8.GetBytes(document), default, null));
}
