using System.Text;

namespace NewsMonitor.Text.Charsets;

/// <summary>The encoding that bytes were found to be in.</summary>
/// <param name="Encoding">Decodes any bytes without an exception.</param>
/// <param name="Preamble">How many bytes at the start are a byte order mark and no text.</param>
/// <param name="Source">What decided.</param>
public sealed record DetectedCharset(Encoding Encoding, int Preamble, CharsetSource Source)
{
    /// <summary>A label in the header or the document that names another encoding than the bytes are in, or null.</summary>
    public string? Overruled { get; init; }
}
