using System.Text.Json;
using NewsMonitor.Fetching;
using NewsMonitor.Subscriptions.Checking;
using NewsMonitor.Tests.Worlds;
using Monitor = NewsMonitor.Tests.Worlds.Monitor;

namespace NewsMonitor.Tests.Subscriptions.Checking;

public sealed class FeedCheckingTests
{
    private const string Sound = """
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0"><channel><title>The Harbor Gazette</title><link>https://gazette.example/</link><language>en</language><ttl>60</ttl><skipHours><hour>3</hour></skipHours>
        <item><title>The ferry to the island runs again on Thursday</title><link>https://gazette.example/1</link><guid>1</guid><pubDate>Tue, 24 Nov 2026 07:00:00 GMT</pubDate></item>
        <item><title>The fishermen who had waited spoke of a long week</title><link>https://gazette.example/2</link><guid>2</guid><pubDate>Mon, 23 Nov 2026 09:00:00 +0200</pubDate></item>
        </channel></rss>
        """;

    [Fact]
    public async Task A_sound_feed_is_described_and_nothing_is_wrong_with_it()
    {
        await using var site = await StubSite.StartAsync();
        site.Feed("/rss", Sound).Header("ETag", "\"1\"").Header("Cache-Control", "max-age=7200");

        var report = await CheckAsync(site.Url("/rss"));

        Assert.Empty(report.Faults);
        Assert.Equal(
            [
                $"address: {site.Url("/rss")}",
                $"type: application/rss+xml, {Sound.Length} bytes",
                "encoding: utf-8, valid throughout",
                "format: RSS 2.0",
                "title: The Harbor Gazette",
                "site: https://gazette.example/",
                "items: 2, 2 of them dated, from 2026-11-23 09:00 +02:00 to 2026-11-24 07:00 +00:00",
                "zones: +00:00, +02:00",
                "language: en declared, en in 2 titles",
                "validators: an ETag; a conditional request was answered with 304",
                "caching: the server calls it fresh for 02:00:00; ttl 01:00:00; skipHours 3",
                "interval: polled again after 02:00:00",
            ],
            FeedReportLines.Of(report));
    }

    [Fact]
    public async Task Every_fault_is_a_sentence_for_the_publisher()
    {
        await using var site = await StubSite.StartAsync(s => s.On("/rss").Answers(StubAnswer.Redirect(301, "/feed")));
        site.On("/feed").Answers(Forgetful());

        var report = await CheckAsync(site.Url("/rss"));

        Assert.Equal(
            [
                "A date cannot be read or leaves a doubt: soon (line 2)",
                "The feed has no title.",
                "1 of 3 items have no date that can be read.",
                "The newest item is dated in the future: 2027-01-01T00:00:00+00:00.",
                "3 of 3 items have no identifier (guid or id).",
                "Several items share the link https://gazette.example/1.",
                "3 of 3 items have no title.",
                "The feed is sent as text/html, which readers may take for something else; application/rss+xml, application/atom+xml, application/feed+json or application/xml say what it is.",
                "The server gives an ETag but sent the same again in full to a request that named it; 304 would be the answer.",
                $"The address has moved for good to {site.Url("/feed")}: links to the feed should name that one.",
            ],
            report.Faults);
        Assert.Null(report.Failure);
    }

    [Fact]
    public async Task Of_a_page_the_feeds_of_its_site_are_told()
    {
        await using var site = await StubSite.StartAsync();
        site.Page("/", "<html><head><link rel='alternate' type='application/rss+xml' href='/rss'></head></html>");
        site.Feed("/rss", Sound);

        var report = await CheckAsync(site.Url("/"));

        Assert.Equal("The body is an HTML page.", report.Failure);
        Assert.Equal($"feed: {site.Url("/rss")}  RSS 2.0, 2 items, The Harbor Gazette", FeedReportLines.Of(report).Last());
    }

    [Theory]
    [InlineData(404, "answered 404")]
    [InlineData(503, "answered 503")]
    public async Task What_cannot_be_had_is_told_with_the_reason(int status, string reason)
    {
        await using var site = await StubSite.StartAsync(s => s.On("/rss").Answers(status));

        var report = await CheckAsync(site.Url("/rss"));

        Assert.Contains(reason, report.Failure, StringComparison.Ordinal);
        Assert.Equal(2, FeedReportLines.Of(report).Count());
    }

    [Fact]
    public async Task A_report_is_JSON_as_well()
    {
        await using var site = await StubSite.StartAsync();
        site.Feed("/rss", Sound).Header("Last-Modified", "Tue, 24 Nov 2026 07:00:00 GMT");

        var json = JsonDocument.Parse(FeedReportJson.Of(await CheckAsync(site.Url("/rss")))).RootElement;

        Assert.True(json.GetProperty("ok").GetBoolean());
        Assert.Equal("RSS 2.0", json.GetProperty("feed").GetProperty("format").GetString());
        Assert.Equal(2, json.GetProperty("feed").GetProperty("identified").GetProperty("en").GetInt32());
        Assert.Equal("not-modified", json.GetProperty("delivery").GetProperty("conditional").GetString());
        Assert.Equal(0, json.GetProperty("faults").GetArrayLength());
    }

    private static StubAnswer Forgetful()
    {
        var xml = """
            <rss version="2.0"><channel><item><link>https://gazette.example/1</link><pubDate>Fri, 01 Jan 2027 00:00:00 GMT</pubDate></item>
            <item><link>https://gazette.example/1</link><pubDate>soon</pubDate></item><item><link>https://gazette.example/2</link><pubDate>Tue, 24 Nov 2026 07:00:00 GMT</pubDate></item></channel></rss>
            """;
        return StubAnswer.Bytes(System.Text.Encoding.UTF8.GetBytes(xml), "text/html").Header("ETag", "W/\"1\"").Forgetful();
    }

    private static async Task<FeedReport> CheckAsync(string url)
    {
        await using var monitor = new Monitor();
        return await monitor.Part<FeedChecking>().RunAsync(FetchWorld.Address(url), new Unheard<WebAddress>(), TestContext.Current.CancellationToken);
    }
}
