using System.Text;

namespace NewsMonitor.Text.Charsets;

/// <summary>
/// Turns the bytes of a page or a feed into text. What the bytes prove (a byte order mark, valid UTF-8) goes before what the server or the
/// document claims, because claims are often a server's default; where the claims contradict each other the more natural text wins.
/// </summary>
public static class CharsetDecoder
{
    /// <summary>Decodes all bytes; never throws. Bytes that mean nothing become U+FFFD.</summary>
    /// <param name="bytes">The body as received, after decompression.</param>
    /// <param name="contentType">The Content-Type header, or null.</param>
    /// <param name="kind">Which declaration to look for inside the bytes.</param>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes, string? contentType, MarkupKind kind)
    {
        var charset = Detect(bytes, contentType, kind);
        return new DecodedText(charset.Encoding.GetString(bytes[charset.Preamble..]), charset.Encoding.WebName, charset.Source);
    }

    /// <summary>Finds the encoding without decoding, for callers that bring their own buffer.</summary>
    /// <inheritdoc cref="Decode" path="/param"/>
    public static DetectedCharset Detect(ReadOnlySpan<byte> bytes, string? contentType, MarkupKind kind)
    {
        var labels = (Header: CharsetDeclaration.InContentType(contentType), Document: CharsetDeclaration.InDocument(bytes, kind));
        var (header, declared) = (CharsetLabels.Find(labels.Header), CharsetLabels.Find(labels.Document));
        var decision = Decide(bytes, header, declared);
        return bytes.ContainsAnyExceptInRange((byte)1, (byte)0x7F)
            ? decision with { Overruled = Differs(header, decision) ? labels.Header : Differs(declared, decision) ? labels.Document : null }
            : decision;
    }

    /// <summary>Whether a claim means another encoding; the two byte orders of UTF-16 share a label.</summary>
    private static bool Differs(Encoding? claimed, DetectedCharset decision) =>
        claimed is not null && claimed.CodePage != decision.Encoding.CodePage && !(IsWide(claimed) && IsWide(decision.Encoding));

    private static bool IsWide(Encoding encoding) => encoding.CodePage is 1200 or 1201 or 12000 or 12001;

    private static DetectedCharset Decide(ReadOnlySpan<byte> bytes, Encoding? header, Encoding? declared)
    {
        if (ByteOrderMark(bytes) is { } marked)
            return marked;
        if (WideEncoding(bytes) is { } wide)
            return new DetectedCharset(wide, 0, CharsetSource.Sniffed);
        if (SevenBit(bytes, header, declared) is { } escaped)
            return escaped;
        var utf8 = Utf8Evidence.In(bytes);
        if (utf8.Invalid == 0 && (header ?? declared) is not { } claimed)
            return new DetectedCharset(Encoding.UTF8, 0, CharsetSource.ValidUtf8);
        if (utf8.Invalid == 0 && !MeansSomethingElse((header ?? declared)!, utf8, bytes))
            return new DetectedCharset(Encoding.UTF8, 0, CharsetSource.ValidUtf8);

        var claimsUtf8 = IsUtf8(header) || IsUtf8(declared);
        if (utf8.Invalid > 0 && (claimsUtf8 ? utf8.Sequences >= utf8.Invalid : utf8.Sequences >= 20 * utf8.Invalid))
            return new DetectedCharset(RepairedUtf8.Instance, 0, IsUtf8(header) ? CharsetSource.Header : IsUtf8(declared) ? CharsetSource.Declaration : CharsetSource.Sniffed);
        return Claimed(bytes, IsUnicode(header) ? null : header, IsUnicode(declared) ? null : declared) ?? Sniffed(bytes);
    }

    private static DetectedCharset? Claimed(ReadOnlySpan<byte> bytes, Encoding? header, Encoding? declared)
    {
        if (header is null && declared is null)
            return null;
        if (header is null || declared is null || header.CodePage == declared.CodePage)
        {
            var only = (header ?? declared)!;
            return CharsetSniffer.CannotBe(only, bytes) ? null : new DetectedCharset(only, 0, header is null ? CharsetSource.Declaration : CharsetSource.Header);
        }
        return CharsetSniffer.Score(declared, bytes) > CharsetSniffer.Score(header, bytes)
            ? new DetectedCharset(declared, 0, CharsetSource.Declaration)
            : new DetectedCharset(header, 0, CharsetSource.Header);
    }

    private static DetectedCharset Sniffed(ReadOnlySpan<byte> bytes) => CharsetSniffer.Best(bytes) is { } best
        ? new DetectedCharset(best, 0, CharsetSource.Sniffed)
        : new DetectedCharset(CharsetLabels.Windows1252, 0, CharsetSource.Fallback);

