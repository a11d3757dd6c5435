using System.Collections.Immutable;
using System.Net;
using Dapper;
using NewsMonitor.Pipeline;
using NewsMonitor.Tests.Worlds;
using Monitor = NewsMonitor.Tests.Worlds.Monitor;

namespace NewsMonitor.Tests.Journeys;

public sealed class ItemIdentityTests
{
    private static readonly Entry Shells = new("guid-1", "http://gazette.example/2026/shells?id=7&lang=en", "Shells by rail", "Mon, 23 Nov 2026 09:30:00 GMT", "North Korea has shipped shells.");
    private static readonly Entry Fog = new("guid-2", "http://gazette.example/2026/fog", "Fog in the harbor", "Mon, 23 Nov 2026 10:30:00 GMT", "Nothing moves.");

    [Fact]
    public Task An_item_whose_guid_was_edited_stays_one_item() => StaysOneAsync(Shells with { Guid = "guid-9" });

    [Fact]
    public Task An_item_whose_title_was_edited_stays_one_item() => StaysOneAsync(Shells with { Title = "Corrected: shells by rail" });

    [Fact]
    public Task An_item_whose_date_was_edited_stays_one_item() => StaysOneAsync(Shells with { Date = "Tue, 24 Nov 2026 06:00:00 GMT" });

    [Fact]
    public Task An_item_whose_address_was_edited_stays_one_item() => StaysOneAsync(Shells with { Link = "http://gazette.example/2026/shells-by-rail-from-khasan" });

    [Fact]
    public Task An_item_whose_guid_is_its_address_stays_one_item_when_that_was_edited()
    {
        var named = Shells with { Guid = Shells.Link };
        var moved = Shells with { Guid = "http://gazette.example/2026/shells-by-rail", Link = "http://gazette.example/2026/shells-by-rail" };

        return StaysOneAsync([named, Fog], [moved, Fog]);
    }

    [Fact]
    public Task An_item_whose_title_and_address_were_edited_stays_one_item_under_its_guid() =>
        StaysOneAsync(Shells with { Title = "Corrected: shells by rail", Link = "http://gazette.example/2026/corrected-shells-by-rail" });

    [Fact]
    public Task An_item_that_is_edited_again_and_again_stays_one_item() => StaysOneAsync(
        [Shells],
        [Shells with { Guid = "a" }],
        [Shells with { Guid = "a", Link = "http://gazette.example/b" }],
        [Shells with { Guid = "c", Link = "http://gazette.example/b", Date = null }],
        [Shells with { Guid = "c", Link = "http://gazette.example/d", Date = null, Title = "Shells" }]);

    [Fact]
    public Task A_feed_that_shows_everything_as_new_has_nothing_new() => StaysOneAsync(
        [Shells, Fog],
        [Shells with { Guid = "n-1", Date = "Tue, 24 Nov 2026 07:00:00 GMT" }, Fog with { Guid = "n-2", Date = "Tue, 24 Nov 2026 07:00:00 GMT" }],
        [Fog with { Guid = "m-1", Date = null }, Shells with { Guid = "m-2", Date = null }]);

    [Theory]
    [InlineData("http://gazette.example/2026/shells?id=7&lang=en&utm_source=rss&utm_medium=feed")]
    [InlineData("http://gazette.example/2026/shells/amp?id=7&lang=en")]
    [InlineData("https://amp.gazette.example/2026/shells?id=7&lang=en")]
    [InlineData("http://m.gazette.example/2026/shells?id=7&lang=en")]
    [InlineData("http://www.gazette.example/2026/shells/?id=7&lang=en")]
    [InlineData("http://gazette.example/2026/shells?id=7&lang=en#comments")]
    [InlineData("http://gazette.example/2026/shells?lang=en&id=7")]
    [InlineData("https://gazette.example:443/2026/shells?id=7&lang=en")]
    public Task An_address_in_another_dress_is_the_same_item_whatever_its_guid_title_and_date(string link) =>
        StaysOneAsync(new Entry(link, link, "Another title", "Tue, 24 Nov 2026 07:00:00 GMT", "x"));

    [Fact]
    public Task An_item_without_a_guid_stays_one_item_when_its_address_was_edited() =>
        StaysOneAsync([Shells with { Guid = null }, Fog], [Shells with { Guid = null, Link = "http://gazette.example/x" }, Fog]);

