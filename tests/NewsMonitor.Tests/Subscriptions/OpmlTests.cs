using System.Text;
using NewsMonitor.Subscriptions;

namespace NewsMonitor.Tests.Subscriptions;

public sealed class OpmlTests
{
    [Fact]
    public void A_list_is_read_with_folders_languages_categories_and_whatever_else_it_says()
    {
        var read = Body("""
            <outline text="Wires">
              <outline text="Asia">
                <outline text="t" title="Yonhap" type="rss" xmlUrl="HTTPS://en.yna.example./rss#top" language="en"
                  category="/World/Korea, /Wires" htmlUrl="https://en.yna.example/" nm:weight="2"/>
              </outline>
              <outline text="ТАСС" xmlurl="https://tass.example/rss" language="ru"/>
            </outline>
            <outline xmlUrl="http://plain.example/feed"/>
            """);

        Assert.Empty(read.Problems);
        Assert.Equal("My feeds", read.Title);
        Assert.Equal(
            [("https://en.yna.example/rss", "Yonhap", "en"), ("https://tass.example/rss", "ТАСС", "ru"), ("http://plain.example/feed", null, null)],
            read.Entries.Select(entry => (entry.Url, entry.Title, entry.Language)));
        Assert.Equal(["Wires", "Asia"], read.Entries[0].Folders);
        Assert.Equal(["Wires"], read.Entries[1].Folders);
        Assert.Empty(read.Entries[2].Folders);
        Assert.Equal(["/World/Korea", "/Wires"], read.Entries[0].Categories);
        Assert.Equal(
            [new OpmlAttribute("htmlUrl", "", "https://en.yna.example/"), new OpmlAttribute("weight", "urn:example:nm", "2")],
            read.Entries[0].Attributes);
    }

    [Fact]
    public void What_is_written_is_read_back_the_same()
    {
        OpmlEntry[] entries =
        [
            OpmlEntry.Of("https://a.example/feed?x=1&y=%22", "A & \"B\" <c>", "ko"),
            new("https://b.example/feed", null, null, ["Wires", "Asia"], ["/World/Korea", "/Wires"],
                [new("htmlUrl", "", "https://b.example/"), new("weight", "urn:example:nm", "2")]),
            new("https://c.example/feed", "C", "ru", ["Wires"], [], []),
        ];

        var read = Read(Write(entries));

        Assert.Empty(read.Problems);
        Assert.Equal(
            [entries[0], entries[2], entries[1] with { Title = "https://b.example/feed" }],
            read.Entries,
            (one, other) => one.Url == other.Url && one.Title == other.Title && one.Language == other.Language
                && one.Folders.SequenceEqual(other.Folders, StringComparer.Ordinal) && one.Categories.SequenceEqual(other.Categories, StringComparer.Ordinal)
                && one.Attributes.SequenceEqual(other.Attributes));
    }

    [Fact]
    public void A_name_that_xml_cannot_hold_is_written_all_the_same()
    {
        var read = Read(Write([OpmlEntry.Of("https://a.example/", "a\0b\ud800c", null)]));

        Assert.Equal("a\ufffdb\ufffdc", Assert.Single(read.Entries).Title);
    }

    [Theory]
    [InlineData("javascript:alert(1)", "only http and https")]
    [InlineData("file:///etc/passwd", "only http and https")]
    [InlineData("http://user:secret@a.example/", "user name")]
    [InlineData("", "empty")]
    public void An_entry_with_an_unusable_address_is_a_problem_of_its_own(string url, string reason)
    {
        var read = Body($"""<outline text="Bad" type="rss" xmlUrl="{url}"/><outline text="Good" xmlUrl="https://good.example/"/>""");

        Assert.Equal("https://good.example/", Assert.Single(read.Entries).Url);
        var problem = Assert.Single(read.Problems);
        Assert.Equal(("Bad", 2), (problem.Subject, problem.Line));
        Assert.Contains(reason, problem.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", problem.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""<outline type="rss" text="No address"/>""", "the feed has no xmlUrl")]
    [InlineData("""<outline type="include" text="Loop" url="https://a.example/self.opml"/>""", "other files are not included: import them on their own")]
    [InlineData("""<outline xmlUrl="http://a.example"/><outline xmlUrl="http://A.example:80/#x"/>""", "the feed is named twice: the first entry holds")]
    public void What_is_left_out_is_said(string outlines, string reason) => Assert.Equal(reason, Assert.Single(Body(outlines).Problems).Reason);

