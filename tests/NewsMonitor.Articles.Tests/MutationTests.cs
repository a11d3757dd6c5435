using System.Diagnostics;
using System.Globalization;
using System.Text;
using NewsMonitor.Articles.Skimming;
using NewsMonitor.Text.Charsets;

namespace NewsMonitor.Articles.Tests;

/// <summary>
/// Pages changed at random, always the same way: each must end in a value before its deadline. A folder of pages in NEWSMONITOR_TEST_PAGES and a count in NEWSMONITOR_TEST_MUTATIONS
/// make it a long run over real ones.
/// </summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    private const int Seed = 20261124;
    private const int Ordinary = 300;
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(3);

    /// <summary>What a deadline is late by where the machine has other work.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task No_changed_page_throws_or_outlasts_its_deadline()
    {
        var pages = PagesToChange();
        var count = int.Parse(Environment.GetEnvironmentVariable("NEWSMONITOR_TEST_MUTATIONS") ?? Ordinary.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var (late, slowest) = (new List<int>(), TimeSpan.Zero);
        for (var i = 0; i < count; i++)
        {
            var random = new Random(Seed + i);
            var bytes = Changed(pages[random.Next(pages.Count)], random);
            using var deadline = new CancellationTokenSource(Deadline);
            var watch = Stopwatch.StartNew();

            var html = CharsetDecoder.Decode(bytes, null, MarkupKind.Html).Text;
            PageSkim.Passes(html, _ => true);
            Assert.NotNull(await ArticleExtractor.ExtractAsync(html, Pages.Url, deadline.Token, TestContext.Current.CancellationToken));

            if (watch.Elapsed > slowest) slowest = watch.Elapsed;
            if (watch.Elapsed > Deadline + Grace) late.Add(Seed + i);
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} changed pages of {pages.Count}, slowest {slowest.TotalMilliseconds:0} ms"));

        Assert.Empty(late);
    }

    private static List<byte[]> PagesToChange()
    {
        if (Environment.GetEnvironmentVariable("NEWSMONITOR_TEST_PAGES") is { Length: > 0 } folder) return [.. Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
        return
        [
            Encoding.UTF8.GetBytes(Pages.Around(Pages.Body, "<meta charset=\"utf-8\"><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Harbour\",\"author\":{\"name\":\"A. Weber\"}}</script>")),
            Encoding.UTF8.GetBytes(Pages.Around("<table><tr><th>Berth</th><td>9 m</td></tr></table><ul><li>Two berths<li>A post</ul><pre>a\n b</pre>" + Pages.Body, after: "<aside><a href=\"/a\">More</a></aside>")),
            Encoding.UTF8.GetBytes("<html><body><div id=root></div><script>window.__S__ = {\"body\":\"" + string.Concat(Enumerable.Repeat("Ships arrive in the harbour again. ", 40)) + "\"}</script></body></html>"),
        ];
    }

    private static byte[] Changed(byte[] page, Random random)
    {
        var bytes = new List<byte>(page);
        for (var changes = random.Next(1, 20); changes > 0 && bytes.Count > 0; changes--) Change(bytes, random);
        return [.. bytes];
    }

    private static void Change(List<byte> bytes, Random random)
    {
        ReadOnlySpan<string> pieces = ["<", ">", "\"", "'", "&", "<!--", "-->", "<script>", "</script>", "<table>", "<svg>", "<math>", "<template>", "</p>", "<a href=", "<p", "\0", "&#xD800;", "{", "]]>", "<style>", "<title>", "<select>", "<rt>", "\uFEFF"];
        var at = random.Next(bytes.Count);
        var length = Math.Min(random.Next(1, 400), bytes.Count - at);
        switch (random.Next(7))
        {
            case 0:
                bytes.RemoveRange(at, length);
                break;
            case 1:
                bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                break;
            case 2:
                bytes[at] = (byte)random.Next(256);
                break;
            case 3:
                bytes.InsertRange(at, Encoding.UTF8.GetBytes(pieces[random.Next(pieces.Length)]));
                break;
            case 4:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 5:
                bytes.Reverse(at, length);
                break;
            default:
                // Much of one thing: nesting, attributes, references.
                var piece = Encoding.UTF8.GetBytes(pieces[random.Next(pieces.Length)]);
                bytes.InsertRange(at, Enumerable.Repeat(piece, random.Next(1, 300)).SelectMany(one => one));
                break;
        }
    }
}
