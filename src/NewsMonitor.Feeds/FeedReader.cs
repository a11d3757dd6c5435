using System.Buffers;
using System.Text;
using NewsMonitor.Feeds.JsonFeed;
using NewsMonitor.Feeds.Markup;
using NewsMonitor.Feeds.Reading;
using NewsMonitor.Text.Charsets;

namespace NewsMonitor.Feeds;

/// <summary>
/// Reads RSS 0.9x to 2.0, RDF, Atom 0.3 and 1.0, CDF, JSON Feed and news sitemaps from the bytes of a response. Tolerates what publishers do wrong and says
/// so in <see cref="Feed.Faults"/>; never throws, fetches nothing, and takes time and memory in proportion to the body.
/// </summary>
public static class FeedReader
{
    /// <summary>Reads a body.</summary>
    /// <param name="body">As received, after decompression; the caller bounds its length.</param>
    /// <param name="headers">The headers it came with.</param>
    /// <param name="url">Where it came from, after redirects: the base of relative links; null where unknown.</param>
    public static FeedReading Read(ReadOnlySpan<byte> body, FeedHeaders headers, Uri? url)
    {
        var charset = CharsetDecoder.Detect(body, headers.ContentType, MarkupKind.Xml);
        body = body[charset.Preamble..];
        var baseAddress = BaseAddress(headers.ContentLocation, url);
        var characters = ArrayPool<char>.Shared.Rent(Capacity(charset.Encoding, body));
        try
        {
            var text = characters.AsSpan(0, charset.Encoding.GetChars(body, characters));
            var feed = new FeedDraft();
            if (charset.Overruled is { } label)
                feed.Faults.Add(FeedFaultKind.WrongCharset, $"{label}, in truth {charset.Encoding.WebName}");
            return Read(feed, text, body, charset.Encoding, baseAddress);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(characters);
        }
    }

    private static FeedReading Read(FeedDraft feed, ReadOnlySpan<char> text, ReadOnlySpan<byte> body, Encoding encoding, string? baseAddress)
    {
        var start = text.TrimStart("\uFEFF\0 \t\r\n");
        if (start.IsEmpty)
            return new FeedReading.NotAFeed(NotAFeedReason.Empty, "The body is empty.");
        if (start[0] == '{')
            return ReadJson(feed, start, body, encoding, baseAddress);
        using var content = new TextBuffer();
        var walk = new DocumentWalk(text, baseAddress, feed, content);
        if (!walk.Run())
            return Refusal.Of(walk.Root, start);
        feed.Faults.Locate(text);
        return walk.IsOther ? Refusal.OtherSitemap : Judge(feed);
    }

    private static FeedReading ReadJson(FeedDraft feed, ReadOnlySpan<char> text, ReadOnlySpan<byte> body, Encoding encoding, string? baseAddress)
    {
        var utf8 = encoding.CodePage == Encoding.UTF8.CodePage ? body[Math.Max(0, body.IndexOf((byte)'{'))..] : Encoding.UTF8.GetBytes(text.ToString());
        var isFeed = JsonFeedReader.Read(WithoutControls(utf8), feed, baseAddress);
        feed.Faults.Locate(utf8);
        return isFeed
            ? Judge(feed)
            : new FeedReading.NotAFeed(NotAFeedReason.SomethingElse, "The body is JSON, but no JSON Feed.");
    }

    /// <summary>JSON permits no line break inside a string; outside of strings a blank is as good as one.</summary>
    private static byte[] WithoutControls(ReadOnlySpan<byte> utf8)
    {
        var clean = utf8.ToArray();
        foreach (ref var c in clean.AsSpan())
        {
            if (c < ' ')
                c = (byte)' ';
        }
        return clean;
    }

    /// <summary>A feed without entries is a feed, unless it broke off before it said anything.</summary>
    private static FeedReading Judge(FeedDraft draft)
    {
        var feed = draft.ToFeed();
        var saysNothing = feed.Items.Count == 0 && feed.Title is null && feed.Link is null && feed.Description is null;
        return saysNothing && feed.Faults.Any(fault => fault.Kind == FeedFaultKind.Truncated)
            ? new FeedReading.NotAFeed(NotAFeedReason.Broken, $"The body begins as {feed.Format} and breaks off before its first entry.")
            : new FeedReading.Parsed(feed);
    }

    /// <summary>The estimate costs nothing but is four times too high where stray bytes are repaired; then counting is cheaper than the memory.</summary>
    private static int Capacity(Encoding encoding, ReadOnlySpan<byte> body)
    {
        var most = encoding.GetMaxCharCount(body.Length);
        return most <= 2L * body.Length + 16 ? most : encoding.GetCharCount(body);
    }

    private static string? BaseAddress(string? contentLocation, Uri? url)
    {
        var own = url is { IsAbsoluteUri: true } ? url.AbsoluteUri : null;
        return contentLocation is null ? own : Links.Resolve(contentLocation, own) is { } location && Links.IsAbsolute(location) ? location : own;
    }
}
