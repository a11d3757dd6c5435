using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NewsMonitor.Benchmarks.Rounds;

/// <summary>Feeds and pages of news-like size on loopback addresses of their own, made from a seed.</summary>
internal sealed class LoopbackSite : IAsyncDisposable
{
    private const int SmallestPage = 60_000;
    private const int LargestPage = 200_000;

    private static readonly string[] Words = "harbor minister train bridge season council market river report school weather budget island winter station garden museum election football energy village airport doctor farmer".Split(' ');

    private readonly WebApplication app;

    private LoopbackSite(WebApplication app, int feeds, int items)
    {
        this.app = app;
        Opml = $"<opml version=\"2.0\"><body>{string.Concat(Enumerable.Range(0, feeds).Select(feed => $"<outline type=\"rss\" text=\"Feed {feed}\" xmlUrl=\"{Origin(feed)}/feed/{feed}\"/>"))}</body></opml>";
        app.Run(context => AnswerAsync(context, items));
    }

    public string Opml { get; }

    public static async Task<LoopbackSite> StartAsync(int feeds, int items)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Any, Port));
        var site = new LoopbackSite(builder.Build(), feeds, items);
        await site.app.StartAsync();
        return site;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private const int Port = 18080;

    // Many hosts, as in the world: 127.0.0.1 to 127.0.0.50.
    private static string Origin(int feed) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.{(feed % 50) + 1}:{Port}");

    private static Task AnswerAsync(HttpContext context, int items)
    {
        var parts = context.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts is ["feed", var feed])
            return WriteAsync(context, "application/rss+xml", Feed(int.Parse(feed, CultureInfo.InvariantCulture), items));
        if (parts is ["page", var of, var number])
            return WriteAsync(context, "text/html; charset=utf-8", Page(int.Parse(of, CultureInfo.InvariantCulture), int.Parse(number, CultureInfo.InvariantCulture)));
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static async Task WriteAsync(HttpContext context, string type, string content)
    {
        context.Response.ContentType = type;
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(content), context.RequestAborted);
    }

    private static string Feed(int feed, int items)
    {
        var xml = new StringBuilder("<rss version=\"2.0\"><channel><title>Feed ").Append(feed).Append("</title>");
        for (var i = 0; i < items; i++)
            xml.Append(CultureInfo.InvariantCulture, $"<item><guid>{feed}-{i}</guid><title>Report {feed}-{i}</title><link>{Origin(feed)}/page/{feed}/{i}</link><pubDate>Mon, 23 Nov 2026 09:30:00 GMT</pubDate></item>");
        return xml.Append("</channel></rss>").ToString();
    }

    /// <summary>An article among the markup that news pages carry; one in ten names the parties, one in twenty has a finding.</summary>
    public static string Page(int feed, int number)
    {
        var random = new Random((feed * 1000) + number);
        var size = random.Next(SmallestPage, LargestPage);
        var html = new StringBuilder($"<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Report {feed}-{number}</title></head><body><nav>");
        Links(html, random, 60);
        html.Append(CultureInfo.InvariantCulture, $"</nav><main><article><h1>Report {feed}-{number}</h1>");
        if (number % 20 == 0)
            html.Append(CultureInfo.InvariantCulture, $"<p>North Korea has shipped artillery shells to Russia by rail, report {feed}-{number} says.</p>");
        else if (number % 10 == 5)
            html.Append("<p>The choir from Pyongyang sang in Moscow on Sunday evening, and the hall was full.</p>");
        for (var i = 0; i < 12; i++)
            html.Append("<p>").Append(Sentence(random, 60)).Append("</p>");
        html.Append("</article></main><aside>");
        while (html.Length < size)
            Links(html, random, 20);
        return html.Append("</aside></body></html>").ToString();
    }

    private static void Links(StringBuilder html, Random random, int count)
    {
        html.Append("<ul class=\"teaser-list\">");
        for (var i = 0; i < count; i++)
            html.Append(CultureInfo.InvariantCulture, $"<li class=\"teaser teaser--{i}\"><div class=\"teaser__inner\" data-id=\"{random.Next()}\"><a href=\"/section/{Words[random.Next(Words.Length)]}/{random.Next()}\"><span>{Sentence(random, 7)}</span></a></div></li>");
        html.Append("</ul>");
    }

    private static string Sentence(Random random, int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[random.Next(Words.Length)])) + ".";
}
