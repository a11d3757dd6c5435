using System.Globalization;
using System.Net;
using System.Text;

namespace NewsMonitor.Benchmarks.Feeds;

/// <summary>
/// Five feeds of about 200 kB each that look like those of newspapers: RSS and Atom, English, Russian and Korean, full texts and short ones.
/// The same on every machine.
/// </summary>
internal static class GeneratedFeeds
{
    private const int Size = 200_000;

    private static readonly string[] English = "the minister said that talks with delegation would continue next week in capital after both sides agreed on supply of energy and food while observers warned".Split(' ');
    private static readonly string[] Russian = "министр заявил что переговоры с делегацией продолжатся на следующей неделе в столице после того как стороны договорились о поставках энергии и продовольствия".Split(' ');
    private static readonly string[] Korean = "장관은 대표단과의 회담이 다음 주 수도에서 계속될 것이라고 밝혔다 양측은 에너지와 식량 공급에 합의했으며 전문가들은 우려를 나타냈다".Split(' ');

    /// <summary>Name and bytes of each.</summary>
    public static IReadOnlyList<(string Name, byte[] Bytes)> All { get; } =
    [
        ("rss-en-full", Rss(English, words: 500, cdata: true)),
        ("rss-ru-short", Rss(Russian, words: 30, cdata: false)),
        ("rss-ko-full", Rss(Korean, words: 400, cdata: false)),
        ("atom-en-short", Atom(English, words: 30)),
        ("atom-ru-full", Atom(Russian, words: 400)),
    ];

    private static byte[] Rss(string[] vocabulary, int words, bool cdata)
    {
        var random = new Random(vocabulary[0].Length);
        var feed = new StringBuilder("""
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel><title>News</title><link>https://news.example/</link><description>All of it</description>
            """);
        for (var i = 0; Encoding.UTF8.GetByteCount(feed.ToString()) < Size; i++)
        {
            var html = Html(vocabulary, words, random);
            feed.Append(CultureInfo.InvariantCulture, $"""

                <item>
                  <title>{Sentence(vocabulary, 9, random)}</title>
                  <link>https://news.example/2026/11/{i}?utm_source=rss&amp;utm_medium=feed</link>
                  <guid isPermaLink="false">news-{i}</guid>
                  <pubDate>Mon, 16 Nov 2026 {i / 60 % 24:00}:{i % 60:00}:00 +0300</pubDate>
                  <dc:creator>{Sentence(vocabulary, 2, random)}</dc:creator>
                  <category>{vocabulary[random.Next(vocabulary.Length)]}</category>
                  <description>{Sentence(vocabulary, 25, random)}</description>
                  <content:encoded>{(cdata ? "<![CDATA[" + html + "]]>" : WebUtility.HtmlEncode(html))}</content:encoded>
                </item>
                """);
        }
        return Encoding.UTF8.GetBytes(feed.Append("\n</channel></rss>\n").ToString());
    }

    private static byte[] Atom(string[] vocabulary, int words)
    {
        var random = new Random(vocabulary[0].Length);
        var feed = new StringBuilder("""
            <?xml version="1.0" encoding="UTF-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><link href="https://news.example/"/><id>urn:news</id><updated>2026-11-16T09:30:00Z</updated>
            """);
        for (var i = 0; Encoding.UTF8.GetByteCount(feed.ToString()) < Size; i++)
        {
            feed.Append(CultureInfo.InvariantCulture, $"""

                <entry>
                  <title type="html">{Sentence(vocabulary, 9, random)}</title>
                  <link rel="alternate" type="text/html" href="https://news.example/2026/11/{i}"/>
                  <id>tag:news.example,2026:{i}</id>
                  <published>2026-11-16T{i / 60 % 24:00}:{i % 60:00}:00+03:00</published>
                  <updated>2026-11-16T{i / 60 % 24:00}:{i % 60:00}:30+03:00</updated>
                  <author><name>{Sentence(vocabulary, 2, random)}</name></author>
                  <content type="html">{WebUtility.HtmlEncode(Html(vocabulary, words, random))}</content>
                </entry>
                """);
        }
        return Encoding.UTF8.GetBytes(feed.Append("\n</feed>\n").ToString());
    }

    private static string Html(string[] vocabulary, int words, Random random)
    {
        var html = new StringBuilder();
        for (var written = 0; written < words; written += 30)
            html.Append("<p>").Append(Sentence(vocabulary, 30, random)).Append(", <a href=\"https://news.example/more\">").Append(vocabulary[0]).Append("</a>.</p>\n");
        return html.ToString();
    }

    private static string Sentence(string[] vocabulary, int words, Random random) =>
        string.Join(' ', Enumerable.Range(0, words).Select(_ => vocabulary[random.Next(vocabulary.Length)]));
}
