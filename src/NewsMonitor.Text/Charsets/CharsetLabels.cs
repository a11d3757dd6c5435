using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace NewsMonitor.Text.Charsets;

/// <summary>
/// Labels of encodings as the web understands them (WHATWG Encoding Standard, section 4.2): a label stands for the widest encoding that
/// pages so labelled are written in, so that iso-8859-1 means windows-1252 and gb2312 means gb18030.
/// </summary>
internal static class CharsetLabels
{
    public static readonly Encoding Windows1252 = CodePage(1252);

    /// <summary>IBM code page 37.</summary>
    public static readonly Encoding Ebcdic = CodePage(37);

    /// <summary>The encoding that a label stands for, or null where the label is unknown.</summary>
    public static Encoding? Find(string? label)
    {
        if (string.IsNullOrWhiteSpace(label))
            return null;
        var name = label.Trim().ToLowerInvariant();
        if (CodePages.TryGetValue(name, out var page) || CodePages.TryGetValue(name.Replace('_', '-'), out page))
            return CodePage(page);
        return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Numbered(name);
    }

    /// <summary>Labels such as cp437 and 850 name a code page by its number.</summary>
    private static Encoding? Numbered(string name)
    {
        var digits = name.AsSpan().TrimStart("abcdefghijklmnopqrstuvwxyz-_");
        return digits.Length is >= 3 and <= 5 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 36 and < 65000
            ? CodePagesEncodingProvider.Instance.GetEncoding(page)
            : null;
    }

    /// <summary>The encoding of a code page that the platform has.</summary>
    public static Encoding CodePage(int page) => page switch
    {
        65001 => Encoding.UTF8,
        1200 => Encoding.Unicode,
        1201 => Encoding.BigEndianUnicode,
        12000 => Encoding.UTF32,
        _ => CodePagesEncodingProvider.Instance.GetEncoding(page) ?? Encoding.Latin1,
    };

    private static readonly FrozenDictionary<string, int> CodePages = new (int Page, string Labels)[]
    {
        (65001, "utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 x-unicode20utf8 utf-8n utf8mb4"),
        (1200, "utf-16 utf16 utf-16le utf16le unicode ucs-2 iso-10646-ucs-2 unicodefeff csunicode"),
        (1201, "utf-16be utf16be unicodefffe"),
        (12000, "utf-32 utf32 utf-32le ucs-4 iso-10646-ucs-4"),
        (1252, "windows-1252 cp1252 x-cp1252 1252 iso-8859-1 iso8859-1 iso88591 iso-8859-1:1987 iso-ir-100 latin1 latin-1 l1 ascii us-ascii ansi-x3.4-1968 cp819 ibm819 csisolatin1"),
        (1250, "windows-1250 cp1250 x-cp1250 win-1250"),
        (28592, "iso-8859-2 iso8859-2 iso88592 iso-8859-2:1987 iso-ir-101 latin2 latin-2 l2 csisolatin2"),
        (28593, "iso-8859-3 iso8859-3 iso88593 latin3 latin-3 l3 csisolatin3"),
        (28594, "iso-8859-4 iso8859-4 iso88594 latin4 latin-4 l4 csisolatin4"),
        (1251, "windows-1251 cp1251 x-cp1251 1251 win-1251 win1251 windows1251"),
        (28595, "iso-8859-5 iso8859-5 iso88595 iso-8859-5:1988 iso-ir-144 cyrillic csisolatincyrillic"),
        (20866, "koi8-r koi8 koi koi8r cskoi8r"),
        (21866, "koi8-u koi8u koi8-ru"),
        (866, "ibm866 cp866 866 csibm866 dos-866"),
        (10007, "x-mac-cyrillic x-mac-ukrainian maccyrillic mac-cyrillic"),
        (28596, "iso-8859-6 iso8859-6 iso88596 iso-8859-6-e iso-8859-6-i arabic asmo-708 ecma-114 csisolatinarabic"),
        (1256, "windows-1256 cp1256 x-cp1256"),
        (28597, "iso-8859-7 iso8859-7 iso88597 iso-8859-7:1987 greek greek8 elot-928 ecma-118 sun-eu-greek csisolatingreek"),
        (1253, "windows-1253 cp1253 x-cp1253"),
        (28598, "iso-8859-8 iso8859-8 iso88598 iso-8859-8-e iso-8859-8-i hebrew visual logical csisolatinhebrew"),
        (1255, "windows-1255 cp1255 x-cp1255"),
        (1254, "windows-1254 cp1254 x-cp1254 iso-8859-9 iso8859-9 iso88599 iso-8859-9:1989 iso-ir-148 latin5 latin-5 l5 csisolatin5"),
        (1257, "windows-1257 cp1257 x-cp1257"),
        (28603, "iso-8859-13 iso8859-13 iso885913"),
        (28605, "iso-8859-15 iso8859-15 iso885915 latin-9 latin9 l9 csisolatin9"),
        (1258, "windows-1258 cp1258 x-cp1258"),
        (874, "windows-874 cp874 dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 tis620"),
        (10000, "macintosh mac x-mac-roman csmacintosh"),
        (54936, "gb18030 gbk gb2312 gb-2312 gb-2312-80 chinese csgb2312 csiso58gb231280 iso-ir-58 x-gbk cp936 euc-cn x-euc-cn"),
        (52936, "hz-gb-2312 hz"),
        (950, "big5 big5-hkscs cn-big5 x-x-big5 csbig5 cp950"),
        (932, "shift-jis shiftjis sjis x-sjis ms-kanji ms932 windows-31j windows-932 cp932 csshiftjis"),
        (51932, "euc-jp eucjp x-euc-jp cseucpkdfmtjapanese"),
        (50220, "iso-2022-jp csiso2022jp jis"),
        (50225, "iso-2022-kr csiso2022kr"),
        (949, "euc-kr euckr cseuckr korean ks-c-5601 ks-c-5601-1987 ks-c-5601-1989 ksc5601 ksc-5601 csksc56011987 iso-ir-149 windows-949 uhc cp949 x-windows-949"),
        (37, "ebcdic-cp-us ebcdic-cp-ca ebcdic-cp-wt ebcdic-cp-nl cp037 ibm037 csibm037"),
    }.SelectMany(row => row.Labels.Split(' ').Select(label => KeyValuePair.Create(label, row.Page))).ToFrozenDictionary(StringComparer.Ordinal);
}
