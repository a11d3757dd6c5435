using System.Buffers;
using System.IO.Compression;

namespace NewsMonitor.Fetching;

/// <summary>Reads a body with a bound on its decompressed bytes: at no layer is more held or produced than the bound allows.</summary>
internal static class BodyReader
{
    private const int MaxLayers = 2;
    private const int BufferSize = 32 * 1024;

    // Without this switch the runtime takes a compressed body that breaks off for a whole one.
    static BodyReader() => AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);

    /// <summary>What could be read.</summary>
    /// <param name="Bytes">The bytes, decompressed.</param>
    /// <param name="Shortfall">Why they are not the whole body; null where they are.</param>
    public readonly record struct Body(ReadOnlyMemory<byte> Bytes, string? Shortfall);

    /// <summary>Reads the content of a response to its end or to the bound.</summary>
    /// <exception cref="InvalidDataException">The content encoding cannot be undone, not even for the first byte.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was canceled.</exception>
    public static async Task<Body> ReadAsync(HttpContent content, long maxBytes, CancellationToken cancel)
    {
        var raw = await content.ReadAsStreamAsync(cancel);
        var encodings = Encodings(content);
        await using var body = await DecodeAsync(raw, encodings, maxBytes, cancel);
        using var bytes = new MemoryStream();
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            while (true)
            {
                var read = await body.ReadAsync(buffer, cancel);
                if (read == 0)
                    return Whole(bytes, null);
                var room = maxBytes - bytes.Length;
                bytes.Write(buffer, 0, (int)Math.Min(read, room));
                if (read > room)
                    return Whole(bytes, $"the body was cut off at {maxBytes} bytes");
            }
        }
        catch (LayerTooLargeException)
        {
            return Whole(bytes, $"the body was cut off: a layer of its compression is over {LayerBound(maxBytes)} bytes");
        }
        catch (Exception error) when (error is InvalidDataException || (error is InvalidOperationException && encodings.Contains("br", StringComparer.Ordinal)))
        {
            // BrotliStream reports broken input as an invalid operation.
            return bytes.Length > 0
                ? Whole(bytes, $"the body's compression breaks after {bytes.Length} bytes")
                : throw new InvalidDataException("its compression is broken from the start", error);
        }
        catch (Exception error) when (error is IOException or HttpRequestException && bytes.Length > 0 && !cancel.IsCancellationRequested)
        {
            return Whole(bytes, $"the connection broke after {bytes.Length} bytes");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static Body Whole(MemoryStream bytes, string? shortfall) => new(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), shortfall);

    private static List<string> Encodings(HttpContent content) =>
        content.Headers.NonValidated.TryGetValues("Content-Encoding", out var values)
            ? [.. values.SelectMany(v => v.Split(',')).Select(v => v.Trim().ToLowerInvariant()).Where(v => v is "gzip" or "x-gzip" or "deflate" or "br" or "zstd" or "compress")]
            : []; // other words (identity, none, a charset by mistake) name nothing that could be undone

    private static async Task<Stream> DecodeAsync(Stream stream, List<string> encodings, long maxBytes, CancellationToken cancel)
    {
        if (encodings.Count > MaxLayers)
            throw new InvalidDataException($"the body is compressed {encodings.Count} times over");

        // The last encoding named was applied last, so it is undone first.
        for (var i = encodings.Count - 1; i >= 0; i--)
            stream = await UndoAsync(new BoundedStream(stream, LayerBound(maxBytes)), encodings[i], cancel);
        return stream;
    }

    // A compressed layer may be somewhat larger than what it holds, never by this much.
    private static long LayerBound(long maxBytes) => (2 * maxBytes) + BufferSize;

    private static async Task<Stream> UndoAsync(BoundedStream stream, string encoding, CancellationToken cancel)
    {
        if (encoding == "br")
            return new BrotliStream(stream, CompressionMode.Decompress);
        if (encoding is "zstd" or "compress")
            throw new InvalidDataException($"the content encoding {encoding} was not asked for and cannot be undone");

        // Servers label plain bodies as compressed and raw deflate as zlib; the first two bytes tell.
        var (first, second) = await stream.PeekAsync(cancel);
        var looksGzip = first == 0x1f && second == 0x8b;
        var looksZlib = (first & 0x0f) == 8 && ((first << 8) | second) % 31 == 0;
        return encoding switch
        {
            _ when looksGzip => new GZipStream(stream, CompressionMode.Decompress),
            "deflate" when looksZlib => new ZLibStream(stream, CompressionMode.Decompress),
            "deflate" when first is not ((byte)'<' or (byte)'{' or 0xEF) => new DeflateStream(stream, CompressionMode.Decompress),
            _ => stream,
        };
    }
}
