using System.Buffers;

namespace NewsMonitor.Feeds.Markup;

/// <summary>
/// Splits a document into tags and text. Understands what publishers write rather than what XML permits: a less-than sign that begins no tag is
/// text, quotation marks may be missing, comments and sections may stay open. Never fails, and reads in linear time: what was scanned in
/// vain is charged to a budget, and when that is spent, quotation marks no longer protect.
/// </summary>
internal ref struct MarkupScanner(ReadOnlySpan<char> document, InternalEntities entities)
{
    private const int VainCharactersPerCharacter = 2;

    private static readonly SearchValues<char> TagStops = SearchValues.Create("<>\"'");
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n\f/><=\"'\0");

    private readonly ReadOnlySpan<char> document = document;
    private long budget = (long)document.Length * VainCharactersPerCharacter;
    private int at;
    private bool noComment;
    private bool noSection;
    private bool noInstruction;
    private bool noDoubleQuote;
    private bool noSingleQuote;

    public TokenKind Kind { get; private set; }

    /// <summary>The name of a tag with its prefix, as written.</summary>
    public ReadOnlySpan<char> Name { get; private set; }

    /// <summary>What stands in a start tag behind its name.</summary>
    public ReadOnlySpan<char> Attributes { get; private set; }

    /// <summary>Whether a start tag is its own end.</summary>
    public bool IsEmpty { get; private set; }

    /// <summary>The token as written; for a verbatim section, its content.</summary>
    public ReadOnlySpan<char> Raw { get; private set; }

    /// <summary>Whether the last tag was cut off by the end of the document.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Where the token ends in the document.</summary>
    public readonly int Position => at;

    /// <summary>How many characters were scanned in vain, for the proof that time is linear.</summary>
    public readonly long Wasted => (long)document.Length * VainCharactersPerCharacter - budget;

    /// <summary>Moves to the next token; false at the end of the document.</summary>
    public bool Read()
    {
        while (at < document.Length)
        {
            var rest = document[at..];
            if (rest[0] != '<')
            {
                TakeText(rest, 0);
                return true;
            }
            if (rest.Length > 1 && rest[1] == '!')
            {
                if (SkipDeclaration(rest, out var section) is { } length)
                {
                    at += length;
                    if (section is not { } range)
                        continue;
                    Kind = TokenKind.Verbatim;
                    Raw = rest[range];
                    return true;
                }
            }
            else if (rest.Length > 1 && rest[1] == '?')
            {
                at += InstructionLength(rest);
                continue;
            }
            else if (TagLength(rest) is var tag && tag > 0)
            {
                TakeTag(rest[..tag]);
                at += tag;
                return true;
            }
            TakeText(rest, 1);
            return true;
        }
        return false;
    }

    private void TakeText(ReadOnlySpan<char> rest, int from)
    {
        Kind = TokenKind.Text;
        while (true)
        {
            var sign = rest[from..].IndexOf('<');
            from = sign < 0 ? rest.Length : from + sign;
            if (from >= rest.Length - 1 || MayBeginMarkup(rest[from + 1]))
                break;
            from++;
        }
        Raw = rest[..from];
        at += from;
    }

    private static bool MayBeginMarkup(char c) => c is '/' or '!' or '?' or '_' || char.IsLetter(c);

    private void TakeTag(ReadOnlySpan<char> tag)
    {
        IsCut = tag[^1] != '>';
        Raw = tag;
        var inner = IsCut ? tag[1..] : tag[1..^1];
        Kind = inner[0] == '/' ? TokenKind.End : TokenKind.Start;
        if (Kind == TokenKind.End)
            inner = inner[1..];
        else if (inner[^1] == '/')
            inner = inner[..^1];
        IsEmpty = Kind == TokenKind.Start && !IsCut && tag[^2] == '/';
        var end = inner.IndexOfAny(NameEnds);
        Name = end < 0 ? inner : inner[..end];
        Attributes = end < 0 ? [] : inner[end..];
    }

    /// <summary>How long the tag is that begins here, or 0 where none does.</summary>
    private int TagLength(ReadOnlySpan<char> rest)
    {
        var name = rest.Length > 1 && rest[1] == '/' ? 2 : 1;
        if (rest.Length <= name || !(char.IsLetter(rest[name]) || rest[name] == '_'))
            return 0;
        for (var i = name; ;)
        {
            var stop = rest[i..].IndexOfAny(TagStops);
            if (stop < 0)
                return IsLastTag(rest, name) ? rest.Length : Vain(rest.Length);
            i += stop;
            if (rest[i] == '>')
                return i + 1;
            if (rest[i] == '<')
                return Vain(i);
            i = AfterQuote(rest, i);
        }
    }

    /// <summary>A value in quotation marks may contain any character, also a greater-than sign.</summary>
    private int AfterQuote(ReadOnlySpan<char> rest, int at)
    {
        var quote = rest[at];
        // Only behind an equals sign does a mark open a value; elsewhere it is an accident.
        if (budget <= 0 || (quote == '"' ? noDoubleQuote : noSingleQuote) || rest[..at].TrimEnd() is not [.., '='])
            return at + 1;
        var close = rest[(at + 1)..].IndexOf(quote);
        if (close >= 0)
            return at + close + 2;
        if (quote == '"')
            noDoubleQuote = true;
        else
            noSingleQuote = true;
        return at + 1;
    }

    /// <summary>At the very end of a document a tag may lack its greater-than sign: <c>&lt;/rss</c>.</summary>
    private static bool IsLastTag(ReadOnlySpan<char> rest, int name) => name == 2 && rest.Length < 64 && rest[name..].TrimEnd().IndexOfAny(NameEnds) < 0;

    private int Vain(int scanned)
    {
        budget -= scanned;
        return 0;
    }

    private int InstructionLength(ReadOnlySpan<char> rest)
    {
        var end = noInstruction ? -1 : rest.IndexOf("?>", StringComparison.Ordinal);
        if (end >= 0)
            return end + 2;
        noInstruction = true;
        end = rest.IndexOf('>');
        return end < 0 ? rest.Length : end + 1;
    }

    /// <summary>How much to skip of a comment, a section or a document type; null where the sign begins none of them.</summary>
    private int? SkipDeclaration(ReadOnlySpan<char> rest, out Range? section)
    {
        section = null;
        if (rest.StartsWith("<!--", StringComparison.Ordinal))
        {
            var end = noComment ? -1 : rest[4..].IndexOf("-->", StringComparison.Ordinal);
            if (end >= 0)
                return end + 7;
            noComment = true;
            return 4;
        }
        if (rest.StartsWith("<![CDATA[", StringComparison.OrdinalIgnoreCase))
        {
            var end = noSection ? -1 : rest[9..].IndexOf("]]>", StringComparison.Ordinal);
            // One that nothing closes protects nothing: otherwise it would swallow every entry behind it.
            noSection |= end < 0;
            section = end < 0 ? null : 9..(end + 9);
            return end < 0 ? 9 : end + 12;
        }
        if (rest.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase))
            return entities.ReadDoctype(rest);
        if (rest.Length > 2 && char.IsLetter(rest[2]))
            return rest.IndexOf('>') is var close && close < 0 ? rest.Length : close + 1;
        return null;
    }
}
