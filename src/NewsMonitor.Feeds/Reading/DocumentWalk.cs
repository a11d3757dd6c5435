using NewsMonitor.Feeds.Markup;

namespace NewsMonitor.Feeds.Reading;

/// <summary>
/// Walks through a document and hands its elements to the reader of its format. Keeps the open elements, closes what was left open, ignores
/// ends that match nothing, and collects the content of the elements that the format asks for.
/// </summary>
internal ref struct DocumentWalk
{
    private const int DeepestElement = 128;
    private const int LongestValue = 8192;

    // A base is joined with every link under it, and a base inside a base grows.
    private const int LongestBase = 2048;

    private readonly ReadOnlySpan<char> document;
    private readonly FeedDraft feed;
    private readonly FaultLog faults;
    private readonly InternalEntities entities = new();
    private readonly NamespaceScope namespaces;
    private readonly TextBuffer content;
    private readonly string? baseAddress;
    private readonly Frame[] frames = new Frame[DeepestElement];
    private MarkupScanner scanner;
    private FormatReader? format;
    private int depth;
    private int reading = -1;
    private Treatment treatment;
    private bool rootClosed;
    private Frame emptyName;

    public DocumentWalk(ReadOnlySpan<char> document, string? baseAddress, FeedDraft feed, TextBuffer content)
    {
        this.document = document;
        this.baseAddress = baseAddress;
        this.feed = feed;
        this.content = content;
        faults = feed.Faults;
        namespaces = new NamespaceScope(faults);
        scanner = new MarkupScanner(document, entities);
    }

    /// <summary>What the document's elements say it is, where it is no feed.</summary>
    public RootSearch Root { get; } = new();

    /// <inheritdoc cref="FormatReader.IsOther"/>
    public readonly bool IsOther => format is { IsOther: true };

    /// <summary>How many characters were scanned in vain.</summary>
    public readonly long Wasted => scanner.Wasted;

    /// <summary>Reads to the end; false where no root of a feed was found.</summary>
    public bool Run()
    {
        while (!feed.IsFull && !Root.IsOver && scanner.Read())
        {
            faults.At = scanner.Position - scanner.Raw.Length;
            switch (scanner.Kind)
            {
                case TokenKind.Start:
                    OnStart();
                    break;
                case TokenKind.End:
                    OnEnd();
                    break;
                case TokenKind.Text:
                    OnText();
                    break;
                case TokenKind.Verbatim when reading >= 0 && treatment != Treatment.Skip:
                    content.Append(scanner.Raw);
                    break;
            }
        }
        if (format is null)
            return false;
        Finish();
        return true;
    }

    private void Finish()
    {
        faults.At = scanner.Position;
        if (!rootClosed && !feed.IsFull)
            faults.Add(FeedFaultKind.Truncated);
        if (entities.WasCut)
            faults.Add(FeedFaultKind.EntitiesCut);
        if (reading >= 0 && !format!.IsWorthlessInPart)
            CompleteReading();
        reading = -1;
        feed.IsEnding = !rootClosed;
        CloseDownTo(0);
    }

    private void OnText()
    {
        if (reading < 0 || treatment == Treatment.Skip)
        {
            if (format is null && !scanner.Raw.IsWhiteSpace())
                Root.SawText = true;
            return;
        }
        if (treatment == Treatment.Markup)
            content.Append(scanner.Raw);
        else if (!CharacterReferences.Append(scanner.Raw, entities, content))
            faults.Add(FeedFaultKind.UnknownEntity);
    }

    private void OnStart()
    {
        if (format is null)
        {
            OpenRoot();
            return;
        }
        if (reading >= 0 && !InterruptsReading())
        {
            Nest();
            return;
        }
        if (depth == DeepestElement)
        {
            faults.Add(FeedFaultKind.TooDeep);
            return;
        }
        var bindings = namespaces.Count;
        namespaces.Declare(scanner.Attributes);
        var space = namespaces.Resolve(scanner.Name, out var local);
        if (format.IsEntry(space, local) && OpenEntry(space, local) is var open && open >= 0)
        {
            CloseDownTo(open);
            faults.Add(FeedFaultKind.MismatchedEnd, scanner.Name);
            bindings = namespaces.Count;
            namespaces.Declare(scanner.Attributes);
        }
        Open(bindings, space, local);
    }

    private void OpenRoot()
    {
        if (!Root.TryFind(scanner.Name, scanner.Attributes, feed, out format))
            return;
        if (Root.SawText || Root.Strangers > 0)
            faults.Add(FeedFaultKind.TextBeforeRoot);
        namespaces.Declare(scanner.Attributes);
        namespaces.Settle(scanner.Name);
        var space = namespaces.Resolve(scanner.Name, out var local);
        Open(0, space, local);
    }

    private void Open(int bindings, FeedNamespace space, ReadOnlySpan<char> local)
    {
        var around = depth == 0 ? new Frame { Base = baseAddress } : frames[depth - 1];
        var frame = new Frame { NameStart = Offset(scanner.Name), NameLength = scanner.Name.Length, NameKey = Key(scanner.Name), Bindings = bindings, Base = around.Base, Language = around.Language };
        if (scanner.Attributes.IndexOf("xml:", StringComparison.OrdinalIgnoreCase) >= 0)
        {
            if (AttributeScanner.TryFind(scanner.Attributes, "xml:base", out var declared))
                frame.Base = Links.Resolve(declared, around.Base) is { Length: <= LongestBase } nearer ? nearer : around.Base;
            if (AttributeScanner.TryFind(scanner.Attributes, "xml:lang", out var language) && !language.IsWhiteSpace())
                frame.Language = language.Trim().ToString();
        }
        var element = new Element(space, local, scanner.Attributes, frame.Base, frame.Language);
        treatment = format!.Start(element);
        if (treatment == Treatment.Empty)
        {
            namespaces.Restore(bindings);
            emptyName = frame;
            return;
        }
        frames[depth++] = frame;
        if (treatment != Treatment.Descend)
        {
            reading = depth - 1;
            content.Clear();
        }
        if (scanner.IsEmpty)
            CloseDownTo(depth - 1);
    }

    private bool InterruptsReading()
    {
        var space = namespaces.Resolve(scanner.Name, out var local);
        if (!format!.IsEntry(space, local) && !format.Interrupts(space, local, treatment))
            return false;
        faults.Add(FeedFaultKind.MismatchedEnd, Name(frames[reading]));
        CloseDownTo(reading);
        return true;
    }

    /// <summary>An element inside a content that is read as a whole.</summary>
    private void Nest()
    {
        if (treatment != Treatment.Skip)
            content.Append(scanner.Raw);
        if (scanner.IsEmpty || depth == DeepestElement || IsVoid(scanner.Name))
            return;
        frames[depth] = frames[reading] with { NameStart = Offset(scanner.Name), NameLength = scanner.Name.Length, NameKey = Key(scanner.Name), Bindings = namespaces.Count };
        depth++;
    }

    private void OnEnd()
    {
        var open = FindOpen(scanner.Name);
        if (open < 0)
        {
            if (format is not null && reading < 0 && !scanner.Name.SequenceEqual(Name(emptyName)))
                faults.Add(FeedFaultKind.MismatchedEnd, scanner.Name);
            return;
        }
        if (reading >= 0 && open > reading)
        {
            if (treatment != Treatment.Skip)
                content.Append(scanner.Raw);
            depth = open;
            return;
        }
        if (reading > open || depth - 1 > open && reading < 0)
            faults.Add(FeedFaultKind.MismatchedEnd, scanner.Name);
        CloseDownTo(open);
        rootClosed |= open == 0;
    }

    private readonly int FindOpen(ReadOnlySpan<char> name)
    {
        var key = Key(name);
        for (var i = depth - 1; i >= 0; i--)
        {
            if (frames[i].NameKey == key && name.Equals(Name(frames[i]), StringComparison.OrdinalIgnoreCase))
                return i;
        }
        return -1;
    }

    private readonly int OpenEntry(FeedNamespace space, ReadOnlySpan<char> local)
    {
        for (var i = depth - 1; i > 0; i--)
        {
            var name = Name(frames[i]);
            if (name[(name.IndexOf(':') + 1)..].Equals(local, StringComparison.OrdinalIgnoreCase) && namespaces.Resolve(name, out _) == space)
                return i;
        }
        return -1;
    }

    /// <summary>Closes the open elements from the innermost down to and including the given one.</summary>
    private void CloseDownTo(int open)
    {
        while (depth > open)
        {
            depth--;
            if (reading >= 0 && depth > reading)
                continue;
            if (reading == depth)
                CompleteReading();
            else
                format!.End(Local(Name(frames[depth])));
            namespaces.Restore(frames[depth].Bindings);
        }
    }

    private void CompleteReading()
    {
        if (treatment == Treatment.Value && content.Length > LongestValue)
            format!.Value(content.Text[..LongestValue]);
        else if (treatment != Treatment.Skip)
            format!.Value(content.Text);
        reading = -1;
    }

    /// <summary>Differs for nearly all names that differ in more than case: spares comparing them.</summary>
    private static int Key(ReadOnlySpan<char> name) => name.Length << 16 ^ (name[0] | 0x20) << 8 ^ (name[^1] | 0x20);

    private readonly ReadOnlySpan<char> Name(Frame frame) => document.Slice(frame.NameStart, frame.NameLength);

    private static ReadOnlySpan<char> Local(ReadOnlySpan<char> name) => name[(name.IndexOf(':') + 1)..];

    /// <summary>Where in the document a part of it lies.</summary>
    private readonly int Offset(ReadOnlySpan<char> part) => document.Overlaps(part, out var offset) ? offset : 0;

    /// <summary>HTML elements that have no end.</summary>
    private static bool IsVoid(ReadOnlySpan<char> name) => name.Length <= 5 && (name is "br" or "img" or "hr" or "BR" or "IMG" or "HR" or "wbr" or "input" or "embed" or "meta" or "area" or "col");

    private struct Frame
    {
        public int NameStart;
        public int NameLength;
        public int NameKey;
        public int Bindings;
        public string? Base;
        public string? Language;
    }
}
