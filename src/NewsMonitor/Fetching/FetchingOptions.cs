namespace NewsMonitor.Fetching;

/// <summary>Manners and bounds of every request: the configuration keys <c>Fetching:*</c>, which are checked where they are read.</summary>
internal sealed record FetchingOptions
{
    /// <summary>The <c>User-Agent</c> sent with every request: a product name and where a publisher can reach whoever runs it.</summary>
    public string UserAgent { get; init; } = "NewsMonitor/0.1 (+https://newsmonitor.example/contact)";

    /// <summary>The least time between the starts of two requests to one host.</summary>
    public TimeSpan PerHostDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The most requests to one host at a time.</summary>
    public int PerHostConnections { get; init; } = 2;

    /// <summary>The most requests at a time over all hosts.</summary>
    public int MaxConcurrency { get; init; } = 32;

    /// <summary>
    /// How long a fetch may take in all, from the first byte sent to the last received, over all redirects; waiting for a host's turn is not counted.
    /// </summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The most bytes of a body, after decompression.</summary>
    public long MaxBytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>Whether pages that a host's robots.txt excludes are left alone. Feeds are published for machines and are not asked about.</summary>
    public bool RespectRobots { get; init; } = true;

    /// <summary>CIDR blocks of addresses that may be fetched although they are private, loopback or otherwise special.</summary>
    public IReadOnlyList<string> AllowedNetworks { get; init; } = [];

    /// <summary>Whether a value can stand in a <c>User-Agent</c> header and names a product.</summary>
    public static bool IsUserAgent(string value)
    {
        using var probe = new HttpRequestMessage();
        return !string.IsNullOrWhiteSpace(value) && value.All(c => c is >= ' ' and <= '~') && probe.Headers.UserAgent.TryParseAdd(value)
            && probe.Headers.UserAgent.First() is { Product: not null };
    }
}
