using System.Text;
using AngleSharp.Html;

namespace NewsMonitor.Articles.Skimming;

/// <summary>Reads character references (HTML Living Standard, section 13.2.5.72) where nothing else of a page is parsed.</summary>
internal static class CharacterReferences
{
    /// <summary>The longest name is 33 characters; numbers longer than this name no character.</summary>
    private const int Longest = 40;

    /// <summary>What the reference at the beginning of a text stands for and how long it is; nothing and 0 where there is none.</summary>
    public static (string Symbol, int Length) Read(ReadOnlySpan<char> text)
    {
        if (text.Length < 3) return ("", 0);
        if (text[1] == '#') return Numeric(text);
        var end = 1;
        while (end < text.Length && end < Longest && char.IsAsciiLetterOrDigit(text[end])) end++;
        if (end == 1) return ("", 0);
        var length = end < text.Length && text[end] == ';' ? end + 1 : end;
        if (text[1..end] is "amp")
        {
            // Titles and descriptions are often encoded twice, and decoded twice when they are read.
            var (inner, rest) = text.Length > length && (text[length] == '#' || char.IsAsciiLetter(text[length])) ? Read(string.Concat("&", text[length..Math.Min(text.Length, length + Longest)])) : ("", 0);
            return rest > 0 ? (inner, length + rest - 1) : ("&", length);
        }
        return Named(text[1..length]) is { } symbol ? (symbol, length) : Prefix(text[1..end]);
    }

    private static (string Symbol, int Length) Numeric(ReadOnlySpan<char> text)
    {
        var isHex = text[2] is 'x' or 'X';
        var start = isHex ? 3 : 2;
        var (end, value) = (start, 0);
        for (; end < text.Length && end < Longest && (isHex ? char.IsAsciiHexDigit(text[end]) : char.IsAsciiDigit(text[end])); end++)
            value = Math.Min((value * (isHex ? 16 : 10)) + (char.IsAsciiDigit(text[end]) ? text[end] - '0' : (text[end] | 0x20) - 'a' + 10), 0x110000);
        if (end == start) return ("", 0);
        var length = end < text.Length && text[end] == ';' ? end + 1 : end;
        return (Rune.IsValid(value) ? new Rune(value).ToString() : "\uFFFD", length);
    }

    /// <summary>Some names need no semicolon, and may run into what follows: <c>&amp;nbspKorea</c>.</summary>
    private static (string Symbol, int Length) Prefix(ReadOnlySpan<char> name)
    {
        for (var length = Math.Min(name.Length, 6); length >= 2; length--)
        {
            if (Named(name[..length]) is { } symbol) return (symbol, length + 1);
        }
        return ("", 0);
    }

    private static string? Named(ReadOnlySpan<char> name) => name switch
    {
        "nbsp;" => "\u00A0",
        "quot;" => "\"",
        "lt;" => "<",
        "gt;" => ">",
        "apos;" => "'",
        "shy;" => "\u00AD",
        "rsquo;" => "\u2019",
        "mdash;" => "\u2014",
        _ => HtmlEntityProvider.Resolver.GetSymbol(name.ToString()),
    };
}
