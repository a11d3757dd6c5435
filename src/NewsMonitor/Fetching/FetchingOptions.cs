using System.Globalization;
using System.Net;

namespace NewsMonitor.Fetching;

/// <summary>Manners and bounds of every request: the configuration keys <c>Fetching:*</c>.</summary>
internal sealed record FetchingOptions
{
    /// <summary>The configuration section these options are read from.</summary>
    public const string Section = "Fetching";

    private static readonly TimeSpan LongestDelay = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromMinutes(10);

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

    /// <summary>Everything that is wrong with these options; empty where nothing is.</summary>
    public IReadOnlyList<OptionProblem> Validate()
    {
        List<OptionProblem> problems = [];

        void Require(bool holds, string key, object value, string mend)
        {
            if (!holds)
                problems.Add(new OptionProblem($"{Section}:{key}", OneLine.Of(Convert.ToString(value, CultureInfo.InvariantCulture)), mend));
        }

        Require(IsUserAgent(UserAgent), nameof(UserAgent), UserAgent,
            "name a product, a version and a contact, such as \"NewsMonitor/0.1 (+https://example.org/contact)\"");
        Require(PerHostDelay >= TimeSpan.Zero && PerHostDelay <= LongestDelay, nameof(PerHostDelay), PerHostDelay, "use a duration from 00:00:00 to 01:00:00");
        Require(PerHostConnections is >= 1 and <= 100, nameof(PerHostConnections), PerHostConnections, "use a number from 1 to 100");
        Require(MaxConcurrency is >= 1 and <= 1000, nameof(MaxConcurrency), MaxConcurrency, "use a number from 1 to 1000");
        Require(Timeout > TimeSpan.Zero && Timeout <= LongestTimeout, nameof(Timeout), Timeout, "use a duration above 00:00:00, at most 00:10:00");
        Require(MaxBytes is >= 1024 and <= 1024 * 1024 * 1024, nameof(MaxBytes), MaxBytes, "use a number of bytes from 1024 to 1073741824");
        foreach (var block in AllowedNetworks)
        {
            Require(IPNetwork.TryParse(block, out _), nameof(AllowedNetworks), block,
                "write a CIDR block such as 10.0.0.0/8 or fd00::/8");
        }

        return problems;
    }

    private static bool IsUserAgent(string value)
    {
        using var probe = new HttpRequestMessage();
        return !string.IsNullOrWhiteSpace(value) && value.All(c => c is >= ' ' and <= '~') && probe.Headers.UserAgent.TryParseAdd(value)
            && probe.Headers.UserAgent.First() is { Product: not null };
    }
}

/// <summary>A value of the configuration that cannot be used.</summary>
/// <param name="Key">The full key, such as <c>Fetching:Timeout</c>.</param>
/// <param name="Value">The value found there, on one line.</param>
/// <param name="Mend">What to write instead.</param>
internal sealed record OptionProblem(string Key, string Value, string Mend);
