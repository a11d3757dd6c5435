using System.Buffers;
using System.Net;
using System.Text;

namespace NewsMonitor.Subscriptions;

/// <summary>
/// Makes XML of what is XML but for its ampersands: lists of feeds are full of addresses with <c>?a=1&amp;b=2</c> written as they are, and of entities of HTML,
/// and one of them makes a whole file unreadable.
/// </summary>
internal static class Ampersands
{
    private const int LongestReference = 32;

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    private static readonly SearchValues<char> HexadecimalDigits = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>The text with every ampersand that begins no reference of XML written as one, and entities of HTML as what they stand for.</summary>
    public static string Repair(string xml)
    {
        StringBuilder? repaired = null;
        var taken = 0;
        for (var at = 0; (at = xml.IndexOf('&', at)) >= 0; at++)
        {
            var reference = Reference(xml.AsSpan(at));
            if (reference.Length > 0 && IsXml(reference))
                continue;
            repaired ??= new StringBuilder(xml.Length + 1024);
            repaired.Append(xml, taken, at - taken);
            var meant = reference.Length == 0 ? null : WebUtility.HtmlDecode(reference.ToString());
            var isEntity = meant is not null && !reference.SequenceEqual(meant);
            repaired.Append(isEntity ? meant : "&amp;");
            taken = at + (isEntity ? reference.Length : 1);
        }

        return repaired is null ? xml : repaired.Append(xml, taken, xml.Length - taken).ToString();
    }

    // The reference at the start, from the ampersand to the semicolon; empty where it is none.
    private static ReadOnlySpan<char> Reference(ReadOnlySpan<char> text)
    {
        var end = text[..Math.Min(text.Length, LongestReference)].IndexOf(';');
        if (end < 2)
            return [];
        var name = text[1] == '#' ? text[2..end] : text[1..end];
        return name.IsEmpty || name.ContainsAnyExcept(NameCharacters) ? [] : text[..(end + 1)];
    }

    private static bool IsXml(ReadOnlySpan<char> reference) => reference switch
    {
        "&lt;" or "&gt;" or "&amp;" or "&quot;" or "&apos;" => true,
        ['&', '#', 'x', .. var digits, ';'] => digits.Length is > 0 and < 7 && !digits.ContainsAnyExcept(HexadecimalDigits),
        ['&', '#', .. var digits, ';'] => digits.Length is > 0 and < 8 && !digits.ContainsAnyExceptInRange('0', '9'),
        _ => false,
    };
}
