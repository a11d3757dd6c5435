using System.Globalization;
using System.Text;
using NewsMonitor.Tests.Worlds;

namespace NewsMonitor.Tests.Commands;

public sealed class FeedsCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly NewsMonitorProgram program;

    public FeedsCommandTests()
    {
        program = new NewsMonitorProgram(folder);
        program.Environment["NEWSMONITOR_Feeds__Opml"] = folder.Write("none.opml", "<opml version='2.0'><body/></opml>");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Adding_a_page_lists_its_feeds_and_subscribes_to_the_main_one_or_with_all_to_all_but_the_comments()
    {
        await using var site = await StubSite.StartAsync(s =>
        {
            s.Page("/", "<link rel=alternate type=application/rss+xml href=/comments/feed><link rel=alternate type=application/rss+xml href=/feed><link rel=alternate type=application/rss+xml href=/world/feed>");
            s.Feed("/comments/feed", News.Rss(("http://gazette.example/1#c", "A comment", "")));
            s.Feed("/feed", News.Rss(("http://gazette.example/1", "Fog", "")));
            s.Feed("/world/feed", News.Rss(("http://gazette.example/2", "Rain", "")));
        });

        var one = await program.RunAsync("feeds", "add", site.Url("/"));
        var all = await program.RunAsync("feeds", "add", site.Url("/"), "--all");
        var listed = await program.RunAsync("feeds", "list");

        Assert.Equal((0, 0), (one.ExitCode, all.ExitCode));
        Assert.Equal(
            [
                $"{site.Url("/")} is no feed; the site has 3:",
                $"  * {site.Url("/feed")}  RSS 2.0, 1 items, The Harbor Gazette",
                $"    {site.Url("/world/feed")}  RSS 2.0, 1 items, The Harbor Gazette",
                $"    {site.Url("/comments/feed")}  RSS 2.0, 1 items, The Harbor Gazette",
                $"subscribed to {site.Url("/feed")}",
            ],
            Lines(one.Output));
        Assert.Equal([$"{site.Url("/feed")} is subscribed already", $"subscribed to {site.Url("/world/feed")}"], Lines(all.Output)[^2..]);
        Assert.Equal(2, Lines(listed.Output).Length);
    }

    [Fact]
    public async Task A_page_without_feeds_is_not_subscribed_to_unless_it_is_insisted_on()
    {
        await using var site = await StubSite.StartAsync(s => s.Page("/"));

        var refused = await program.RunAsync("feeds", "add", site.Url("/"));
        var insisted = await program.RunAsync("feeds", "add", site.Url("/"), "--unseen");

        Assert.Equal((1, ""), (refused.ExitCode, refused.Output));
        Assert.Contains("No feed was found", Assert.Single(Lines(refused.Error)), StringComparison.Ordinal);
        Assert.Equal((0, $"subscribed to {site.Url("/")}"), (insisted.ExitCode, insisted.Output.TrimEnd()));
    }

    [Fact]
    public async Task A_feed_that_cannot_be_read_now_is_subscribed_to_all_the_same_and_that_is_said()
    {
        await using var site = await StubSite.StartAsync(s => s.On("/rss").Answers(503));

        var end = await program.RunAsync("feeds", "add", site.Url("/rss"));

        Assert.Equal((0, $"subscribed to {site.Url("/rss")}"), (end.ExitCode, end.Output.TrimEnd()));
        Assert.Contains("503", Assert.Single(Lines(end.Error)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Checking_what_is_no_feed_ends_with_1()
    {
        await using var site = await StubSite.StartAsync(s =>
        {
            s.Feed("/rss", News.Rss(("http://gazette.example/1", "Fog", "")));
            s.On("/text").Answers(StubAnswer.Text("Nothing here."));
        });

        var good = await program.RunAsync("feeds", "check", site.Url("/rss"), "--json");
        var bad = await program.RunAsync("feeds", "check", site.Url("/text"));

        Assert.Equal((0, 1), (good.ExitCode, bad.ExitCode));
        Assert.Single(Lines(good.Output));
        Assert.Contains("not a feed: The body is neither XML nor JSON.", Lines(bad.Output));
    }

    [Fact]
    public async Task Import_and_export_lose_neither_folders_nor_attributes_and_name_what_cannot_be_read()
    {
        var file = folder.Write("in.opml", """
            <opml version="2.0" xmlns:nm="urn:example:nm"><head><title>Mine</title></head><body>
            <outline text="Wires"><outline text="Asia"><outline text="Yonhap" type="rss" xmlUrl="https://yna.example/rss?a=1&b=2" language="ko" category="/World" htmlUrl="https://yna.example/" nm:weight="2"/></outline></outline>
            <outline text="Broken" type="rss" xmlUrl="gopher://old.example/"/>
            </body></opml>
            """);

        var imported = await program.RunAsync("feeds", "import", file);
        var exported = await program.RunAsync("feeds", "export");
        var again = await program.RunAsync("feeds", "import", folder.Write("again.opml", exported.Output));

        Assert.Equal((1, "1 feeds read, 1 added or changed"), (imported.ExitCode, imported.Output.TrimEnd()));
        Assert.StartsWith($"{file}:3: Broken the scheme \"gopher\" is not fetched", imported.Error, StringComparison.Ordinal);
        Assert.Matches("""<outline text="Wires">\s+<outline text="Asia">\s+<outline text="Yonhap" title="Yonhap" type="rss" xmlUrl="https://yna.example/rss\?a=1&amp;b=2" language="ko" category="/World" htmlUrl="https://yna.example/" \w+:weight="2" xmlns:\w+="urn:example:nm" />""", exported.Output);
        Assert.Equal((0, "1 feeds read, 0 added or changed"), (again.ExitCode, again.Output.TrimEnd()));
    }

    [Fact]
    public async Task Twenty_thousand_feeds_are_imported_in_seconds()
    {
        var opml = new StringBuilder("<opml version='2.0'><body>");
        for (var i = 0; i < 20_000; i++)
            opml.Append(CultureInfo.InvariantCulture, $"<outline text='Feed {i}' xmlUrl='https://host{i % 500}.example/{i}/rss' nm='{i}'/>");

        var end = await program.RunAsync("feeds", "import", folder.Write("many.opml", opml.Append("</body></opml>").ToString()));

        Assert.Equal((0, "20000 feeds read, 20000 added or changed"), (end.ExitCode, end.Output.TrimEnd()));
    }

    private static string[] Lines(string text) => text.TrimEnd().Split('\n');
}
