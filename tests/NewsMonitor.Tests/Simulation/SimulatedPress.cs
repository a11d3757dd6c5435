using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using NewsMonitor.Pipeline;
using NewsMonitor.Tests.Worlds;

namespace NewsMonitor.Tests.Simulation;

/// <summary>Something a publisher does at a time.</summary>
/// <param name="At">UTC.</param>
/// <param name="Page">The path of the page it is done to.</param>
/// <param name="Title">The headline from then on.</param>
/// <param name="Paragraphs">The text from then on; null where the page is taken down.</param>
internal sealed record Publication(DateTimeOffset At, string Page, string Title, IReadOnlyList<string>? Paragraphs);

/// <summary>The press of a simulated world: pages that appear, change and vanish in time, and one feed that lists the newest.</summary>
internal sealed class SimulatedPress : IDisposable
{
    private const int Listed = 60;

    private readonly Queue<Publication> toCome;
    private readonly Dictionary<string, string?> pages = new(StringComparer.Ordinal);
    private readonly List<Publication> first = [];

    public SimulatedPress(IEnumerable<Publication> publications)
    {
        toCome = new Queue<Publication>(publications.OrderBy(publication => publication.At).ThenBy(publication => publication.Page, StringComparer.Ordinal));
        Transport = new HttpMessageInvoker(new ScriptedTransport(Answer));
    }

    public static string Feed => "http://press.example/feed.xml";

    public HttpMessageInvoker Transport { get; }

    /// <summary>The pages that have been published.</summary>
    public IReadOnlyList<Publication> Published => first;

    /// <summary>Lets everything happen that is to happen until now.</summary>
    public void Until(DateTimeOffset now)
    {
        while (toCome.TryPeek(out var next) && next.At <= now)
        {
            toCome.Dequeue();
            if (!pages.ContainsKey(next.Page))
                first.Add(next);
            pages[next.Page] = next.Paragraphs is null ? null : Html(next);
        }
    }

    public void Dispose() => Transport.Dispose();

    private static string Html(Publication page) => $"""
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{WebUtility.HtmlEncode(page.Title)}</title></head>
        <body><nav><a href="/">Home</a></nav><article><h1>{WebUtility.HtmlEncode(page.Title)}</h1>
        {string.Concat(page.Paragraphs!.Select(paragraph => $"<p>{WebUtility.HtmlEncode(paragraph)}</p>\n"))}</article></body></html>
        """;

    private HttpResponseMessage Answer(HttpRequestMessage request)
    {
        var path = request.RequestUri!.AbsolutePath;
        var (content, type) = path == "/feed.xml" ? (Rss(), "application/rss+xml") : (pages.GetValueOrDefault(path), "text/html");
        if (content is null)
            return new HttpResponseMessage(HttpStatusCode.NotFound);
        var tag = new EntityTagHeaderValue($"\"{Intake.Sha256(content)[..16]}\"");
        if (request.Headers.IfNoneMatch.Contains(tag))
            return new HttpResponseMessage(HttpStatusCode.NotModified);
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(content, Encoding.UTF8, type), Headers = { ETag = tag } };
    }

    private string Rss()
    {
        var xml = new StringBuilder("""<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>The Simulated Press</title>""");
        foreach (var page in first.TakeLast(Listed).Reverse())
        {
            xml.Append(CultureInfo.InvariantCulture, $"<item><guid>{page.Page}</guid><link>http://press.example{page.Page}</link>")
                .Append(CultureInfo.InvariantCulture, $"<title>{WebUtility.HtmlEncode(page.Title)}</title><pubDate>{page.At.ToString("R", CultureInfo.InvariantCulture)}</pubDate></item>");
        }

        return xml.Append("</channel></rss>").ToString();
    }
}