    [Fact]
    public void A_file_that_breaks_off_gives_the_entries_before_the_break()
    {
        var read = Read("<opml><body><outline xmlUrl=\"https://a.example/\"/>\n<outline xmlUrl=\"https://b.exa");

        Assert.Equal("https://a.example/", Assert.Single(read.Entries).Url);
        Assert.Equal(2, Assert.Single(read.Problems).Line);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not xml")]
    [InlineData("<html><body><outline xmlUrl='https://a.example/'/></body></html>")]
    [InlineData("\0\0\ufeff<opml/>")]
    public void What_is_no_opml_is_one_problem_and_no_exception(string text)
    {
        var read = Read(text);

        Assert.Empty(read.Entries);
        Assert.Single(read.Problems);
    }

    [Fact]
    public void A_doctype_is_passed_over_and_its_entities_are_neither_expanded_nor_fetched()
    {
        var harmless = Read("<!DOCTYPE opml SYSTEM \"http://dtd.example/opml.dtd\"><opml><body><outline xmlUrl=\"https://a.example/\"/></body></opml>");
        var bomb = Read("""
            <!DOCTYPE opml [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>
            <opml><body><outline xmlUrl="https://a.example/" text="&a;&b;"/></body></opml>
            """);

        Assert.Single(harmless.Entries);
        Assert.Empty(harmless.Problems);
        Assert.Equal("&a;&b;", Assert.Single(bomb.Entries).Title);
        Assert.Empty(bomb.Problems);
    }

    [Fact]
    public void Bare_ampersands_and_entities_of_html_spoil_nothing()
    {
        var read = Body("""<outline text="Wires &nbsp;&amp; R&D &eacute;&#233;&bogus; &#0;" xmlUrl="https://a.example/feed?x=1&y=2&copy=3&amp;z=4"/><outline xmlUrl="https://b.example/"/>""");

        Assert.Empty(read.Problems);
        Assert.Equal(["https://a.example/feed?x=1&y=2&copy=3&z=4", "https://b.example/"], read.Entries.Select(entry => entry.Url));
        Assert.Equal("Wires & R&D éé&bogus;", read.Entries[0].Title);
    }

    [Theory]
    [InlineData("windows-1251", "windows-1251")]
    [InlineData("windows-1251", "utf-8")]
    [InlineData("utf-16", "utf-16")]
    public void A_file_is_read_in_the_encoding_it_is_in(string encoding, string declared)
    {
        var text = $"<?xml version=\"1.0\" encoding=\"{declared}\"?>\n<opml><body><outline text=\"Новости со всего света\" xmlUrl=\"https://a.example/\"/></body></opml>";
        var bytes = (CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding)).GetBytes(text);

        Assert.Equal("Новости со всего света", Assert.Single(Read(bytes).Entries).Title);
    }

    [Fact]
    public void A_hundred_thousand_feeds_are_read_and_no_more()
    {
        var outlines = new StringBuilder();
        for (var i = 0; i < Opml.MaxEntries + 1; i++)
            outlines.Append(System.Globalization.CultureInfo.InvariantCulture, $"<outline xmlUrl=\"https://a.example/{i}\"/>");

        var read = Body(outlines.ToString());

        Assert.Equal(Opml.MaxEntries, read.Entries.Length);
        Assert.Equal("only the first 100000 feeds are read", Assert.Single(read.Problems).Reason);
    }

    [Fact]
    public void Folders_ten_thousand_deep_are_survived_and_their_feeds_named()
    {
        var open = string.Concat(Enumerable.Repeat("<outline text='f'>", 10_000));
        var close = string.Concat(Enumerable.Repeat("</outline>", 10_000));

        var read = Body($"{open}<outline text='deep' xmlUrl='https://deep.example/'/>{close}<outline xmlUrl='https://a.example/'/>");

        Assert.Equal("https://a.example/", Assert.Single(read.Entries).Url);
        Assert.Equal("deep", Assert.Single(read.Problems).Subject);
    }

    [Fact]
    public void A_hundred_thousand_bad_entries_are_counted_and_not_all_named()
    {
        var read = Body(string.Concat(Enumerable.Repeat("<outline xmlUrl='javascript:x'/>", 100_000)));

        Assert.Equal(1001, read.Problems.Length);
        Assert.Equal("and 99000 more entries that cannot be read", read.Problems[^1].Reason);
    }

    [Fact]
    public void An_outline_where_none_belongs_confuses_nothing() =>
        Assert.Single(Read("<opml><head><title><outline>x</outline></title></head><body><outline xmlUrl='https://a.example/'/></body></opml>").Entries);

    private static OpmlDocument Body(string outlines) =>
        Read("<opml version=\"2.0\" xmlns:nm=\"urn:example:nm\"><head><title>My feeds</title></head>\n<body>" + outlines + "</body></opml>");

    private static OpmlDocument Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private static OpmlDocument Read(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return Opml.Read(stream);
    }

    private static byte[] Write(IEnumerable<OpmlEntry> entries)
    {
        using var stream = new MemoryStream();
        Opml.Write(stream, "Feeds", entries);
        return stream.ToArray();
    }
}
