using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace NewsMonitor.Articles;

/// <summary>
/// The one address of an article among the many it is met under. Two values are equal where their <see cref="Key"/> is: scheme, <c>www.</c>, mobile and
/// AMP variants, tracking parameters, fragment, query order, default port, trailing dot and trailing slash make no difference.
/// </summary>
public sealed record CanonicalUrl
{
    private const int LongestUrl = 4096;

    private CanonicalUrl(string value, string key, string host)
    {
        Value = value;
        Key = key;
        Host = host;
    }

    /// <summary>The address to visit and to show: absolute, as given but without fragment, tracking parameters, default port and trailing dot.</summary>
    public string Value { get; }

    /// <summary>What tells articles apart: no scheme, no <c>www.</c> or mobile host, no AMP marker, the query sorted. Not an address to visit.</summary>
    public string Key { get; }

    /// <summary>The host in ASCII, lower case, without <c>www.</c> and its like.</summary>
    public string Host { get; }

    /// <summary>As a <see cref="Uri"/>.</summary>
    public Uri ToUri() => new(Value, UriKind.Absolute);

    /// <inheritdoc/>
    public bool Equals(CanonicalUrl? other) => other is not null && string.Equals(Key, other.Key, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Key);

    /// <inheritdoc/>
    public override string ToString() => Value;

    /// <summary>Canonicalizes an absolute address.</summary>
    /// <param name="url">What a feed, a page or a user gave.</param>
    /// <param name="canonical">The canonical form.</param>
    /// <returns>
    /// False for anything that is no <c>http(s)</c> address of a named host, that carries user information, a backslash or a control character,
    /// or is longer than 4,096 characters.
    /// </returns>
    public static bool TryCreate(string? url, [NotNullWhen(true)] out CanonicalUrl? canonical)
    {
        canonical = null;
        if (url is null) return false;
        url = url.Trim();
        if (url.Length is 0 or > LongestUrl || ContainsForbidden(url)) return false;
        return Uri.TryCreate(url, UriKind.Absolute, out var uri) && TryCreate(uri, out canonical);
    }

    /// <summary>Canonicalizes an address that has been parsed already; same rules.</summary>
    public static bool TryCreate(Uri? uri, [NotNullWhen(true)] out CanonicalUrl? canonical)
    {
        canonical = null;
        if (uri is not { IsAbsoluteUri: true } || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps)) return false;
        if (uri.UserInfo.Length > 0 || uri.OriginalString.Length > LongestUrl || ContainsForbidden(uri.OriginalString.AsSpan().Trim())) return false;
        if (AsciiHost(uri) is not { } host) return false;

        if (UrlVariants.PublisherOfCachedPage(host, uri.AbsolutePath) is { } original && TryCreate(original + uri.Query, out canonical)) return true;

        var port = uri.IsDefaultPort ? "" : ":" + uri.Port.ToString(CultureInfo.InvariantCulture);
        var (path, query) = (uri.AbsolutePath, UrlVariants.WithoutTracking(uri.Query));
        var plainHost = uri.HostNameType == UriHostNameType.Dns ? UrlVariants.DesktopHost(host) : host;
        var key = plainHost + port + UrlVariants.ComparablePath(path) + UrlVariants.Sorted(query);
        canonical = new CanonicalUrl(uri.Scheme + "://" + host + port + path + query, key, plainHost);
        return true;
    }

    private static bool ContainsForbidden(ReadOnlySpan<char> url)
    {
        foreach (var c in url)
        {
            if (c == '\\' || char.IsControl(c)) return true;
        }
        return false;
    }

    private static string? AsciiHost(Uri uri)
    {
        string host;
        try
        {
            host = uri.IdnHost;
        }
        catch (UriFormatException)
        {
            return null; // A label that no domain name can have.
        }
        host = host.TrimEnd('.').ToLowerInvariant();
        if (host.Length == 0 || Uri.CheckHostName(host) == UriHostNameType.Unknown) return null;
        return uri.HostNameType == UriHostNameType.IPv6 ? "[" + host + "]" : host;
    }
}
