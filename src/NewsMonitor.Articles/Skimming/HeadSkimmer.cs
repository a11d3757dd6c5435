using System.Text;
using NewsMonitor.Articles.Pages;

namespace NewsMonitor.Articles.Skimming;

/// <summary>Finds the addresses that a page declares for itself.</summary>
internal static class HeadSkimmer
{
    /// <summary>Facts that hold the canonical link and <c>og:url</c> and nothing else.</summary>
    public static PageFacts Read(ReadOnlySpan<char> html)
    {
        var facts = new PageFacts();
        for (var from = 0; from < html.Length;)
        {
            var found = html[from..].IndexOf('<');
            if (found < 0) break;
            var at = from + found;
            if (IsTag(html[at..], "<link") || IsTag(html[at..], "<meta"))
            {
                from = MarkupSkimmer.AfterTag(html, at);
                Note(html[at..from], facts);
            }
            else if (IsTag(html[at..], "<body"))
            {
                break;
            }
            else
            {
                from = at + 1;
            }
        }
        return facts;
    }

    private static void Note(ReadOnlySpan<char> tag, PageFacts facts)
    {
        if (Attribute(tag, "rel") is { } rel && rel.Equals("canonical", StringComparison.OrdinalIgnoreCase)) facts.Canonical ??= Attribute(tag, "href");
        else if (Attribute(tag, "property") is "og:url" && Attribute(tag, "content") is { Length: > 0 } content) facts.Metas.TryAdd("og:url", [content]);
    }

    private static bool IsTag(ReadOnlySpan<char> html, string tag) =>
        html.Length > tag.Length && html.StartsWith(tag, StringComparison.OrdinalIgnoreCase) && html[tag.Length] is ' ' or '\t' or '\r' or '\n' or '/' or '>';

    /// <summary>The value of an attribute, its character references undone; null where the tag has none of the name.</summary>
    private static string? Attribute(ReadOnlySpan<char> tag, string name)
    {
        for (var from = 0; ;)
        {
            var found = tag[from..].IndexOf(name, StringComparison.OrdinalIgnoreCase);
            if (found < 0) return null;
            var at = from + found;
            from = at + name.Length;
            var rest = tag[from..].TrimStart();
            if (!char.IsWhiteSpace(tag[at - 1]) || rest is not ['=', ..]) continue;
            rest = rest[1..].TrimStart();
            if (rest.Length == 0) return null;
            var end = rest[0] is '"' or '\'' ? rest[1..].IndexOf(rest[0]) : rest.IndexOfAny(" \t\r\n>");
            if (end < 0) return null;
            return Decoded(rest[0] is '"' or '\'' ? rest.Slice(1, end) : rest[..end]);
        }
    }

    private static string Decoded(ReadOnlySpan<char> value)
    {
        if (!value.Contains('&')) return value.Trim().ToString();
        var decoded = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            var (symbol, length) = value[i] == '&' ? CharacterReferences.Read(value[i..]) : ("", 0);
            if (length == 0) decoded.Append(value[i]);
            else decoded.Append(symbol);
            i += Math.Max(0, length - 1);
        }
        return decoded.ToString().Trim();
    }
}
