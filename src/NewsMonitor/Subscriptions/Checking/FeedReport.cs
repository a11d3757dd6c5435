using System.Collections.Immutable;
using NewsMonitor.Feeds;
using NewsMonitor.Subscriptions.Discovery;

namespace NewsMonitor.Subscriptions.Checking;

/// <summary>What a check of an address came to.</summary>
/// <param name="Asked">The address asked for.</param>
/// <param name="Delivery">How it was delivered; null where nothing came.</param>
/// <param name="Contents">What the feed holds; null where it is none.</param>
/// <param name="Faults">What is wrong, each in a sentence that can be sent to the publisher.</param>
/// <param name="Failure">One line that says why it is no feed, or why it could not be had whole; null where it is a whole feed.</param>
/// <param name="Offered">The feeds of the site, where the address is one of its pages.</param>
internal sealed record FeedReport(
    string Asked, FeedDelivery? Delivery, FeedContents? Contents, ImmutableArray<string> Faults, string? Failure, ImmutableArray<FoundFeed> Offered);

/// <summary>How a feed was delivered.</summary>
/// <param name="Address">The address that answered.</param>
/// <param name="Move">Whether the address asked for redirects there.</param>
/// <param name="ContentType">As received, on one line; null where none is given.</param>
/// <param name="Bytes">The length of the body after decompression.</param>
/// <param name="Charset">The encoding of the body.</param>
/// <param name="CharsetSource">What decided the encoding, in words.</param>
/// <param name="ETag">The validator as received; null where none is given.</param>
/// <param name="LastModified">The date validator as received; null where none is given.</param>
/// <param name="Conditional">What came of a conditional request.</param>
/// <param name="FreshFor">How long the server calls its answer fresh; null where it says nothing.</param>
internal sealed record FeedDelivery(
    string Address,
    FeedMove Move,
    string? ContentType,
    int Bytes,
    string Charset,
    string CharsetSource,
    string? ETag,
    string? LastModified,
    ConditionalAnswer Conditional,
    TimeSpan? FreshFor);

/// <summary>Whether an address redirects.</summary>
internal enum FeedMove
{
    None,

    /// <summary>By 302, 303 or 307 at least once on the way.</summary>
    ForNow,

    /// <summary>By 301 or 308 all the way.</summary>
    ForGood,
}

/// <summary>How a server answers a request that names the copy held.</summary>
internal enum ConditionalAnswer
{
    /// <summary>It was not asked, for it gives no validator.</summary>
    NotAsked,

    /// <summary>304: nothing is sent twice.</summary>
    NotModified,

    /// <summary>The whole body again.</summary>
    Ignored,

    /// <summary>The feed had changed meanwhile, or the request failed.</summary>
    Unknown,
}

/// <summary>What a feed holds.</summary>
/// <param name="Format">Its format and version.</param>
/// <param name="Title">Its title on one line; null where it has none.</param>
/// <param name="Link">The site it belongs to; null where it does not say.</param>
/// <param name="Items">Its items.</param>
/// <param name="Declared">The languages declared on the feed and its items, as written.</param>
/// <param name="Identified">ISO 639-1 of the items' titles with their number, the most frequent first; titles in no known language are left out.</param>
/// <param name="Rhythm">The publisher's wishes about polling.</param>
/// <param name="Interval">How long it would be left alone after this poll.</param>
internal sealed record FeedContents(
    string Format,
    string? Title,
    string? Link,
    ItemCounts Items,
    ImmutableArray<string> Declared,
    ImmutableArray<KeyValuePair<string, int>> Identified,
    Feeds.FeedRhythm Rhythm,
    TimeSpan Interval);

/// <summary>The items of a feed in numbers.</summary>
/// <param name="All">How many there are.</param>
/// <param name="Dated">How many have a date of publication or change.</param>
/// <param name="DaysAlone">How many of those name a day without a time that can be relied on.</param>
/// <param name="Newest">The newest instant; null where there is none.</param>
/// <param name="Oldest">The oldest instant; null where there is none.</param>
/// <param name="Offsets">The offsets from UTC that the dates are written with, as <c>+03:00</c>.</param>
internal sealed record ItemCounts(int All, int Dated, int DaysAlone, DateTimeOffset? Newest, DateTimeOffset? Oldest, ImmutableArray<string> Offsets);
