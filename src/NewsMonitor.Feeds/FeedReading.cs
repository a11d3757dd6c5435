namespace NewsMonitor.Feeds;

/// <summary>What came of reading a body as a feed.</summary>
public abstract record FeedReading
{
    private FeedReading()
    {
    }

    /// <summary>It is a feed; <see cref="Feed.Faults"/> says what was wrong with it.</summary>
    public sealed record Parsed(Feed Feed) : FeedReading;

    /// <summary>It is none.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="Sentence">The reason in words, ready for a human.</param>
    public sealed record NotAFeed(NotAFeedReason Reason, string Sentence) : FeedReading;
}

/// <summary>Why a body is not a feed.</summary>
public enum NotAFeedReason
{
    /// <summary>Nothing but blanks.</summary>
    Empty,

    /// <summary>A page for people: an error, a login, a consent wall, a site without feeds.</summary>
    HtmlPage,

    /// <summary>It begins as a feed and nothing of it could be read.</summary>
    Broken,

    /// <summary>Something else: another kind of XML or JSON, text, an image.</summary>
    SomethingElse,
}
