using System.Net;
using System.Text;

namespace NewsMonitor.Tests.Worlds;

/// <summary>Feeds and pages to script a site with.</summary>
internal static class News
{
    public const string ShellsSentence = "North Korea has shipped artillery shells to Russia by rail, Seoul's defense ministry said on Monday.";

    /// <summary>A page whose article says <paramref name="sentence"/> among paragraphs about nothing in particular.</summary>
    public static string Page(string title, string sentence, string head = "") => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><title>{WebUtility.HtmlEncode(title)}</title><meta property="og:site_name" content="The Harbor Gazette">{head}</head>
        <body>
          <nav><a href="/">Home</a> <a href="/world">World</a> <a href="/sport">Sport</a></nav>
          <article>
            <h1>{WebUtility.HtmlEncode(title)}</h1>
            <p>{WebUtility.HtmlEncode(sentence)}</p>
            <p>The harbor master counted eleven ships in the roads this morning, three more than a week ago, and expects the fog to lift by noon.</p>
            <p>Fishermen who had waited since Friday spoke of a long week, of nets to mend and of prices that would not hold until the spring.</p>
            <p>The ferry to the island runs again on Thursday; tickets are sold at the pier, and the night boat is full until the end of the month.</p>
          </article>
          <footer><a href="/about">About us</a> <a href="/imprint">Imprint</a></footer>
        </body>
        </html>
        """;

    /// <summary>An RSS feed of entries.</summary>
    public static string Rss(params (string Link, string Title, string Summary)[] items)
    {
        var xml = new StringBuilder("""<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>The Harbor Gazette</title><link>http://gazette.example/</link>""");
        foreach (var (link, title, summary) in items)
        {
            xml.Append("<item><guid>").Append(WebUtility.HtmlEncode(link)).Append("</guid><link>").Append(WebUtility.HtmlEncode(link)).Append("</link><title>")
                .Append(WebUtility.HtmlEncode(title)).Append("</title><description>").Append(WebUtility.HtmlEncode(summary))
                .Append("</description><pubDate>Mon, 23 Nov 2026 09:30:00 GMT</pubDate></item>");
        }

        return xml.Append("</channel></rss>").ToString();
    }
}
