namespace NewsMonitor.Fetching;

/// <summary>A layer of a body gave more bytes than its bound.</summary>
internal sealed class LayerTooLargeException() : IOException("a compressed layer is over its bound");

/// <summary>
/// Passes a stream on up to a bound, so that a decompressor above it cannot be kept busy without end by input that yields nothing. Its first two bytes
/// may be looked at.
/// </summary>
internal sealed class BoundedStream(Stream inner, long bound) : Stream
{
    private readonly byte[] _peeked = new byte[2];
    private int _peekedCount;
    private int _peekedGiven;
    private long _passed;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => _passed;
        set => throw new NotSupportedException();
    }

    /// <summary>The first two bytes, fewer where the stream is shorter; they are still there to be read. To be asked before the first reading.</summary>
    public async ValueTask<byte[]> PeekAsync(CancellationToken cancel)
    {
        _peekedCount = await inner.ReadAtLeastAsync(_peeked, _peeked.Length, throwOnEndOfStream: false, cancel);
        return _peeked[.._peekedCount];
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_peekedGiven < _peekedCount)
        {
            var given = Math.Min(buffer.Length, _peekedCount - _peekedGiven);
            _peeked.AsMemory(_peekedGiven, given).CopyTo(buffer);
            _peekedGiven += given;
            return Count(given);
        }

        return Count(await inner.ReadAsync(buffer, cancellationToken));
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("read it asynchronously");

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await inner.DisposeAsync();
        await base.DisposeAsync();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    private int Count(int read)
    {
        _passed += read;
        return _passed <= bound ? read : throw new LayerTooLargeException();
    }
}
