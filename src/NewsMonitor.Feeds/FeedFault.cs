using System.Globalization;

namespace NewsMonitor.Feeds;

/// <summary>Something wrong in a feed that could be read nevertheless.</summary>
/// <param name="Kind">What.</param>
/// <param name="Count">How often.</param>
/// <param name="Example">The words it was first seen on, if there are any.</param>
/// <param name="Line">The line of the document where it was first seen, from 1; 0 where unknown.</param>
public sealed record FeedFault(FeedFaultKind Kind, int Count, string? Example, int Line = 0)
{
    /// <summary>A sentence that can be sent to the publisher.</summary>
    public string Sentence => Describe() + (Example is null ? "" : $": {Example}") + (Line, Count) switch
    {
        ( > 0, > 1) => string.Create(CultureInfo.InvariantCulture, $" ({Count} times, first in line {Line})"),
        ( > 0, _) => string.Create(CultureInfo.InvariantCulture, $" (line {Line})"),
        (_, > 1) => string.Create(CultureInfo.InvariantCulture, $" ({Count} times)"),
        _ => Example is null ? "." : "",
    };

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
