namespace NewsMonitor.Feeds;

/// <summary>Something wrong in a feed that could be read nevertheless.</summary>
/// <param name="Kind">What.</param>
/// <param name="Count">How often.</param>
/// <param name="Example">The words it was first seen on, if there are any.</param>
public sealed record FeedFault(FeedFaultKind Kind, int Count, string? Example)
{
    /// <summary>A sentence that can be sent to the publisher.</summary>
    public string Sentence => Describe() + (Example is null ? "." : $": {Example}") + (Count > 1 ? $" ({Count} times)" : "");

    private string Describe() => Kind switch
    {
        FeedFaultKind.Truncated => "The document ends before the feed is closed",
        FeedFaultKind.TextBeforeRoot => "Something stands before the feed's first element",
        FeedFaultKind.MismatchedEnd => "An end tag does not match the element that is open",
        FeedFaultKind.UndeclaredPrefix => "A namespace prefix is used without a declaration",
        FeedFaultKind.UnknownEntity => "An entity is used that nothing defines",
        FeedFaultKind.EntitiesCut => "Entities expand beyond the bound and were cut off",
        FeedFaultKind.TooDeep => "Elements are nested too deeply; the innermost were ignored",
        FeedFaultKind.TooManyItems => "There are too many entries; the rest were ignored",
        FeedFaultKind.UnreadableDate => "A date cannot be read or leaves a doubt",
        FeedFaultKind.DateWithoutZone => "A date has a time but no zone and was read as UTC",
        FeedFaultKind.UnusableLink => "A link is not an http or https address",
        FeedFaultKind.MissingLink => "An entry has no link",
        FeedFaultKind.WrongCharset => "The declared encoding is not the one the document is in",
        _ => "The document is not valid",
    };
}

/// <summary>The kinds of fault that reading tolerates.</summary>
public enum FeedFaultKind
{
    Invalid,
    Truncated,
    TextBeforeRoot,
    MismatchedEnd,
    UndeclaredPrefix,
    UnknownEntity,
    EntitiesCut,
    TooDeep,
    TooManyItems,
    UnreadableDate,
    DateWithoutZone,
    UnusableLink,
    MissingLink,
    WrongCharset,
}
