namespace NewsMonitor.Feeds;

/// <summary>What of a response's headers bears on reading the body.</summary>
/// <param name="ContentType">The Content-Type header as received.</param>
/// <param name="ContentLocation">The Content-Location header as received: the base of relative links.</param>
public readonly record struct FeedHeaders(string? ContentType = null, string? ContentLocation = null);