    [Theory]
    [InlineData("same-for-all")]
    [InlineData("http://gazette.example/")]
    [InlineData("https://www.gazette.example")]
    public async Task Items_that_share_one_guid_are_all_recorded_and_known_again(string guid)
    {
        var third = new Entry(guid, "http://gazette.example/2026/third", "Third", "Tue, 24 Nov 2026 07:00:00 GMT", "x");
        ImmutableArray<Entry> first = [Shells with { Guid = guid }, Fog with { Guid = guid }];

        Assert.Equal([2, 0, 1, 0], await NewItemsAsync(first, first, [third, .. first], [third, .. first]));
    }

    [Fact]
    public async Task A_feed_of_one_item_that_names_the_feed_as_guid_gives_every_item() =>
        Assert.Equal([1, 1, 0], await NewItemsAsync([Shells with { Guid = "http://gazette.example/" }], [Fog with { Guid = "http://gazette.example/" }], [Fog with { Guid = "http://gazette.example/" }]));

    [Fact]
    public async Task A_feed_of_one_item_that_reuses_its_guid_gives_every_item() =>
        Assert.Equal([1, 1, 0], await NewItemsAsync([Shells], [Fog with { Guid = Shells.Guid }], [Fog with { Guid = Shells.Guid }]));

    [Fact]
    public async Task Items_that_all_link_to_the_front_page_are_all_recorded_and_read_from_the_feed()
    {
        ImmutableArray<Entry> entries = [.. Enumerable.Range(0, 4).Select(i => new Entry(null, "http://gazette.example/", $"Bulletin {i}", null, $"{News.ShellsSentence} ({i})"))];
        await using var site = await StubSite.StartAsync(s => s.Feed("/rss", Rss(entries)));
        await using var monitor = new Monitor();
        monitor.Subscribe(site.Url("/rss"));

        var summary = await monitor.PollAsync();

        Assert.Equal((4, 0, 4), (summary.ItemsNew, summary.Pages, summary.Matches));
        Assert.All(monitor.Matches(), match => Assert.Equal("http://gazette.example/", match.Url));
    }

    [Fact]
    public async Task Items_without_address_are_known_by_what_they_say_when_their_guids_change() => Assert.Equal(
        [2, 0, 1],
        await NewItemsAsync(
            [Shells with { Link = null }, Fog with { Link = null }],
            [Shells with { Link = null, Guid = "x" }, Fog with { Link = null, Guid = "y", Text = "Edited." }],
            [new Entry("z", null, "Third", null, "x")]));

    [Fact]
    public async Task Two_items_of_one_title_and_date_are_two() =>
        Assert.Equal([1, 1, 0], await NewItemsAsync([Shells], [Shells, Shells with { Guid = "other", Link = "http://gazette.example/other" }], [Shells with { Guid = "other", Link = "http://gazette.example/other" }, Shells]));

    private static Task StaysOneAsync(Entry edited) => StaysOneAsync([Shells, Fog], [edited, Fog]);

    private static async Task StaysOneAsync(params ImmutableArray<Entry>[] bodies)
    {
        var added = await NewItemsAsync(bodies);

        Assert.Equal([bodies[0].Length, .. Enumerable.Repeat(0, bodies.Length - 1)], added);
    }

    /// <summary>How many items were new each time the feed showed another body, by the real store.</summary>
    private static async Task<List<int>> NewItemsAsync(params ImmutableArray<Entry>[] bodies)
    {
        await using var site = await StubSite.StartAsync(s => s.On("/rss").Answers([.. bodies.Select(body => StubAnswer.Feed(Rss(body)))]));
        await using var monitor = new Monitor();
        monitor.Subscribe(site.Url("/rss"));
        var added = new List<int>();
        foreach (var _ in bodies)
        {
            var summary = await monitor.Part<PollRound>().RunAsync(new PollScope.Everything(), RoundStep.Unheard, TestContext.Current.CancellationToken, feedsOnly: true);
            added.Add(summary.ItemsNew);
        }

        Assert.Equal(added.Sum(), monitor.Database.Read(connection => connection.ExecuteScalar<int>("SELECT count(*) FROM items")));
        return added;
    }

    private static string Rss(ImmutableArray<Entry> entries) =>
        $"<rss version=\"2.0\"><channel><title>The Harbor Gazette</title><link>http://gazette.example/</link>{string.Concat(entries.Select(entry => entry.Xml))}</channel></rss>";

    private sealed record Entry(string? Guid, string? Link, string? Title, string? Date, string? Text)
    {
        public string Xml => $"<item>{Element("guid", Guid)}{Element("link", Link)}{Element("title", Title)}{Element("pubDate", Date)}{Element("description", Text)}</item>";

        private static string Element(string name, string? value) => value is null ? "" : $"<{name}{(name == "guid" ? " isPermaLink=\"false\"" : "")}>{WebUtility.HtmlEncode(value)}</{name}>";
    }
}
