using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using NewsMonitor.Tests.Worlds;

namespace NewsMonitor.Tests.Journeys;

/// <summary>A real process is killed with SIGKILL at points that the site it reads chooses, and started again.</summary>
public sealed class KillTests
{
    private const int Pages = 6;

    [Theory]
    [InlineData("/rss")]
    [InlineData("/page/1")]
    [InlineData("/page/3")]
    [InlineData("/page/6")]
    public async Task A_round_that_is_killed_loses_no_item_and_saves_none_twice(string killedAt)
    {
        using var folder = new TemporaryFolder();
        var gate = new Gate();
        await using var site = await StubSite.StartAsync();
        for (var i = 1; i <= Pages; i++)
            site.Page($"/page/{Number(i)}", News.Page($"Shells by rail, part {Number(i)}", $"{News.ShellsSentence} Report {Number(i)}."));
        site.Feed("/rss", News.Rss([.. Enumerable.Range(1, Pages).Select(i => (site.Url($"/page/{Number(i)}"), $"Part {Number(i)}", ""))]));
        var honest = killedAt == "/rss" ? StubAnswer.Feed(News.Rss([.. Enumerable.Range(1, Pages).Select(i => (site.Url($"/page/{Number(i)}"), $"Part {Number(i)}", ""))])) : StubAnswer.Page(News.Page("Shells by rail", News.ShellsSentence));
        site.On(killedAt).Answers(StubAnswer.Status(200).Behind(gate), honest);
        var program = new NewsMonitorProgram(folder);
        program.Environment["NEWSMONITOR_Feeds__Opml"] = folder.Write("feeds.opml", $"""<opml version="2.0"><body><outline type="rss" text="Stub" xmlUrl="{site.Url("/rss")}"/></body></opml>""");

        using (var first = program.Start("poll", "--all"))
        {
            await gate.Arrived;
            first.Kill();
            await first.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        // The claim of a worker that died runs out by the clock; asking for the feed by name does not wait for it.
        var second = await program.RunAsync("poll", "--feed", site.Url("/rss"));

        Assert.True(second.ExitCode == 0, second.Error);
        using var store = new SqliteConnection($"Data Source={folder.File("data/newsmonitor.db")};Mode=ReadOnly;Pooling=False");
        Assert.Equal("ok", store.QuerySingle<string>("PRAGMA integrity_check"));
        Assert.Equal(Pages, store.QuerySingle<int>("SELECT count(*) FROM items WHERE state = 'done'"));
        Assert.Equal(Pages, store.QuerySingle<int>("SELECT count(*) FROM items"));
        Assert.Equal(Pages, store.QuerySingle<int>("SELECT count(DISTINCT canonical_url) FROM articles"));
        Assert.Equal(Pages, store.QuerySingle<int>("SELECT count(*) FROM articles"));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
