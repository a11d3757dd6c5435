using System.Text;
using System.Text.Json;
using static NewsMonitor.Feeds.Tests.Samples;

namespace NewsMonitor.Feeds.Tests.Mutations;

/// <summary>A body to be mutated, and the content type it came with.</summary>
internal sealed record FeedSeed(byte[] Body, string? ContentType);

/// <summary>What mutations start from: feeds of our own making, or those that somebody else has.</summary>
internal static class FeedSeeds
{
    private const int Largest = 64 * 1024;

    public static IReadOnlyList<FeedSeed> OwnMaking { get; } =
    [
        Of(RssFeed("<title>Kim &amp; Putin</title><link>/1</link><description><![CDATA[<p>x</p>]]></description><pubDate>Mon, 16 Nov 2026 09:30:00 GMT</pubDate>")),
        Of(RssFeed("<dc:date>2026-11-16</dc:date><media:content url='/a.jpg'/><enclosure url='/b.mp3' length='1'/><content:encoded>&lt;p&gt;y&lt;/p&gt;</content:encoded><guid>/1</guid>")),
        Of(AtomFeed("<title type='html'>x &lt;b&gt;</title><link href='/1'/><content type='xhtml'><div>y</div></content><updated>2026-11-16T09:30:00Z</updated>")),
        Of("<!DOCTYPE rss [<!ENTITY a 'b&c;'><!ENTITY c 'd'>]><rdf:RDF xmlns:rdf='x'><channel><title>&a;</title></channel><item rdf:about='http://x/'/></rdf:RDF>"),
        Of("<CHANNEL HREF='http://x/'><TITLE>t</TITLE><ITEM HREF='/1'><TITLE>u</TITLE></ITEM></CHANNEL>"),
        Of("""{"version":"https://jsonfeed.org/version/1","items":[{"id":1,"title":"a","tags":["b"],"authors":[{"name":"c"}],"date_published":"2026-11-16T09:30:00Z"}]}"""),
        new(Encoding.Unicode.GetBytes("\uFEFF" + AtomFeed("<title>Пхеньян</title><published>16 ноября 2026</published>")), "application/atom+xml; charset=utf-16"),
    ];

    /// <summary>The cases of a JSON Lines file (<c>bytes_base64</c>, <c>headers</c>), or the files of a folder.</summary>
    public static IReadOnlyList<FeedSeed> From(string path) => Directory.Exists(path)
        ? [.. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => new FeedSeed(Cut(File.ReadAllBytes(file)), null))]
        : [.. File.ReadLines(path).Select(FromLine)];

    private static FeedSeed FromLine(string line)
    {
        using var document = JsonDocument.Parse(line);
        var type = document.RootElement.TryGetProperty("headers", out var headers) && headers.ValueKind == JsonValueKind.Object
            ? headers.EnumerateObject().FirstOrDefault(header => header.Name.Equals("content-type", StringComparison.OrdinalIgnoreCase)).Value
            : default;
        return new FeedSeed(Cut(document.RootElement.GetProperty("bytes_base64").GetBytesFromBase64()), type.ValueKind == JsonValueKind.String ? type.GetString() : null);
    }

    private static FeedSeed Of(string document) => new(Encoding.UTF8.GetBytes(document), null);

    private static byte[] Cut(byte[] body) => body.Length > Largest ? body[..Largest] : body;
}
