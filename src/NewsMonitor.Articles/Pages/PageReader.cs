using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace NewsMonitor.Articles.Pages;

/// <summary>Walks a document once, in reading order, and writes down its blocks, its sections and what it says about itself.</summary>
internal sealed class PageReader
{
    /// <summary>More blocks than any article has; a page with more is a dump or an attack.</summary>
    private const int MostBlocks = 20_000;

    private readonly BlockWriter _writer = new();
    private readonly List<Section> _sections = [];
    private readonly PageFacts _facts = new();
    private readonly Dictionary<string, NameEvidence> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Tag, string Classes), int> _shapes = [];
    private readonly CancellationToken _cancel;
    private int _visited;

    private PageReader(CancellationToken cancel) => _cancel = cancel;

    /// <summary>Reads a parsed page.</summary>
    /// <exception cref="OperationCanceledException">The token fired while reading.</exception>
    public static PageOutline Read(IDocument document, CancellationToken cancel)
    {
        var reader = new PageReader(cancel);
        if (document.DocumentElement is { } root)
        {
            reader._facts.Language = root.GetAttribute("lang") ?? root.GetAttribute("xml:lang");
            var page = reader.Open(null, "html", NameEvidence.None, "");
            reader.Walk(root, page);
            reader._writer.Flush(BlockKind.Paragraph, 0, page);
            page.End = reader._writer.Blocks.Count;
        }
        return new PageOutline([.. reader._writer.Blocks], [.. reader._sections], reader._facts);
    }

    private void Walk(INode parent, Section section)
    {
        var children = parent.ChildNodes;
        for (var i = 0; i < children.Length; i++)
        {
            switch (children[i])
            {
                case IText text:
                    _writer.Append(text.Data);
                    break;
                case IElement element:
                    Visit(element, section);
                    break;
            }
        }
    }

    private void Visit(IElement element, Section section)
    {
        if ((++_visited & 0xFF) == 0) _cancel.ThrowIfCancellationRequested();
        if (_writer.Blocks.Count >= MostBlocks) return;
        var tag = element.LocalName;
        switch (ElementRoles.Of(tag))
        {
            case ElementRole.Skipped:
                FactReader.Read(element, tag, _facts, ReadHead);
                break;
            case ElementRole.Block:
                ReadBlock(element, tag, section);
                break;
            case ElementRole.Custom:
                Walk(element, Open(element, tag, section));
                break;
            default:
                ReadInline(element, tag, section);
                break;
        }
    }

    private void ReadHead(IElement head) => Walk(head, _sections[0]);

    private void ReadInline(IElement element, string tag, Section section)
    {
        switch (tag)
        {
            case "br":
                if (_writer.BreakEndsBlock()) Flush(section);
                return;
            case "wbr" or "img":
                return;
        }
        var evidence = EvidenceOf(element, tag);
        if (evidence.HasAny(NameEvidence.Byline | NameEvidence.Dateline) || tag == "time") Note(element, tag, evidence, section);

        const NameEvidence Apart = NameEvidence.Boilerplate | NameEvidence.Caption | NameEvidence.Hidden | NameEvidence.Byline;
        if (evidence.HasAny(Apart) && tag is not ("a" or "b" or "strong" or "em" or "i"))
        {
            Flush(section);
            var apart = Open(element, tag, section, evidence);
            Walk(element, apart);
            Flush(apart);
            apart.End = _writer.Blocks.Count;
            return;
        }

        var (link, bold) = (tag == "a", tag is "b" or "strong");
        if (link) _writer.LinkDepth++;
        if (bold) _writer.BoldDepth++;
        Walk(element, section);
        if (link) _writer.LinkDepth--;
        if (bold) _writer.BoldDepth--;
    }

    private void ReadBlock(IElement element, string tag, Section section)
    {
        Flush(section);
        if (tag == "hr") return;
        var evidence = EvidenceOf(element, tag);
        var inner = Open(element, tag, section, evidence);
        if (evidence.HasAny(NameEvidence.Byline | NameEvidence.Dateline)) Note(element, tag, evidence, inner);
        if (tag == "body") _facts.Language ??= element.GetAttribute("lang");

        if (tag == "pre")
        {
            _writer.AppendVerbatim(element.TextContent);
            _writer.Flush(BlockKind.Preformatted, 0, inner);
        }
        else if (tag == "table" && TableReader.Rows(element) is { } rows)
        {
            foreach (var row in rows)
            {
                _writer.Append(row);
                _writer.Flush(BlockKind.Row, 0, inner);
            }
        }
        else
        {
            Walk(element, inner);
            Flush(inner);
        }
        inner.End = _writer.Blocks.Count;
    }

    private void Flush(Section section)
    {
        var (kind, level) = (BlockKind.Paragraph, 0);
        for (var around = section; around is not null; around = around.Parent)
        {
            var tag = around.Tag;
            if (tag is ['h', >= '1' and <= '6'])
            {
                (kind, level) = (BlockKind.Heading, tag[1] - '0');
                break;
            }
            if (tag is "li" or "dd" or "dt")
            {
                kind = BlockKind.ListItem;
                break;
            }
            if (tag is "blockquote" or "q")
            {
                kind = BlockKind.Quote;
                break;
            }
            if (tag is not ("p" or "div" or "span") || around.Depth + 3 < section.Depth) break;
        }
        _writer.Flush(kind, level, section);
    }

    private Section Open(IElement element, string tag, Section parent) => Open(element, tag, parent, EvidenceOf(element, tag));

    private Section Open(IElement element, string tag, Section parent, NameEvidence evidence) =>
        Open(parent, tag, evidence, element.ClassName ?? "");

    private Section Open(Section? parent, string tag, NameEvidence evidence, string classes)
    {
        if (!_shapes.TryGetValue((tag, classes), out var shape)) _shapes[(tag, classes)] = shape = _shapes.Count;
        var section = new Section(parent, tag, evidence, classes, _sections.Count, shape) { Start = _writer.Blocks.Count, End = int.MaxValue };
        _sections.Add(section);
        return section;
    }

    private void Note(IElement element, string tag, NameEvidence evidence, Section section)
    {
        var text = ShortText(element);
        var machine = element.GetAttribute("datetime") ?? element.GetAttribute("content") ?? element.GetAttribute("data-datetime") ?? element.GetAttribute("data-timestamp");
        if (text is null && machine is null) return;
        var note = new NamedText(text ?? "", machine, tag + " " + element.ClassName + " " + element.GetAttribute("itemprop"), _writer.Blocks.Count, section);
        if (evidence.HasAny(NameEvidence.Byline)) _facts.Authors.Add(note);
        if (evidence.HasAny(NameEvidence.Dateline) || tag == "time") _facts.Times.Add(note);
    }

    /// <summary>The text of an element that holds a line at most; null where it holds more.</summary>
    private static string? ShortText(IElement element)
    {
        const int Longest = 200;
        var parts = new List<string>();
        return Gather(element, parts, Longest) && parts.Count > 0 ? string.Join(' ', parts) : null;
    }

    private static bool Gather(INode node, List<string> words, int longest)
    {
        var children = node.ChildNodes;
        for (var i = 0; i < children.Length; i++)
        {
            switch (children[i])
            {
                case IText text when text.Data.Length > longest && !string.IsNullOrWhiteSpace(text.Data):
                    return false;
                case IText text:
                    words.AddRange(text.Data.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
                    if (words.Count > longest / 4) return false;
                    break;
                case IElement element when ElementRoles.Of(element.LocalName) != ElementRole.Skipped:
                    if (!Gather(element, words, longest)) return false;
                    break;
            }
        }
        return true;
    }

    private NameEvidence EvidenceOf(IElement element, string tag)
    {
        var evidence = tag switch
        {
            "nav" or "footer" or "form" or "dialog" or "menu" => NameEvidence.Boilerplate,
            "aside" => NameEvidence.Boilerplate,
            "figcaption" or "caption" => NameEvidence.Caption,
            "figure" => NameEvidence.Aside,
            "article" => NameEvidence.Article,
            "time" => NameEvidence.Dateline,
            _ => NameEvidence.None,
        };
        foreach (var attribute in element.Attributes)
        {
            evidence |= attribute.LocalName switch
            {
                "class" or "id" or "role" or "data-testid" or "data-component" => FromNames(attribute.Value),
                "itemprop" => FromProperty(attribute.Value),
                "rel" when attribute.Value is "author" => NameEvidence.Byline,
                "hidden" when !IsStreamed(element) => NameEvidence.Hidden,
                "aria-hidden" when attribute.Value is "true" => NameEvidence.Hidden,
                "style" when IsStyledAway(attribute.Value) => NameEvidence.Hidden,
                _ => NameEvidence.None,
            };
        }
        return evidence;
    }

    private static NameEvidence FromProperty(string property) => property switch
    {
        "articleBody" or "reviewBody" or "text" => NameEvidence.Body,
        "author" or "creator" => NameEvidence.Byline,
        "datePublished" or "dateModified" or "dateCreated" => NameEvidence.Dateline,
        "headline" => NameEvidence.Headline,
        "description" or "alternativeHeadline" => NameEvidence.Standfirst,
        "caption" or "comment" => NameEvidence.Caption,
        _ => NameEvidence.None,
    };

    /// <summary>Pages that are streamed bring their text in hidden elements, which a script puts in its place (React calls them <c>S:0</c>, <c>S:1</c>).</summary>
    private static bool IsStreamed(IElement element) => element.Id is ['S', ':', ..];

    private static bool IsStyledAway(string? style) =>
        style is not null && (style.Contains("display:none", StringComparison.OrdinalIgnoreCase) || style.Contains("display: none", StringComparison.OrdinalIgnoreCase));

    private NameEvidence FromNames(string? names)
    {
        if (string.IsNullOrEmpty(names)) return NameEvidence.None;
        if (!_names.TryGetValue(names, out var evidence)) _names[names] = evidence = NameVocabulary.Read(names);
        return evidence;
    }
}
