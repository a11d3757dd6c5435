namespace NewsMonitor.Feeds.Reading;

/// <summary>Addresses as feeds write them become absolute ones.</summary>
internal static class Links
{
    private const int Longest = 4096;

    /// <summary>
    /// The absolute http or https address that a text means, relative to a base. A relative one is kept as it is where no base is known; null
    /// for nothing, for other schemes and for what is longer than 4,096 characters.
    /// </summary>
    public static string? Resolve(ReadOnlySpan<char> text, string? baseAddress)
    {
        text = text.Trim();
        if (text.IsEmpty || text.Length > Longest)
            return null;
        if (text.IndexOfAny("\r\n\t") >= 0)
            return Resolve(string.Concat(text.ToString().Split('\r', '\n', '\t')), baseAddress);
        if (IsAbsolute(text))
            return text.ToString();
        if (HasScheme(text))
            return null;
        if (baseAddress is null || !Uri.TryCreate(baseAddress, UriKind.Absolute, out var from))
            return text.ToString();
        return Uri.TryCreate(from, text.ToString(), out var resolved) && (resolved.Scheme == Uri.UriSchemeHttp || resolved.Scheme == Uri.UriSchemeHttps)
            ? resolved.AbsoluteUri
            : null;
    }

    /// <summary>Whether a text is an http or https address in full.</summary>
    public static bool IsAbsolute(ReadOnlySpan<char> text) =>
        text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a text begins with the name of a scheme (RFC 3986, section 3.1).</summary>
    public static bool HasScheme(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOf(':');
        if (colon <= 0 || !char.IsAsciiLetter(text[0]))
            return false;
        foreach (var c in text[..colon])
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.'))
                return false;
        }
        return true;
    }
}
