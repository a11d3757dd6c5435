using System.Text;
using NewsMonitor.Display;

namespace NewsMonitor.Digests.Rendering;

/// <summary>Text from outside as Markdown that means nothing but its characters: no link, no heading, no markup, no mention.</summary>
internal static class MarkdownText
{
    private const string Special = "\\`*_[]~|";

    // At the beginning of a line these begin a heading, a list, a rule, or make the line before a heading.
    private const string SpecialFirst = "#+-=";

    /// <summary>One line, every character that Markdown could read as its own made literal.</summary>
    public static string Escape(string text) => Escaped(SafeText.Line(text));

    /// <summary>The same for a piece of a quote, whose spaces stay as they are.</summary>
    public static string Inline(string text) => Escaped(SafeText.Inline(text));

    /// <summary>A link, or the label alone where the address is none that may be opened.</summary>
    public static string Link(string label, string url) => SafeLink.Of(url) is { } link
        ? $"[{Escape(label)}](<{link.Replace(">", "%3E", StringComparison.Ordinal).Replace("<", "%3C", StringComparison.Ordinal)}>)"
        : Escape(label);

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '&':
                    escaped.Append("&amp;");
                    break;
                case '<':
                    escaped.Append("&lt;");
                    break;
                case '>':
                    escaped.Append("&gt;");
                    break;
                case '@':
                    // A backslash does not stop mentions, which are looked for in the rendered text; a word joiner does, and is not seen.
                    escaped.Append("@\u2060");
                    break;
                default:
                    if (Special.Contains(text[i], StringComparison.Ordinal) || BeginsBlock(text, i) || BeginsAddress(text, i) || BeginsTarget(text, i))
                        escaped.Append('\\');
                    escaped.Append(text[i]);
                    break;
            }
        }

        return escaped.ToString();
    }

    private static bool BeginsBlock(string text, int at)
    {
        var before = text.AsSpan(0, at).TrimStart();
        return before.IsEmpty
            ? SpecialFirst.Contains(text[at], StringComparison.Ordinal)
            : text[at] is '.' or ')' && before.IndexOfAnyExceptInRange('0', '9') < 0 && (at + 1 == text.Length || text[at + 1] == ' ');
    }

    // Lenient readers take this for a link although its bracket is escaped.
    private static bool BeginsTarget(string text, int at) => text[at] == '(' && at > 0 && text[at - 1] == ']';

    // Bare addresses become links in most dialects.
    private static bool BeginsAddress(string text, int at) => text[at] switch
    {
        ':' => at + 1 < text.Length && text[at + 1] == '/',
        '.' => at >= 3 && text.AsSpan(at - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}
