namespace NewsMonitor.Fetching;

/// <summary>What a document is wanted for: it decides the <c>Accept</c> header, the bound on bytes and whether robots.txt is asked.</summary>
internal enum FetchPurpose
{
    /// <summary>A feed, published for machines.</summary>
    Feed,

    /// <summary>What may be a feed, at an address that was guessed or found and not subscribed to: robots.txt is asked.</summary>
    Discovery,

    /// <summary>A page, published for people.</summary>
    Page,

    /// <summary>A host's robots.txt.</summary>
    Robots,
}

/// <summary>A wish to have a document.</summary>
/// <param name="Address">Where it is.</param>
/// <param name="Purpose">What it is wanted for.</param>
/// <param name="ETag">The validator of the copy held, exactly as received; null for none.</param>
/// <param name="LastModified">The date validator of the copy held, exactly as received; null for none.</param>
internal sealed record FetchRequest(WebAddress Address, FetchPurpose Purpose, string? ETag = null, string? LastModified = null);
