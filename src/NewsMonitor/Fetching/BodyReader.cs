using System.Buffers;
using System.IO.Compression;
using ZstdSharp;
using ZstdSharp.Unsafe;

namespace NewsMonitor.Fetching;

/// <summary>
/// Reads bodies with a bound on their decompressed bytes: at no layer is more held or produced than the bound allows. Of bodies that grow large, only a
/// few are read at once, so that many hostile ones together cannot exhaust the memory of a small machine.
/// </summary>
internal sealed class BodyReader : IDisposable
{
    /// <summary>From this size on a body is large.</summary>
    public const int LargeBytes = 2 * 1024 * 1024;

    /// <summary>The most large bodies read at once.</summary>
    public const int LargeAtOnce = 4;

    private const int MaxLayers = 2;
    private const int BufferSize = 32 * 1024;

    // 8 MiB, the largest window of the content coding (RFC 9659); a frame may ask for gigabytes.
    private const int ZstandardWindowLog = 23;

    private readonly SemaphoreSlim _largeBodies = new(LargeAtOnce, LargeAtOnce);

    // Without this switch the runtime takes a compressed body that breaks off for a whole one.
    static BodyReader() => AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);

    /// <summary>What could be read.</summary>
    /// <param name="Bytes">The bytes, decompressed.</param>
    /// <param name="Shortfall">Why they are not the whole body; null where they are.</param>
    public readonly record struct Body(ReadOnlyMemory<byte> Bytes, string? Shortfall);

    /// <summary>Reads the content of a response to its end or to the bound.</summary>
    /// <exception cref="InvalidDataException">The content encoding cannot be undone, not even for the first byte.</exception>
    /// <exception cref="IOException">The connection broke before the first byte.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was canceled.</exception>
    public async Task<Body> ReadAsync(HttpContent content, long maxBytes, CancellationToken cancel)
    {
        var raw = await content.ReadAsStreamAsync(cancel);
        var encodings = Encodings(content);
        await using var body = await DecodeAsync(raw, encodings, maxBytes, cancel);
        using var bytes = new MemoryStream();
        try
        {
            var whole = await CopyAsync(body, bytes, maxBytes, cancel);
            return Taken(bytes, whole ? null : $"the body was cut off at {maxBytes} bytes");
        }
        catch (LayerTooLargeException)
        {
            return Taken(bytes, $"the body was cut off: a layer of its compression is over {LayerBound(maxBytes)} bytes");
        }
        catch (Exception error) when (IsBroken(error, encodings))
        {
            return bytes.Length > 0
                ? Taken(bytes, $"the body's compression breaks after {bytes.Length} bytes")
                : throw new InvalidDataException("its compression is broken from the start", error);
        }
        catch (Exception error) when (error is IOException or HttpRequestException && bytes.Length > 0 && !cancel.IsCancellationRequested)
        {
            return Taken(bytes, $"the connection broke after {bytes.Length} bytes");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _largeBodies.Dispose();

    // False where the bound was reached before the end.
    private async Task<bool> CopyAsync(Stream body, MemoryStream bytes, long maxBytes, CancellationToken cancel)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        var isLarge = false;
        try
        {
            while (true)
            {
                var read = await body.ReadAsync(buffer, cancel);
                if (read == 0)
                    return true;
                if (!isLarge && bytes.Length + read > LargeBytes)
                {
                    await _largeBodies.WaitAsync(cancel);
                    isLarge = true;
                }

                var taken = (int)Math.Min(read, maxBytes - bytes.Length);
                if (bytes.Length + taken > bytes.Capacity)
                    bytes.Capacity = (int)Math.Min(Math.Max(bytes.Length + taken, 2L * bytes.Capacity), maxBytes);
                bytes.Write(buffer, 0, taken);
                if (taken < read)
                    return false;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            if (isLarge)
                _largeBodies.Release();
        }
    }

    // Brotli reports broken input as an invalid operation, Zstandard a frame that breaks off as the end of the stream.
    private static bool IsBroken(Exception error, List<string> encodings) =>
        error is InvalidDataException or ZstdException
        || (error is InvalidOperationException && encodings.Contains("br", StringComparer.Ordinal))
        || (error is EndOfStreamException && encodings.Contains("zstd", StringComparer.Ordinal));

    private static Body Taken(MemoryStream bytes, string? shortfall) => new(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), shortfall);

    // Words that name no compression (identity, none, a charset by mistake) say nothing.
    private static List<string> Encodings(HttpContent content) =>
        content.Headers.NonValidated.TryGetValues("Content-Encoding", out var values)
            ? [.. values.SelectMany(value => value.Split(',')).Select(word => word.Trim().ToLowerInvariant()).Where(IsCompression)]
            : [];

    private static bool IsCompression(string word) => word is "gzip" or "x-gzip" or "deflate" or "br" or "zstd" or "compress";

    private static async Task<Stream> DecodeAsync(Stream stream, List<string> encodings, long maxBytes, CancellationToken cancel)
    {
        if (encodings.Count > MaxLayers)
            throw new InvalidDataException($"the body is compressed {encodings.Count} times over");

        // A sitemap is often a gzip file, sent as it lies on the disk.
        if (encodings.Count == 0)
            encodings = ["gzip"];

        // The last encoding named was applied last, so it is undone first.
        for (var i = encodings.Count - 1; i >= 0; i--)
            stream = await UndoAsync(new BoundedStream(stream, LayerBound(maxBytes)), encodings[i], cancel);
        return stream;
    }

    // A compressed layer may be somewhat larger than what it holds, never by this much.
    private static long LayerBound(long maxBytes) => (2 * maxBytes) + BufferSize;

    private static async Task<Stream> UndoAsync(BoundedStream stream, string encoding, CancellationToken cancel)
    {
        if (encoding == "compress")
            throw new InvalidDataException($"the content encoding {encoding} was not asked for and cannot be undone");

        // Servers label plain bodies as compressed, empty ones too, and raw deflate as zlib; the first two bytes tell.
        return await stream.PeekAsync(cancel) switch
        {
            { Length: 0 } => stream,
            [0x1f, 0x8b] => new GZipStream(stream, CompressionMode.Decompress),
            [0x28, 0xb5] when encoding == "zstd" => Zstandard(stream),
            _ when encoding == "br" => new BrotliStream(stream, CompressionMode.Decompress),
            _ when encoding != "deflate" => stream,
            [var first, var second] when (first & 0x0f) == 8 && ((first << 8) | second) % 31 == 0 => new ZLibStream(stream, CompressionMode.Decompress),
            [(byte)'<' or (byte)'{' or 0xef, ..] => stream,
            _ => new DeflateStream(stream, CompressionMode.Decompress),
        };
    }

    private static DecompressionStream Zstandard(BoundedStream stream)
    {
        var pressed = new DecompressionStream(stream, leaveOpen: false);
        pressed.SetParameter(ZSTD_dParameter.ZSTD_d_windowLogMax, ZstandardWindowLog);
        return pressed;
    }
}
