using System.Buffers;
using NewsMonitor.Articles.Pages;

namespace NewsMonitor.Articles.Skimming;

/// <summary>Walks over markup from tag to tag and keeps what stands between. Where it is in doubt whether a parser would see a text, it keeps it.</summary>
internal ref struct MarkupSkimmer
{
    /// <summary>A page that shows more than this is not read from its program's state.</summary>
    private const int LongestWithState = 8000;

    private static readonly SearchValues<char> TagEnds = SearchValues.Create(">\"'");

    private readonly ReadOnlySpan<char> _html;
    private readonly SkimmedText _text;

    /// <summary>What programs read comes last: it may stand amid a sentence.</summary>
    private readonly List<(int Start, int End, TagKind Kind)> _asides = [];

    /// <summary>Whether what comes is a gloss over the characters before it, which stand in one word with those after it.</summary>
    private bool _isGloss;

    /// <summary>Elements without an end tag in the rest of the page: it is looked for once.</summary>
    private List<string>? _unclosed;

    private MarkupSkimmer(ReadOnlySpan<char> html, SkimmedText text)
    {
        _html = html;
        _text = text;
    }

    /// <summary>Adds what a page says to <paramref name="text"/>.</summary>
    public static void Read(ReadOnlySpan<char> html, SkimmedText text) => new MarkupSkimmer(html, text).Read();

    /// <summary>The index after the tag that begins at <paramref name="at"/>; quotes around attributes' values may hold its closing bracket.</summary>
    public static int AfterTag(ReadOnlySpan<char> html, int at)
    {
        var bracket = html[at..].IndexOf('>');
        if (bracket < 0) return html.Length;
        var tag = html.Slice(at, bracket);
        // After the quote that ends a value, or between pairs of them, the bracket is the tag's own: so it is nearly always.
        if (tag is [.., not '=', '"']) return at + bracket + 1;
        return int.IsEvenInteger(tag.Count('"')) && int.IsEvenInteger(tag.Count('\'')) ? at + bracket + 1 : AfterQuotes(html, at);
    }

    private static int AfterQuotes(ReadOnlySpan<char> html, int at)
    {
        for (var i = at + 1; i < html.Length;)
        {
            var found = html[i..].IndexOfAny(TagEnds);
            if (found < 0) return html.Length;
            i += found;
            var c = html[i];
            if (c == '>') return i + 1;
            i++;
            // A quote begins a value only after an equals sign; elsewhere it is a misprint, and no end of it need come.
            if (html[at..(i - 1)].TrimEnd() is not [.., '=']) continue;
            var close = html[i..].IndexOf(c);
            if (close < 0) return html.Length;
            i += close + 1;
        }
        return html.Length;
    }

    /// <summary>The index after a comment, a document type or what is treated like them.</summary>
    private static int AfterDeclaration(ReadOnlySpan<char> html, int at)
    {
        var rest = html[at..];
        if (!rest.StartsWith("<!--", StringComparison.Ordinal))
        {
            var end = rest.IndexOf('>');
            return end < 0 ? html.Length : at + end + 1;
        }
        if (rest.StartsWith("<!-->", StringComparison.Ordinal)) return at + 5;
        if (rest.StartsWith("<!--->", StringComparison.Ordinal)) return at + 6;
        for (var i = 4; ; i++)
        {
            var close = rest[i..].IndexOf("--", StringComparison.Ordinal);
            if (close < 0) return html.Length;
            i += close;
            var after = rest[(i + 2)..];
            if (after is ['>', ..]) return at + i + 3;
            if (after is ['!', '>', ..]) return at + i + 4;
        }
    }

    private void Read()
    {
        for (var at = 0; at < _html.Length;)
        {
            var rest = _html[at..];
            var length = rest.IndexOf('<');
            if (length != 0 && !_isGloss) _text.AppendMarkup(length < 0 ? rest : rest[..length]);
            if (length < 0) break;
            at += length;
            var next = at + 1 < _html.Length ? _html[at + 1] : '\0';
            if (char.IsAsciiLetter(next)) at = ReadElement(at);
            else if (next == '/') at = ReadEnd(at);
            else if (next is '!' or '?') at = AfterDeclaration(_html, at);
            else at = ReadSign(at);
        }
        ReadAsides();
    }

    private void ReadAsides()
    {
        var isShort = _text.Written.Length < LongestWithState;
        foreach (var (start, end, kind) in _asides)
        {
            var aside = _html[start..end];
            if (kind == TagKind.Inline && !isShort) continue;
            _text.Break();
            if (kind is TagKind.Script or TagKind.Inline) _text.AppendJson(aside);
            else _text.AppendMarkup(aside);
        }
    }

    private int ReadElement(int at)
    {
        var (kind, length) = TagName.Read(_html[(at + 1)..]);
        var named = at + 1 + length;
        var end = named < _html.Length && _html[named] == '>' ? named + 1 : AfterTag(_html, at);
        if (kind == TagKind.Inline) return end;
        _isGloss = kind == TagKind.Gloss || (_isGloss && kind is not (TagKind.Line or TagKind.Glossed));
        switch (kind)
        {
            case TagKind.Line:
                _text.Break();
                return end;
            case TagKind.Meta:
                _asides.Add((at, end, kind));
                return end;
            case TagKind.Script:
                return ReadScript(at, end);
            case TagKind.Raw or TagKind.Title:
                var after = BeforeEndTag(end, _html.Slice(at + 1, length));
                if (after < 0) return end;
                if (kind == TagKind.Title) _asides.Add((end, after, kind));
                return after;
            default:
                return end;
        }
    }

    private int ReadEnd(int at)
    {
        var (kind, length) = TagName.Read(_html[(at + 2)..]);
        if (kind == TagKind.Line) _text.Break();
        _isGloss &= kind == TagKind.Inline;
        var named = at + 2 + length;
        return named < _html.Length && _html[named] == '>' ? named + 1 : AfterTag(_html, at);
    }

    private int ReadScript(int at, int start)
    {
        var end = BeforeEndTag(start, "script");
        if (end < 0) return start;
        var tag = _html[at..start];
        if (tag.Contains("ld+json", StringComparison.OrdinalIgnoreCase)) _asides.Add((start, end, TagKind.Script));
        else if (tag.Contains("json", StringComparison.OrdinalIgnoreCase) || StateScripts.IsOne(_html[start..end])) _asides.Add((start, end, TagKind.Inline));
        return end;
    }

    /// <summary>A bracket that begins no tag.</summary>
    private int ReadSign(int at)
    {
        _text.AppendMarkup(_html.Slice(at, 1));
        return at + 1;
    }

    /// <summary>The index of the end tag that ends an element whose content is no markup, or −1.</summary>
    private int BeforeEndTag(int from, ReadOnlySpan<char> name)
    {
        foreach (var unclosed in _unclosed ?? [])
        {
            if (name.Equals(unclosed, StringComparison.OrdinalIgnoreCase)) return -1;
        }
        Span<char> tag = ['<', '/', .. name];
        var end = _html[from..].IndexOf(tag, StringComparison.OrdinalIgnoreCase);
        if (end >= 0) return from + end;
        (_unclosed ??= []).Add(name.ToString());
        return -1;
    }
}
