using Dapper;
using NewsMonitor.Matches;
using NewsMonitor.Tests.Worlds;
using Monitor = NewsMonitor.Tests.Worlds.Monitor;

namespace NewsMonitor.Tests.Journeys;

public sealed class PageWithoutTextTests
{
    [Theory]
    [InlineData("consent wall", "<html><head><title>Harbor Gazette</title></head><body><h2>We value your privacy</h2><p>We and our partners store information on a device.</p></body></html>")]
    [InlineData("login page", "<html><head><title>Anmelden</title></head><body><form><input type=\"password\"></form></body></html>")]
    [InlineData("page not found", "<html><head><title>Страница не найдена</title></head><body><p>Воспользуйтесь поиском по сайту.</p></body></html>")]
    [InlineData("text only by script", "<html><head><title>Harbor Gazette</title></head><body><div id=\"root\"></div><script src=\"/app.js\"></script></body></html>")]
    public async Task The_feed_s_own_text_stands_in_and_the_reason_is_told_everywhere(string reason, string page)
    {
        await using var site = await StubSite.StartAsync(s => s.Page("/shells", page));
        site.Feed("/rss", News.Rss((site.Url("/shells"), "Shells by rail", News.ShellsSentence)));
        await using var monitor = new Monitor();
        monitor.Subscribe(site.Url("/rss"));

        var summary = await monitor.PollAsync();
        monitor.Clock.Advance(TimeSpan.FromMinutes(1));
        var digest = await monitor.DigestAsync();

        var match = Assert.Single(monitor.Matches());
        Assert.Equal(TextSource.Feed, match.TextSource);
        Assert.Equal($"no text on the page ({reason})", match.Note);
        Assert.Equal($"1 page: no text on the page ({reason})", Assert.Single(summary.Trouble).Reason);
        Assert.Contains(digest.Coverage.PagesWithoutText, tally => tally.What == match.Note && tally.Count == 1);
    }

    [Fact]
    public async Task A_long_page_that_names_nobody_is_taken_in_unread_and_one_that_does_is_read()
    {
        var fog = string.Concat(Enumerable.Repeat("The fog over the harbor lifted by noon, and the ferries ran again until the evening. ", 40));
        await using var site = await StubSite.StartAsync(s =>
        {
            s.Page("/fog", News.Page("Fog over the harbor", fog, "<link rel=\"canonical\" href=\"/fog\">"));
            s.Page("/shells", News.Page("A train in the night", fog + News.ShellsSentence).Replace("North Korea", "&#78;or&shy;th Ko<b>rea</b>", StringComparison.Ordinal));
        });
        site.Feed("/rss", News.Rss((site.Url("/fog"), "Fog over the harbor", "It lifts by noon."), (site.Url("/shells"), "A train in the night", "")));
        await using var monitor = new Monitor();
        monitor.Subscribe(site.Url("/rss"));

        var summary = await monitor.PollAsync();

        Assert.Equal(2, summary.Articles);
        Assert.Equal(site.Url("/shells"), Assert.Single(monitor.Matches()).Url);
    }

    [Fact]
    public async Task Where_every_text_is_kept_every_page_is_read()
    {
        var fog = string.Concat(Enumerable.Repeat("The fog over the harbor lifted by noon, and the ferries ran again until the evening. ", 40));
        await using var site = await StubSite.StartAsync(s => s.Page("/fog", News.Page("Fog over the harbor", fog)));
        site.Feed("/rss", News.Rss((site.Url("/fog"), "Fog over the harbor", "")));
        await using var monitor = new Monitor(settings => settings with { Storage = settings.Storage with { KeepAll = true } });
        monitor.Subscribe(site.Url("/rss"));

        await monitor.PollAsync();

        Assert.Contains("the ferries ran again", monitor.Database.Read(connection => connection.ExecuteScalar<string>("SELECT text FROM articles")), StringComparison.Ordinal);
    }
}
