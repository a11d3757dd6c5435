using System.Buffers;
using System.Text;

namespace NewsMonitor.Text.Charsets;

/// <summary>Finds the label of an encoding where a server or a document claims one.</summary>
internal static class CharsetDeclaration
{
    private const int XmlWindow = 1024;

    // Pages that put their meta element late are common enough to look beyond the standard's 1,024 bytes.
    private const int HtmlWindow = 8192;

    /// <summary>The charset parameter of a Content-Type header, or null.</summary>
    public static string? InContentType(string? contentType) => contentType is null ? null : LabelAfter(contentType, "charset", 0);

    /// <summary>The label in an XML declaration or an HTML meta element, or null.</summary>
    public static string? InDocument(ReadOnlySpan<byte> bytes, MarkupKind kind) => kind switch
    {
        MarkupKind.Xml => InXmlDeclaration(bytes),
        MarkupKind.Html => InMeta(bytes) ?? InXmlDeclaration(bytes),
        _ => null,
    };

    /// <summary>Whether the bytes begin with <c>&lt;?xm</c> in EBCDIC, which reads as valid UTF-8 or Latin by chance only.</summary>
    public static bool IsEbcdic(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0x4C, 0x6F, 0xA7, 0x94]);

    private static string? InXmlDeclaration(ReadOnlySpan<byte> bytes)
    {
        var start = bytes[..Math.Min(bytes.Length, XmlWindow)];
        var text = IsEbcdic(bytes) ? CharsetLabels.Ebcdic.GetString(start) : Encoding.Latin1.GetString(start);
        var open = text.IndexOf("<?xml", StringComparison.OrdinalIgnoreCase);
        if (open < 0)
            return null;
        var close = text.IndexOf('>', open);
        return LabelAfter(close < 0 ? text[open..] : text[open..close], "encoding", 0);
    }

    private static string? InMeta(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, HtmlWindow)]);
        for (var at = 0; (at = text.IndexOf("<meta", at, StringComparison.OrdinalIgnoreCase)) >= 0;)
        {
            var close = text.IndexOf('>', at);
            var element = close < 0 ? text[at..] : text[at..close];
            if (LabelAfter(element, "charset", 5) is { } label)
                return label;
            at += 5;
        }
        return null;
    }

    /// <summary>The value that stands after <paramref name="name"/> and an equals sign, quoted or not.</summary>
    private static string? LabelAfter(string text, string name, int from)
    {
        for (var at = from; (at = text.IndexOf(name, at, StringComparison.OrdinalIgnoreCase)) >= 0;)
        {
            at += name.Length;
            var value = text.AsSpan(at).TrimStart();
            if (value is not ['=', ..])
                continue;
            value = value[1..].TrimStart(" \t\r\n\"'");
            var end = value.IndexOfAnyExcept(LabelCharacters);
            value = end < 0 ? value : value[..end];
            return value.IsEmpty ? null : value.ToString();
        }
        return null;
    }

    private static readonly SearchValues<char> LabelCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.:+()");
}
