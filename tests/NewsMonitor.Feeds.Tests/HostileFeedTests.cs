using System.Text;
using NewsMonitor.Feeds.Markup;
using NewsMonitor.Feeds.Reading;
using static NewsMonitor.Feeds.Tests.Samples;

namespace NewsMonitor.Feeds.Tests;

public sealed class HostileFeedTests
{
    private const int Length = 300_000;

    [Theory]
    [InlineData("<")]
    [InlineData("<a ")]
    [InlineData("<a b=\"")]
    [InlineData("<a b=\"'")]
    [InlineData("<a b='<a c=\"<'\"")]
    [InlineData("<a b=\"<c d=\" ")]
    [InlineData("<!--")]
    [InlineData("<![CDATA[")]
    [InlineData("<?")]
    [InlineData("</x>")]
    [InlineData("<a>")]
    [InlineData("&#")]
    public void The_scanner_works_in_proportion_to_its_input(string piece)
    {
        var document = "<rss><channel><item><description>" + new StringBuilder().Insert(0, piece, Length / piece.Length);
        using var content = new TextBuffer();
        var walk = new DocumentWalk(document, null, new FeedDraft(), content);
        walk.Run();
        Assert.InRange(walk.Wasted, 0, 4L * document.Length);
    }

    [Fact]
    public void Entities_that_multiply_are_cut_off()
    {
        var laughs = string.Concat(Enumerable.Range(1, 30).Select(i => $"<!ENTITY a{i} '{new StringBuilder().Insert(0, $"&a{i - 1};", 10)}'>"));
        var feed = Read($"<!DOCTYPE rss [<!ENTITY a0 'ha'>{laughs}]>" + RssFeed("<description>&a30;&a6;&a6;&a6;&a6;</description>")[40..]);
        Assert.Contains(feed.Faults, fault => fault.Kind == FeedFaultKind.EntitiesCut);
        Assert.True((feed.Items[0].Summary?.Value.Length ?? 0) <= 1_000_000);
        Assert.Equal("n-3", feed.Items[2].Id);
    }

    [Fact]
    public void An_entity_that_means_itself_ends() =>
        Assert.NotNull(Read("<!DOCTYPE rss [<!ENTITY a '&a;&a;'>]><rss><channel><title>x&a;</title></channel></rss>").Title);

    [Fact]
    public void Nesting_without_end_is_passed_over()
    {
        var deep = new StringBuilder().Insert(0, "<b>", 100_000).ToString();
        var item = FirstOf("<description>" + deep + "</description><title>Good</title>");
        Assert.Equal("Good", item.Title);
    }

    [Fact]
    public void A_million_attributes_are_not_looked_at()
    {
        var item = FirstOf("<enclosure " + new StringBuilder().Insert(0, "a='b' ", 200_000) + " url='https://news.example/x'/><title>Good</title>");
        Assert.Equal("Good", item.Title);
        Assert.Empty(item.Enclosures);
    }

    [Fact]
    public void Entries_beyond_ten_thousand_are_left_out()
    {
        var feed = Read("<rss><channel>" + new StringBuilder().Insert(0, "<item><title>x</title></item>", 10_500));
        Assert.Equal(10_000, feed.Items.Count);
        Assert.Contains(feed.Faults, fault => fault.Kind == FeedFaultKind.TooManyItems);
    }
}
