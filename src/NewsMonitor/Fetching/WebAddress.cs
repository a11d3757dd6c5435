using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;

namespace NewsMonitor.Fetching;

/// <summary>
/// An http or https address in the one form that is checked and fetched: host in lower-case ASCII without a trailing dot, numeric hosts as plain IP
/// addresses, no user information, no fragment. What cannot be brought into that form without guessing is refused.
/// </summary>
internal sealed record WebAddress
{
    private const int MaxLength = 8192;
    private const int MaxHostLength = 253;

    private WebAddress(Uri uri, IPAddress? literal)
    {
        Uri = uri;
        Literal = literal;
    }

    /// <summary>The address as requested.</summary>
    public Uri Uri { get; }

    /// <summary>The host where it is written as an IP address; null where it is a name.</summary>
    public IPAddress? Literal { get; }

    /// <summary>The host: a lower-case ASCII name, or an IP address (IPv6 in brackets).</summary>
    public string Host => Uri.Host;

    /// <summary>Scheme, host and port: what a robots.txt holds for.</summary>
    public string Origin => Uri.GetLeftPart(UriPartial.Authority);

    /// <summary>Whether it is fetched over TLS.</summary>
    public bool IsSecure => Uri.Scheme == Uri.UriSchemeHttps;

    /// <summary>The address for a reader, without its query: queries carry keys and tokens.</summary>
    public string Display => OneLine.Of(Uri.GetLeftPart(UriPartial.Path));

    /// <summary>Two addresses are equal where they ask for the same thing.</summary>
    public bool Equals(WebAddress? other) => other is not null && string.Equals(Uri.AbsoluteUri, other.Uri.AbsoluteUri, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Uri.AbsoluteUri);

    /// <summary>The full address, query included.</summary>
    public override string ToString() => Uri.AbsoluteUri;

    /// <summary>Reads an absolute address.</summary>
    /// <param name="text">The address as written; surrounding white space and line breaks inside are ignored, as browsers do.</param>
    /// <param name="address">The address, where it can be used.</param>
    /// <param name="problem">One line that says why not, where it cannot.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out WebAddress? address, [NotNullWhen(false)] out string? problem) =>
        TryRead(null, text, out address, out problem);

    /// <summary>Reads an address that may be relative to this one, as in a <c>Location</c> header.</summary>
    public bool TryResolve(string? reference, [NotNullWhen(true)] out WebAddress? address, [NotNullWhen(false)] out string? problem) =>
        TryRead(Uri, reference, out address, out problem);

    private static bool TryRead(Uri? origin, string? text, [NotNullWhen(true)] out WebAddress? address, [NotNullWhen(false)] out string? problem)
    {
        address = null;
        problem = null;
        var written = WithoutBreaks((text ?? "").Trim());

        if (written.Length == 0)
            problem = "the address is empty";
        else if (written.Length > MaxLength)
            problem = $"the address is longer than {MaxLength} characters";
        else if (written.Contains('\\', StringComparison.Ordinal))
            problem = "the address has a backslash, which programs read differently";
        else if (written.AsSpan().ContainsAnyInRange('\0', '\x1f') || written.AsSpan().ContainsAnyInRange('\x7f', '\x9f'))
            problem = "the address has a control character";
        else if (!TryMakeAbsolute(origin, written, out var uri))
            problem = "the address cannot be read: write it in full, with http:// or https://";
        else if (uri.Scheme is not ("http" or "https"))
            problem = $"the scheme \"{OneLine.Of(uri.Scheme)}\" is not fetched: only http and https are";
        else if (uri.UserInfo.Length > 0 || Authority(uri).Contains('@', StringComparison.Ordinal))
            problem = "the address carries a user name, which is not sent";
        else if (!TryReadHost(uri, out var host, out var literal))
            problem = "the host name cannot be read";
        else if (uri.Port is <= 0 or > ushort.MaxValue)
            problem = "the port is not between 1 and 65535";
        else
            address = new WebAddress(Rebuild(uri, host), literal);

        return problem is null;
    }

    private static string WithoutBreaks(string text) =>
        text.AsSpan().ContainsAny('\t', '\r', '\n') ? string.Concat(text.Split('\t', '\r', '\n')) : text;

    // On Unix "/path" reads as an absolute file: address, so relative references are told by their beginning, not by Uri's opinion.
    private static bool IsSchemeless(string written) => written[0] is '/' or '?' or '#' or '.';

    private static bool TryMakeAbsolute(Uri? origin, string written, [NotNullWhen(true)] out Uri? uri)
    {
        if (!IsSchemeless(written) && Uri.TryCreate(written, UriKind.Absolute, out uri))
            return true;
        uri = null;
        return origin is not null && Uri.TryCreate(origin, written, out uri);
    }

    private static string Authority(Uri uri) => uri.GetComponents(UriComponents.UserInfo | UriComponents.Host, UriFormat.UriEscaped);

    private static Uri Rebuild(Uri uri, string host)
    {
        var port = uri.IsDefaultPort ? "" : ":" + uri.Port.ToString(CultureInfo.InvariantCulture);
        return new Uri($"{uri.Scheme}://{host}{port}{uri.PathAndQuery}", UriKind.Absolute);
    }

    private static bool TryReadHost(Uri uri, out string host, out IPAddress? literal)
    {
        literal = null;
        host = uri.IdnHost.ToLowerInvariant();
        if (uri.HostNameType == UriHostNameType.IPv6)
        {
            if (uri.DnsSafeHost.Contains('%', StringComparison.Ordinal) || !IPAddress.TryParse(host, out literal))
                return false; // a zone says which of this machine's links to use: nothing of the web's
            host = $"[{literal}]";
            return true;
        }

        if (host.EndsWith('.'))
            host = host[..^1];
        if (host.Length is 0 or > MaxHostLength || !host.Split('.').All(IsLabel))
            return false;
        if (!NumericHost.EndsInNumber(host))
            return true;
        if (!NumericHost.TryRead(host, out literal))
            return false;
        host = literal.ToString();
        return true;
    }

    private static bool IsLabel(string label) => label.Length is > 0 and <= 63 && label.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
