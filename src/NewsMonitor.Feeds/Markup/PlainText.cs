using System.Buffers;

namespace NewsMonitor.Feeds.Markup;

/// <summary>Makes the plain text of a title or a name, in which no markup is left and blanks are single. Looks at 8,192 characters, more than any title has.</summary>
internal static class PlainText
{
    private const int Longest = 8192;

    private static readonly SearchValues<char> Special = SearchValues.Create("<&\r\n\t\0");
    private static readonly SearchValues<char> Rare = SearchValues.Create(
        "\u00A0\u2028\uFEFF\uFFFE\uFFFF\u0080\u0081\u0082\u0083\u0084\u0085\u0086\u0087\u0088\u0089\u008A\u008B\u008C\u008D\u008E\u008F"
        + "\u0090\u0091\u0092\u0093\u0094\u0095\u0096\u0097\u0098\u0099\u009A\u009B\u009C\u009D\u009E\u009F");

    /// <summary>The text of a piece of HTML: tags and the content of scripts go, references are decoded.</summary>
    public static string FromHtml(ReadOnlySpan<char> html)
    {
        html = Beginning(html);
        if (IsPlain(html))
            return html.ToString();
        using var text = new TextBuffer();
        while (!html.IsEmpty)
        {
            var tag = html.IndexOf('<');
            CharacterReferences.Append(tag < 0 ? html : html[..tag], null, text);
            if (tag < 0)
                break;
            html = html[tag..];
            var length = MarkupLength(html);
            if (length == 0)
                text.Append('<');
            html = html[Math.Max(1, length)..];
        }
        return Collapse(text.Text);
    }

    /// <summary>The text as it is, with single blanks.</summary>
    public static string FromText(ReadOnlySpan<char> text)
    {
        text = Beginning(text);
        return IsPlain(text) ? text.ToString() : Collapse(text);
    }

    private static ReadOnlySpan<char> Beginning(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        return text[..Math.Min(text.Length, Longest)];
    }

    private static bool IsPlain(ReadOnlySpan<char> text) => text.IndexOfAny(Special) < 0 && text.IndexOfAny(Rare) < 0 && text.IndexOf("  ", StringComparison.Ordinal) < 0;

    /// <summary>How long the tag, comment or script at the start is; 0 where the sign means less than.</summary>
    private static int MarkupLength(ReadOnlySpan<char> html)
    {
        if (html.StartsWith("<!--", StringComparison.Ordinal))
            return html.IndexOf("-->", StringComparison.Ordinal) is var end && end < 0 ? html.Length : end + 3;
        var name = html.Length > 1 && html[1] is '/' or '!' or '?' ? 2 : 1;
        if (html.Length <= name || !char.IsAsciiLetter(html[name]))
            return 0;
        var close = TagEnd(html);
        if (close < 0)
            return 0;
        foreach (var hidden in (ReadOnlySpan<string>)["script", "style", "applet"])
        {
            if (!html[1..].StartsWith(hidden, StringComparison.OrdinalIgnoreCase) || char.IsAsciiLetterOrDigit(html[hidden.Length + 1]))
                continue;
            var end = html.IndexOf("</" + hidden, StringComparison.OrdinalIgnoreCase);
            if (end < 0)
                return close + 1;
            var after = html[end..].IndexOf('>');
            return after < 0 ? html.Length : end + after + 1;
        }
        return close + 1;
    }

    /// <summary>Where the tag at the start closes, values in quotation marks apart; -1 where another sign comes first.</summary>
    private static int TagEnd(ReadOnlySpan<char> html)
    {
        for (var i = 1; i < html.Length; i++)
        {
            if (html[i] == '>')
                return i;
            if (html[i] == '<')
                return -1;
            if (html[i] is '"' or '\'' && html[i - 1] == '=' && html[(i + 1)..].IndexOf(html[i]) is var quote && quote >= 0)
                i += quote + 1;
        }
        return -1;
    }

    private static string Collapse(ReadOnlySpan<char> text)
    {
        using var single = new TextBuffer();
        var blank = true;
        foreach (var written in text)
        {
            var c = written is >= '\u0080' and <= '\u009F' ? CharacterReferences.Meant(written) : written;
            if (char.IsWhiteSpace(c))
            {
                if (!blank)
                    single.Append(' ');
                blank = true;
            }
            else if (c is not ('\uFEFF' or '\uFFFE' or '\uFFFF' or '\0'))
            {
                single.Append(c);
                blank = false;
            }
        }
        return single.Text.TrimEnd().ToString();
    }
}