    private static DetectedCharset? ByteOrderMark(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            return new DetectedCharset(Utf8Evidence.In(bytes).Invalid == 0 ? Encoding.UTF8 : RepairedUtf8.Instance, 3, CharsetSource.ByteOrderMark);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]))
            return new DetectedCharset(Encoding.UTF32, 4, CharsetSource.ByteOrderMark);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF]))
            return new DetectedCharset(BigEndianUtf32, 4, CharsetSource.ByteOrderMark);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return new DetectedCharset(Encoding.Unicode, 2, CharsetSource.ByteOrderMark);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return new DetectedCharset(Encoding.BigEndianUnicode, 2, CharsetSource.ByteOrderMark);
        return null;
    }

    private static readonly Encoding BigEndianUtf32 = new UTF32Encoding(bigEndian: true, byteOrderMark: false);

    /// <summary>UTF-16 and UTF-32 without a mark show by where their zero bytes stand: markup and digits are ASCII in every language.</summary>
    private static Encoding? WideEncoding(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..(Math.Min(bytes.Length, 1024) & ~3)];
        if (sample.Length < 4)
            return null;
        Span<int> zeros = stackalloc int[4];
        for (var i = 0; i < sample.Length; i++)
        {
            if (sample[i] == 0)
                zeros[i & 3]++;
        }
        int even = zeros[0] + zeros[2], odd = zeros[1] + zeros[3], enough = Math.Max(2, sample.Length / 20);
        if (zeros[2] + zeros[3] > sample.Length / 3 && zeros[0] * 8 <= zeros[1])
            return Encoding.UTF32;
        if (zeros[0] + zeros[1] > sample.Length / 3 && zeros[3] * 8 <= zeros[2])
            return BigEndianUtf32;
        if (odd >= enough && even * 8 <= odd)
            return Encoding.Unicode;
        if (even >= enough && odd * 8 <= even)
            return Encoding.BigEndianUnicode;
        return null;
    }

    /// <summary>The seven-bit encodings of East Asia: those of ISO 2022 show by escapes that no other text has, HZ must be claimed as well.</summary>
    private static DetectedCharset? SevenBit(ReadOnlySpan<byte> bytes, Encoding? header, Encoding? declared)
    {
        var page = EscapedPage(bytes, header, declared);
        if (page == 0 || bytes.ContainsAnyInRange((byte)0x80, (byte)0xFF))
            return null;
        var source = header?.CodePage == page ? CharsetSource.Header : declared?.CodePage == page ? CharsetSource.Declaration : CharsetSource.Sniffed;
        return new DetectedCharset(CharsetLabels.CodePage(page), 0, source);
    }

    private static int EscapedPage(ReadOnlySpan<byte> bytes, Encoding? header, Encoding? declared)
    {
        var escape = bytes.IndexOf((byte)0x1B);
        if (escape >= 0)
        {
            return bytes[(escape + 1)..] switch
            {
                // What shifts out of ASCII has to shift back; a stray escape does not.
                [(byte)'$', (byte)')', (byte)'C', ..] when bytes.Contains((byte)0x0F) => 50225,
                [(byte)'$', (byte)'@' or (byte)'B', .. var shifted] when shifted.IndexOf("\u001B("u8) >= 0 => 50220,
                [(byte)'(', (byte)'J', ..] => 50220,
                _ => 0,
            };
        }
        var claimsHz = header?.CodePage == HzPage || declared?.CodePage == HzPage;
        return claimsHz && bytes.IndexOf("~{"u8) >= 0 ? HzPage : 0;
    }

    private const int HzPage = 52936;

    /// <summary>
    /// Whether bytes that happen to be valid UTF-8 are better read as claimed: EBCDIC, and a handful of two-byte East Asian characters that pass for
    /// UTF-8 by chance.
    /// </summary>
    private static bool MeansSomethingElse(Encoding claimed, Utf8Evidence utf8, ReadOnlySpan<byte> bytes) => claimed.CodePage switch
    {
        949 or 950 or 54936 or 932 or 51932 => utf8.Sequences is > 0 and < 20 && utf8.LongSequences == 0,
        _ => CharsetDeclaration.IsEbcdic(bytes),
    };

    private static bool IsUtf8(Encoding? encoding) => encoding?.CodePage == Encoding.UTF8.CodePage;

    /// <summary>A UTF-16 label on bytes that are not UTF-16 says nothing.</summary>
    private static bool IsUnicode(Encoding? encoding) => IsUtf8(encoding) || encoding is not null && IsWide(encoding);
}
