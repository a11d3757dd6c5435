using System.Net;

namespace NewsMonitor.Fetching;

/// <summary>Writes a request.</summary>
internal static class RequestHeaders
{
    private const string FeedAccept =
        "application/atom+xml, application/rss+xml, application/feed+json;q=0.9, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, */*;q=0.5";

    private const string PageAccept = "text/html, application/xhtml+xml;q=0.9, */*;q=0.5";

    private const string RobotsAccept = "text/plain, */*;q=0.5";

    /// <summary>The request for one step on the way to a document.</summary>
    public static HttpRequestMessage Write(FetchRequest request, WebAddress address, string userAgent)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, address.Uri)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        message.Headers.TryAddWithoutValidation("User-Agent", userAgent);
        message.Headers.TryAddWithoutValidation("Accept", Accept(request.Purpose));
        message.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, br, zstd, deflate");
        if (request.ETag is not null)
            message.Headers.TryAddWithoutValidation("If-None-Match", request.ETag);
        if (request.LastModified is not null)
            message.Headers.TryAddWithoutValidation("If-Modified-Since", request.LastModified);
        return message;
    }

    private static string Accept(FetchPurpose purpose) => purpose switch
    {
        FetchPurpose.Feed or FetchPurpose.Discovery => FeedAccept,
        FetchPurpose.Page => PageAccept,
        _ => RobotsAccept,
    };
}
