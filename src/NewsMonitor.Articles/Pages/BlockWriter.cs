using System.Text;

namespace NewsMonitor.Articles.Pages;

/// <summary>Gathers the text of a page's inline content into blocks, white space collapsed as a browser does.</summary>
internal sealed class BlockWriter
{
    private readonly StringBuilder _text = new();
    private readonly List<Block> _blocks = [];
    private bool _space;
    private int _breaks;
    private int _linked;
    private int _bold;

    public List<Block> Blocks => _blocks;

    /// <summary>How many links the writer is inside of.</summary>
    public int LinkDepth { get; set; }

    /// <summary>How many bold elements the writer is inside of.</summary>
    public int BoldDepth { get; set; }

    public void Append(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || c == '\u00A0')
            {
                _space = _text.Length > 0;
                continue;
            }
            if (c is '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' || char.IsControl(c) || c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069') continue;
            if (_space) Put(' ');
            _space = false;
            _breaks = 0;
            Put(c);
        }
    }

    /// <summary>Adds text that is kept as it is, line breaks included.</summary>
    public void AppendVerbatim(string text)
    {
        foreach (var c in text)
        {
            if (c == '\n' || !char.IsControl(c)) Put(c);
        }
    }

    /// <summary>A line break: two of them end the block, one ends it where a sentence ends too.</summary>
    public bool BreakEndsBlock()
    {
        _space = _text.Length > 0;
        if (_text.Length == 0) return false;
        return ++_breaks >= 2 || ".!?…。！？:;”»\"“".Contains(_text[^1], StringComparison.Ordinal);
    }

    /// <summary>Ends the block.</summary>
    public void Flush(BlockKind kind, int level, Section section)
    {
        var length = _text.Length;
        if (length > 0)
        {
            var text = _text.ToString().Trim();
            if (text.Length > 0)
                _blocks.Add(new Block(_blocks.Count, kind, level, text, TextWeight.Of(text), (double)_linked / length, (double)_bold / length, section));
        }
        _text.Clear();
        _space = false;
        _breaks = _linked = _bold = 0;
    }

    private void Put(char c)
    {
        _text.Append(c);
        if (LinkDepth > 0) _linked++;
        if (BoldDepth > 0) _bold++;
    }
}
