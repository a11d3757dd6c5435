using System.Buffers;
using System.Globalization;

namespace NewsMonitor.Articles.Skimming;

/// <summary>Gathers what was skimmed: white space collapsed, invisible characters left out, as <see cref="Pages.BlockWriter"/> does it.</summary>
internal sealed class SkimmedText(int expected) : IDisposable
{
    /// <summary>A bracket that no other follows in so many characters begins no tag.</summary>
    private const int LongestTag = 1000;

    /// <summary>What is not copied as it stands: the beginning of a reference, white space that is no single blank, and what nobody sees.</summary>
    private static readonly SearchValues<char> Specials = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue).Select(code => (char)code).Where(c => c == '&' || (c != ' ' && char.IsWhiteSpace(c)) || !IsVisible(c))]);

    private static readonly SearchValues<char> JsonSpecials = SearchValues.Create("\\<");

    private char[] _buffer = ArrayPool<char>.Shared.Rent(Math.Max(expected, 256));
    private int _length;

    public ReadOnlySpan<char> Written => _buffer.AsSpan(0, _length);

    /// <summary>Adds text in which character references stand for characters.</summary>
    public void AppendMarkup(ReadOnlySpan<char> text)
    {
        EnsureRoom(text.Length);
        while (true)
        {
            var plain = text.IndexOfAny(Specials);
            if (plain < 0)
            {
                Copy(text);
                return;
            }
            if (plain > 0) Copy(text[..plain]);
            if (text[plain] == '&')
            {
                text = text[(plain + AppendReference(text[plain..]))..];
                continue;
            }
            if (char.IsWhiteSpace(text[plain])) PutSpace();
            text = text[(plain + 1)..].TrimStart();
        }
    }

    /// <summary>Adds JSON as the text it holds: escapes undone, tags inside its strings left out.</summary>
    public void AppendJson(ReadOnlySpan<char> json)
    {
        while (true)
        {
            var special = json.IndexOfAny(JsonSpecials);
            if (special < 0) break;
            AppendMarkup(json[..special]);
            json = json[special..];
            var (unit, length) = json[0] == '\\' ? Escaped(json) : ('<', 1);
            if (unit == '<' && TagLength(json[length..]) is > 0 and var tag) length += tag;
            else AppendMarkup([unit]);
            json = json[length..];
        }
        AppendMarkup(json);
    }

    /// <summary>Ends the line: what stands in two elements is not one word.</summary>
    public void Break()
    {
        if (_length == 0 || _buffer[_length - 1] == '\n') return;
        EnsureRoom(1);
        if (_buffer[_length - 1] == ' ') _buffer[_length - 1] = '\n';
        else _buffer[_length++] = '\n';
    }

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(_buffer);
        _buffer = [];
    }

    /// <summary>Copies characters of which only blanks may come more than once.</summary>
    private void Copy(ReadOnlySpan<char> text)
    {
        while (true)
        {
            if (_length == 0 || _buffer[_length - 1] is ' ' or '\n') text = text.TrimStart(' ');
            var doubled = text.IndexOf("  ", StringComparison.Ordinal);
            if (doubled < 0) break;
            text[..(doubled + 1)].CopyTo(_buffer.AsSpan(_length));
            _length += doubled + 1;
            text = text[(doubled + 2)..];
        }
        text.CopyTo(_buffer.AsSpan(_length));
        _length += text.Length;
    }

    private void PutSpace()
    {
        if (_length > 0 && _buffer[_length - 1] is not (' ' or '\n')) _buffer[_length++] = ' ';
    }

    private static bool IsVisible(char c) =>
        c is not ('\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF') && !char.IsControl(c) && c is not (>= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069');

    private static (char Unit, int Length) Escaped(ReadOnlySpan<char> escape) => escape switch
    {
        [_] => (' ', 1),
        [_, 'u', _, _, _, _, ..] when ushort.TryParse(escape[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) => ((char)code, 6),
        [_, 'n' or 'r' or 't' or 'b' or 'f', ..] => (' ', 2),
        _ => (escape[1], 2),
    };

    /// <summary>How much of a string of JSON after a bracket is the rest of a tag; 0 where it is none.</summary>
    private static int TagLength(ReadOnlySpan<char> json)
    {
        if (json is not ([>= 'a' and <= 'z' or >= 'A' and <= 'Z' or '/' or '\\', ..])) return 0;
        json = json[..Math.Min(json.Length, LongestTag)];
        var (plain, escaped) = (json.IndexOf('>'), json.IndexOf("\\u003e", StringComparison.OrdinalIgnoreCase));
        return escaped >= 0 && (plain < 0 || escaped < plain) ? escaped + 6 : plain + 1;
    }

    /// <returns>How much of the text was read.</returns>
    private int AppendReference(ReadOnlySpan<char> text)
    {
        var (symbol, length) = CharacterReferences.Read(text);
        EnsureRoom(text.Length + symbol.Length);
        if (length == 0)
        {
            _buffer[_length++] = '&';
            return 1;
        }
        foreach (var c in symbol)
        {
            if (char.IsWhiteSpace(c)) PutSpace();
            else if (IsVisible(c)) _buffer[_length++] = c;
        }
        return length;
    }

    private void EnsureRoom(int more)
    {
        if (_buffer.Length - _length > more) return;
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(_buffer.Length * 2, _length + more + 1));
        Written.CopyTo(larger);
        ArrayPool<char>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
