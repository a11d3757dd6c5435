using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;

namespace NewsMonitor.Fetching;

/// <summary>
/// Says which network addresses may be dialed: those of the public Internet, and those an operator allows by name. Sources: the IANA special-purpose
/// address registries for IPv4 and IPv6. Outside global unicast (2000::/3) IPv6 is refused altogether.
/// </summary>
internal sealed class NetworkGuard
{
    private static readonly ImmutableArray<(IPNetwork Block, string Kind)> Special4 =
    [
        (IPNetwork.Parse("0.0.0.0/8"), "an unspecified address"),
        (IPNetwork.Parse("10.0.0.0/8"), "a private address"),
        (IPNetwork.Parse("100.64.0.0/10"), "a carrier's shared address"),
        (IPNetwork.Parse("127.0.0.0/8"), "a loopback address"),
        (IPNetwork.Parse("169.254.0.0/16"), "a link-local address"),
        (IPNetwork.Parse("172.16.0.0/12"), "a private address"),
        (IPNetwork.Parse("192.0.0.0/24"), "a protocol assignment"),
        (IPNetwork.Parse("192.0.2.0/24"), "a documentation address"),
        (IPNetwork.Parse("192.88.99.0/24"), "a 6to4 relay address"),
        (IPNetwork.Parse("192.168.0.0/16"), "a private address"),
        (IPNetwork.Parse("198.18.0.0/15"), "a benchmarking address"),
        (IPNetwork.Parse("198.51.100.0/24"), "a documentation address"),
        (IPNetwork.Parse("203.0.113.0/24"), "a documentation address"),
        (IPNetwork.Parse("224.0.0.0/4"), "a multicast address"),
        (IPNetwork.Parse("255.255.255.255/32"), "the broadcast address"),
        (IPNetwork.Parse("240.0.0.0/4"), "a reserved address"),
    ];

    private static readonly ImmutableArray<(IPNetwork Block, string Kind)> Special6 =
    [
        (IPNetwork.Parse("::1/128"), "a loopback address"),
        (IPNetwork.Parse("::/128"), "an unspecified address"),
        (IPNetwork.Parse("::/96"), "an IPv4-compatible address"),
        (IPNetwork.Parse("64:ff9b::/96"), "a NAT64 address"),
        (IPNetwork.Parse("64:ff9b:1::/48"), "a NAT64 address"),
        (IPNetwork.Parse("2001::/32"), "a Teredo address"),
        (IPNetwork.Parse("2001::/23"), "a protocol assignment"),
        (IPNetwork.Parse("2001:db8::/32"), "a documentation address"),
        (IPNetwork.Parse("2002::/16"), "a 6to4 address"),
        (IPNetwork.Parse("3fff::/20"), "a documentation address"),
        (IPNetwork.Parse("fc00::/7"), "a private address"),
        (IPNetwork.Parse("fe80::/10"), "a link-local address"),
        (IPNetwork.Parse("fec0::/10"), "a site-local address"),
        (IPNetwork.Parse("ff00::/8"), "a multicast address"),
    ];

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    private readonly ImmutableArray<IPNetwork> _allowed;

    /// <summary>A guard that allows the public Internet and the given blocks.</summary>
    public NetworkGuard(IEnumerable<IPNetwork> allowed) => _allowed = [.. allowed];

    /// <summary>The guard of <see cref="FetchingOptions.AllowedNetworks"/>.</summary>
    /// <exception cref="FormatException">A block is no CIDR block: <see cref="FetchingOptions.Validate"/> was not asked.</exception>
    public static NetworkGuard Of(FetchingOptions options) => new(options.AllowedNetworks.Select(block => IPNetwork.Parse(block)));

    /// <summary>Why this address may not be dialed, as words that follow "is"; null where it may.</summary>
    public string? Objection(IPAddress address)
    {
        // What a mapped address dials is the IPv4 host inside it, so that is what is judged.
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();

        foreach (var block in _allowed)
        {
            if (block.Contains(address))
                return null;
        }

        foreach (var (block, kind) in address.AddressFamily == AddressFamily.InterNetwork ? Special4 : Special6)
        {
            if (block.Contains(address))
                return kind;
        }

        return address.AddressFamily == AddressFamily.InterNetwork || GlobalUnicast.Contains(address) ? null : "no public address";
    }
}
