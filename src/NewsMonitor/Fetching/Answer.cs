namespace NewsMonitor.Fetching;

/// <summary>The facts of an HTTP answer that a caller acts on.</summary>
/// <param name="Address">The address that answered, after redirects.</param>
/// <param name="MovedTo">
/// Where the document moved for good: the end of the unbroken run of permanent redirects (301, 308) from the address asked; null where there is none.
/// </param>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">The <c>Content-Type</c> as received.</param>
/// <param name="ETag">The entity tag as received, to be sent back unchanged.</param>
/// <param name="LastModified">The date as received, to be sent back unchanged.</param>
/// <param name="FreshFor">How long the answer is fresh by <c>Cache-Control: max-age</c> or <c>Expires</c>; null where it says nothing.</param>
/// <param name="RetryAfter">How long the host wants to be left alone; null where it says nothing.</param>
internal sealed record Answer(
    WebAddress Address,
    WebAddress? MovedTo,
    int Status,
    string? ContentType,
    string? ETag,
    string? LastModified,
    TimeSpan? FreshFor,
    TimeSpan? RetryAfter);
