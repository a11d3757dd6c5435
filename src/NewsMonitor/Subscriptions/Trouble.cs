namespace NewsMonitor.Subscriptions;

/// <summary>What can be wrong with a feed, told apart by what a human would do about it.</summary>
internal enum TroubleKind
{
    /// <summary>Nobody answers, or only with an error of the server's.</summary>
    Unreachable,

    /// <summary>We are turned away: 401, 403, 429 and their like, a consent wall, a login, a rule of our own.</summary>
    Refused,

    /// <summary>There is nothing at its address any more: 404, or for good 410.</summary>
    Gone,

    /// <summary>A page for people stands where the feed was.</summary>
    HtmlPage,

    /// <summary>What comes cannot be read as a feed, or not to its end.</summary>
    Broken,

    /// <summary>It leads elsewhere, and we do not follow yet or at all.</summary>
    Moved,

    /// <summary>It can be read and lists far fewer entries than it used to.</summary>
    Shrunk,

    /// <summary>It can be read and has had nothing new for much longer than it used to.</summary>
    Silent,
}

/// <summary>Something wrong with a feed.</summary>
/// <param name="Kind">What.</param>
/// <param name="Since">When it began, UTC: the first failure, or the last entry of a feed that fell silent.</param>
/// <param name="Reason">One line.</param>
internal sealed record Trouble(TroubleKind Kind, DateTimeOffset Since, string Reason)
{
    /// <summary>What can be done about it, one sentence.</summary>
    public string Mend => TroubleWords.Mend(Kind);
}

/// <summary>A trouble that is over.</summary>
/// <param name="From">What it was.</param>
/// <param name="Since">When it had begun, UTC.</param>
/// <param name="At">When it ended, UTC.</param>
internal sealed record Recovery(TroubleKind From, DateTimeOffset Since, DateTimeOffset At);
