namespace NewsMonitor.Subscriptions;

/// <summary>What is remembered of a feed from one poll to the next: one row, so that back-off and rhythm survive a restart. Times are UTC.</summary>
internal sealed record PollState
{
    /// <summary>The address that is polled; a permanent redirect that held changes it.</summary>
    public required string Url { get; init; }

    /// <summary>How the feed fares.</summary>
    public FeedState State { get; init; } = FeedState.Waiting;

    /// <summary>One line that says what is wrong; null where nothing is.</summary>
    public string? Reason { get; init; }

    /// <summary>The entity tag to send back, exactly as received; null where the last body could not be used.</summary>
    public string? ETag { get; init; }

    /// <summary>The date validator to send back, exactly as received; null where the last body could not be used.</summary>
    public string? LastModified { get; init; }

    /// <summary>The interval of the last healthy poll, without jitter.</summary>
    public TimeSpan Interval { get; init; }

    /// <summary>The least interval the feed itself asks for (<c>ttl</c>, <c>sy:updatePeriod</c>); null where it asks for none.</summary>
    public TimeSpan? AskedInterval { get; init; }

    /// <summary>The hours of the day (UTC) in which the feed asks not to be read: bit 0 for 00:00 to 00:59, and so on.</summary>
    public int SkipHours { get; init; }

    /// <summary>The days of the week (UTC) on which the feed asks not to be read: bit 0 for Sunday, and so on.</summary>
    public int SkipDays { get; init; }

    /// <summary>The median time between its items; null where too few are dated.</summary>
    public TimeSpan? Rhythm { get; init; }

    /// <summary>The newest credible item date; null where there is none.</summary>
    public DateTimeOffset? NewestItemAt { get; init; }

    /// <summary>The oldest item date of a feed with enough items to tell how soon they will be pushed out; null otherwise.</summary>
    public DateTimeOffset? OldestItemAt { get; init; }

    /// <summary>The date that a third of the items of such a feed are newer than; null otherwise.</summary>
    public DateTimeOffset? NewestThirdAt { get; init; }

    /// <summary>Failures since the last success.</summary>
    public int ConsecutiveFailures { get; init; }

    /// <summary>Whether the last body could not be read, so that a 304 proves nothing.</summary>
    public bool BodyBroken { get; init; }

    /// <summary>Where permanent redirects lead of late; null where they do not.</summary>
    public string? MovedTo { get; init; }

    /// <summary>How many successes in a row led there.</summary>
    public int MovedCount { get; init; }

    /// <summary>When they began to lead there; null where they do not.</summary>
    public DateTimeOffset? MovedSince { get; init; }

    /// <summary>Whether they lead to an address that is subscribed already, so that it cannot become this feed's too.</summary>
    public bool IsTargetTaken { get; init; }

    /// <summary>What kind of failure the last one was; null after a success.</summary>
    public TroubleKind? Failure { get; init; }

    /// <summary>The first failure since the last success; null after a success.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>How many entries the last whole body had; null before the first.</summary>
    public int? ListedItems { get; init; }

    /// <summary>How many entries its bodies have, smoothed; null before the first.</summary>
    public double? UsualItems { get; init; }

    /// <summary>Since when its bodies have far fewer entries than usual; null where they have not.</summary>
    public DateTimeOffset? ShrunkSince { get; init; }

    /// <summary>Within this time nine of ten of its items follow the one before; null where that is not known.</summary>
    public TimeSpan? LongGap { get; init; }

    /// <summary>When a poll last found something new; null where only the first poll did.</summary>
    public DateTimeOffset? LastNewsAt { get; init; }

    /// <summary>What is wrong, see <see cref="FeedDiagnosis"/>; null where nothing is.</summary>
    public Trouble? Trouble { get; init; }

    /// <summary>The last trouble that was worth telling and is over; null where there was none.</summary>
    public Recovery? Recovery { get; init; }

    /// <summary>The last request; null before the first.</summary>
    public DateTimeOffset? LastPolledAt { get; init; }

    /// <summary>The last answer that could be read or was not modified; null before the first.</summary>
    public DateTimeOffset? LastSuccessAt { get; init; }

    /// <summary>When it is due; null for a parked feed.</summary>
    public DateTimeOffset? NextPollAt { get; init; }

    /// <summary>Whether a human should know of its trouble.</summary>
    public bool IsTroubleWorthTelling => FeedDiagnosis.IsWorthTelling(Trouble?.Kind, State, ConsecutiveFailures, LastSuccessAt is not null, !IsTargetTaken);

    /// <summary>A feed that was never polled and is due at once.</summary>
    public static PollState Subscribed(string url, DateTimeOffset now) => new() { Url = url, NextPollAt = now };
}
