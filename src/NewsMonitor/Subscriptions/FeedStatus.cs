namespace NewsMonitor.Subscriptions;

/// <summary>What is known of a subscribed feed and how it fares.</summary>
/// <param name="Url">The address that is polled.</param>
/// <param name="Title">The name given in the OPML file, else the feed's own title, else null.</param>
/// <param name="Language">ISO 639-1 as subscribed, or null.</param>
/// <param name="State">How it fares.</param>
/// <param name="Reason">One line that says what is wrong; null where nothing is.</param>
/// <param name="LastPolled">The last request, UTC; null before the first.</param>
/// <param name="LastSuccess">The last answer that could be read, UTC; null where there was none.</param>
/// <param name="NextPoll">When it is due, UTC; null for a parked feed.</param>
/// <param name="ConsecutiveFailures">Failures since the last success.</param>
internal sealed record FeedStatus(
    string Url,
    string? Title,
    string? Language,
    FeedState State,
    string? Reason,
    DateTimeOffset? LastPolled,
    DateTimeOffset? LastSuccess,
    DateTimeOffset? NextPoll,
    int ConsecutiveFailures)
{
    /// <summary>What is wrong; null where nothing is.</summary>
    public Trouble? Trouble { get; init; }

    /// <summary>The last trouble that was worth telling and is over; null where there was none.</summary>
    public Recovery? Recovery { get; init; }

    /// <summary>Whether a human should know of its trouble.</summary>
    public bool IsTroubleWorthTelling { get; init; }
}

/// <summary>How a feed fares.</summary>
internal enum FeedState
{
    /// <summary>Never polled.</summary>
    Waiting,

    /// <summary>The last answer could be read.</summary>
    Ok,

    /// <summary>The last answer could not be had or read; it is tried again.</summary>
    Failing,

    /// <summary>Gone for good (410): not polled any more.</summary>
    Parked,
}
