namespace NewsMonitor.Display;

/// <summary>Which addresses from outside become links.</summary>
internal static class SafeLink
{
    /// <summary>
    /// The address as it goes into a link: absolute, http or https, without user information, percent-encoded. Null for every other one, which is
    /// then shown as text or not at all. A backslash is refused, since programs disagree on which host such an address names.
    /// </summary>
    public static string? Of(string? url) =>
        url is not null
        && !url.Contains('\\', StringComparison.Ordinal)
        && Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.UserInfo.Length == 0
            ? uri.AbsoluteUri
            : null;
}
