using NewsMonitor.Feeds.Markup;

namespace NewsMonitor.Feeds.Reading;

/// <summary>What is done with the content of an element.</summary>
internal enum Treatment
{
    /// <summary>Its elements are looked at one by one.</summary>
    Descend,

    /// <summary>Its content is a short value: text, a date, an address.</summary>
    Value,

    /// <summary>Its content is HTML, escaped or not.</summary>
    Html,

    /// <summary>Its content is markup itself: references stay as they are.</summary>
    Markup,

    /// <summary>It is of no interest.</summary>
    Skip,

    /// <summary>It says all in its attributes and may lack an end: what follows stands beside it.</summary>
    Empty,
}

/// <summary>What a format makes of the elements of a document; the walk through the document is <see cref="DocumentWalk"/>.</summary>
internal abstract class FormatReader(FeedDraft feed)
{
    protected FeedDraft Feed { get; } = feed;

    /// <summary>Whether an element is an entry: it closes an entry that was left open.</summary>
    public abstract bool IsEntry(FeedNamespace space, ReadOnlySpan<char> name);

    /// <summary>Whether an element can only begin where the one being read was left open.</summary>
    public virtual bool Interrupts(FeedNamespace space, ReadOnlySpan<char> name, Treatment reading) => false;

    /// <summary>Whether the document turned out to be of the format, but of no use as a feed.</summary>
    public virtual bool IsOther => false;

    /// <summary>Whether the content being read is worthless when the document breaks off in it: half an address leads astray, half a text does not.</summary>
    public abstract bool IsWorthlessInPart { get; }

    /// <summary>An element begins.</summary>
    public abstract Treatment Start(in Element element);

    /// <summary>The content of the element that began last is complete. Not called for those that are descended into or skipped.</summary>
    public abstract void Value(ReadOnlySpan<char> content);

    /// <summary>An element that was descended into ends.</summary>
    public abstract void End(ReadOnlySpan<char> name);
}
