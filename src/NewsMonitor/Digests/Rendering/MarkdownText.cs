using System.Text;
using NewsMonitor.Display;

namespace NewsMonitor.Digests.Rendering;

/// <summary>Text from outside as Markdown that means nothing but its characters: no link, no heading, no markup, no mention.</summary>
internal static class MarkdownText
{
    private const string Special = "\\`*_{}[]()#+-.!|~:=\"'";

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
        foreach (var unit in text)
        {
            switch (unit)
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
                    if (Special.Contains(unit, StringComparison.Ordinal))
                        escaped.Append('\\');
                    escaped.Append(unit);
                    break;
            }
        }

        return escaped.ToString();
    }
}
