namespace NewsMonitor.Fetching;

/// <summary>What came of a fetch. Reasons are one line, fit for logs and readers, and hold no query string or user information.</summary>
internal abstract record FetchOutcome
{
    private FetchOutcome()
    {
    }

    /// <summary>A document came (status 200 to 299).</summary>
    /// <param name="Answer">The headers that matter.</param>
    /// <param name="Body">The bytes, decompressed.</param>
    /// <param name="Shortfall">One line that says why the body is not whole; null where it is. What came before the cut may still be read.</param>
    public sealed record Fetched(Answer Answer, ReadOnlyMemory<byte> Body, string? Shortfall = null) : FetchOutcome;

    /// <summary>The copy held is still good (304).</summary>
    /// <param name="Answer">The headers that matter.</param>
    public sealed record NotModified(Answer Answer) : FetchOutcome;

    /// <summary>It was not asked for, or not followed, by a rule of ours; asking again gives the same until something changes.</summary>
    /// <param name="Rule">The rule.</param>
    /// <param name="Reason">One line.</param>
    public sealed record Refused(FetchRule Rule, string Reason) : FetchOutcome;

    /// <summary>It was asked for and not had; later may be better.</summary>
    /// <param name="Failure">What went wrong.</param>
    /// <param name="Status">The HTTP status, where there was one.</param>
    /// <param name="RetryAfter">How long the host wants to be left alone, where it said so.</param>
    /// <param name="Reason">One line.</param>
    public sealed record Failed(FetchFailure Failure, int? Status, TimeSpan? RetryAfter, string Reason) : FetchOutcome;
}

/// <summary>Rules by which a document is not fetched.</summary>
internal enum FetchRule
{
    /// <summary>Only public addresses and those in <see cref="FetchingOptions.AllowedNetworks"/> are dialed.</summary>
    Network,

    /// <summary>A redirect must lead to a usable http or https address.</summary>
    Redirect,

    /// <summary>A redirect must not lead from https to http.</summary>
    Downgrade,

    /// <summary>The host's robots.txt excludes the page.</summary>
    Robots,
}

/// <summary>Ways in which a fetch fails.</summary>
internal enum FetchFailure
{
    /// <summary>The host name is unknown, or nobody answers there.</summary>
    Unreachable,

    /// <summary>The secure connection could not be made, such as for a bad certificate.</summary>
    Tls,

    /// <summary>The deadline passed.</summary>
    Timeout,

    /// <summary>The answer was no HTTP, or broke off.</summary>
    Protocol,

    /// <summary>A status other than success.</summary>
    Status,

    /// <summary>410: gone for good.</summary>
    Gone,

    /// <summary>429 or 503: asked too much. The host is left alone for a while.</summary>
    Throttled,

    /// <summary>Nothing was sent, because the host asked for rest earlier.</summary>
    Resting,

    /// <summary>More than five redirects.</summary>
    Redirects,

    /// <summary>The content encoding cannot be undone.</summary>
    Encoding,

    /// <summary>The host's robots.txt cannot be had, so its pages are left alone for now.</summary>
    RobotsUnavailable,
}
