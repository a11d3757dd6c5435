namespace NewsMonitor.Text.Charsets;

/// <summary>Bytes become text.</summary>
/// <param name="Text">The text, without a byte order mark.</param>
/// <param name="Charset">The name of the encoding that was used, such as <c>utf-8</c> or <c>windows-1251</c>.</param>
/// <param name="Source">What decided the encoding.</param>
public sealed record DecodedText(string Text, string Charset, CharsetSource Source);

/// <summary>What decided an encoding, strongest first.</summary>
public enum CharsetSource
{
    ByteOrderMark,
    ValidUtf8,
    Header,
    Declaration,
    Sniffed,
    Fallback,
}
