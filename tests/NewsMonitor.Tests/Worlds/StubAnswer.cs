using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace NewsMonitor.Tests.Worlds;

/// <summary>What a <see cref="StubSite"/> answers to one request.</summary>
internal sealed class StubAnswer
{
    private readonly List<(string Name, string Value)> _headers = [];
    private readonly Func<HttpContext, Task> _write;
    private readonly int _status;
    private Gate? _gate;
    private bool _forgetful;

    private StubAnswer(int status, Func<HttpContext, Task> write)
    {
        _status = status;
        _write = write;
    }

    /// <summary>Bytes of a type, with their length declared.</summary>
    public static StubAnswer Bytes(ReadOnlyMemory<byte> bytes, string contentType, int status = 200) => new StubAnswer(status, async context =>
    {
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }).Header("Content-Type", contentType);

    /// <summary>A feed.</summary>
    public static StubAnswer Feed(string xml) => Bytes(Encoding.UTF8.GetBytes(xml), "application/rss+xml");

    /// <summary>A page.</summary>
    public static StubAnswer Page(string html) => Bytes(Encoding.UTF8.GetBytes(html), "text/html; charset=utf-8");

    /// <summary>A text file.</summary>
    public static StubAnswer Text(string text) => Bytes(Encoding.UTF8.GetBytes(text), "text/plain; charset=utf-8");

    /// <summary>A status without a body.</summary>
    public static StubAnswer Status(int status, string? retryAfter = null)
    {
        var answer = new StubAnswer(status, _ => Task.CompletedTask);
        return retryAfter is null ? answer : answer.Header("Retry-After", retryAfter);
    }

    /// <summary>A redirect.</summary>
    public static StubAnswer Redirect(int status, string location) => Status(status).Header("Location", location);

    /// <summary>A body that says it is compressed and is.</summary>
    public static StubAnswer Compressed(string encoding, ReadOnlyMemory<byte> bytes, string contentType) => Pressed(encoding, encoding, bytes, contentType);

    /// <summary>A body that is compressed in one way and labelled in another.</summary>
    public static StubAnswer Pressed(string encoding, string label, ReadOnlyMemory<byte> bytes, string contentType) =>
        Bytes(Compress(encoding, bytes), contentType).Header("Content-Encoding", label);

    /// <summary>A few kilobytes that decompress to this many zero bytes.</summary>
    public static StubAnswer Bomb(string encoding, int megabytes) => new StubAnswer(200, async context =>
    {
        await using var pressed = Compressor(encoding, context.Response.Body);
        var zeros = new byte[1024 * 1024];
        for (var i = 0; i < megabytes; i++)
            await pressed.WriteAsync(zeros, context.RequestAborted);
    }).Header("Content-Encoding", encoding).Header("Content-Type", "application/rss+xml");

    /// <summary>A chunked body that never ends by itself.</summary>
    public static StubAnswer Endless(string contentType) => new StubAnswer(200, async context =>
    {
        var chunk = Encoding.ASCII.GetBytes(new string('x', 64 * 1024));
        while (!context.RequestAborted.IsCancellationRequested)
            await context.Response.Body.WriteAsync(chunk, context.RequestAborted);
    }).Header("Content-Type", contentType);

    /// <summary>The beginning of a body at once, then one more byte after each gate.</summary>
    public static StubAnswer Dripping(string beginning, IReadOnlyList<Gate> drips, string contentType) => new StubAnswer(200, async context =>
    {
        await context.Response.WriteAsync(beginning, context.RequestAborted);
        foreach (var drip in drips)
        {
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await drip.PassAsync(context.RequestAborted);
            await context.Response.WriteAsync("x", context.RequestAborted);
        }
    }).Header("Content-Type", contentType);

    /// <summary>A body that breaks off before the length it declares.</summary>
    public static StubAnswer BrokenOff(string beginning, int declaredLength, string contentType) => new StubAnswer(200, async context =>
    {
        context.Response.ContentLength = declaredLength;
        await context.Response.WriteAsync(beginning, context.RequestAborted);
    }).Header("Content-Type", contentType);

    /// <summary>Adds a header.</summary>
    public StubAnswer Header(string name, string value)
    {
        _headers.Add((name, value));
        return this;
    }

    /// <summary>Gives validators and does not heed them.</summary>
    public StubAnswer Forgetful()
    {
        _forgetful = true;
        return this;
    }

    /// <summary>Holds the whole answer, headers included, until the gate opens.</summary>
    public StubAnswer Behind(Gate gate)
    {
        _gate = gate;
        return this;
    }

    /// <summary>Answers 304 where the request holds the entity tag of this answer, or its date.</summary>
    public bool IsKnownTo(HttpRequest request)
    {
        bool Holds(string validator, string condition) =>
            _headers.Find(header => header.Name.Equals(validator, StringComparison.OrdinalIgnoreCase)).Value is { } value
            && request.Headers[condition] == value;

        return Holds("ETag", "If-None-Match") || Holds("Last-Modified", "If-Modified-Since");
    }

    /// <summary>Writes the answer.</summary>
    public async Task WriteAsync(HttpContext context)
    {
        if (_gate is not null)
            await _gate.PassAsync(context.RequestAborted);
        var known = _status == 200 && !_forgetful && IsKnownTo(context.Request);
        context.Response.StatusCode = known ? 304 : _status;
        foreach (var (name, value) in _headers)
        {
            if (!known || name is not ("Content-Type" or "Content-Encoding"))
                context.Response.Headers.Append(name, value);
        }

        if (!known)
            await _write(context);
    }

    /// <summary>Compresses bytes: gzip, br, zstd, deflate (with the zlib wrapping) or raw-deflate (without).</summary>
    public static byte[] Compress(string encoding, ReadOnlyMemory<byte> bytes)
    {
        using var buffer = new MemoryStream();
        using (var pressed = Compressor(encoding, buffer))
            pressed.Write(bytes.Span);
        return buffer.ToArray();
    }

    private static Stream Compressor(string encoding, Stream target) => encoding switch
    {
        "gzip" => new GZipStream(target, CompressionLevel.Fastest, leaveOpen: true),
        "br" => new BrotliStream(target, CompressionLevel.Fastest, leaveOpen: true),
        "zstd" => new ZstdSharp.CompressionStream(target, leaveOpen: true),
        "deflate" => new ZLibStream(target, CompressionLevel.Fastest, leaveOpen: true),
        "raw-deflate" => new DeflateStream(target, CompressionLevel.Fastest, leaveOpen: true),
        _ => throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"no such encoding: {encoding}"), nameof(encoding)),
    };
}
