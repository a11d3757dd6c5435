namespace NewsMonitor.Web;

/// <summary>The section <c>Web</c> of the configuration.</summary>
/// <param name="Urls">Where the pages are served; without a token all of them are loopback addresses, which is checked at start.</param>
/// <param name="Token">What a caller must show, or null on a loopback address.</param>
internal sealed record WebOptions(string Urls, string? Token)
{
    /// <summary>Without the token, which a log line would otherwise hold.</summary>
    public override string ToString() => $"{Urls} ({(Token is null ? "no token" : "with a token")})";
}
