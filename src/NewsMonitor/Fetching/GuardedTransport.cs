using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace NewsMonitor.Fetching;

/// <summary>Finds the addresses of a host name.</summary>
/// <exception cref="SocketException">The name is unknown, or the resolver cannot be asked.</exception>
internal delegate Task<IReadOnlyList<IPAddress>> HostResolver(string host, CancellationToken cancel);

/// <summary>
/// Opens connections only to addresses that a <see cref="NetworkGuard"/> allows. The decision falls on the address that is dialed, so a name that
/// resolves differently the second time gains nothing. No proxy, no cookies, no redirects, no decompression: those are decided by the caller.
/// </summary>
internal static class GuardedTransport
{
    // One dead address of several must not eat the deadline of the whole fetch.
    private static readonly TimeSpan DialTimeout = TimeSpan.FromSeconds(5);

    // A request gives up at its own deadline; this ends the attempt that it leaves behind.
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(30);

    /// <summary>The system's resolver.</summary>
    public static HostResolver SystemResolver { get; } = async (host, cancel) => await Dns.GetHostAddressesAsync(host, cancel);

    /// <summary>A transport for the life of the process.</summary>
    /// <param name="guard">What may be dialed.</param>
    /// <param name="resolver">Who says where a name lives.</param>
    /// <param name="time">The clock of dialing deadlines.</param>
    /// <param name="trusted">The certificates to trust; null for those the system trusts.</param>
    public static HttpMessageInvoker Create(NetworkGuard guard, HostResolver resolver, TimeProvider time, X509ChainPolicy? trusted = null) => new(
        new SocketsHttpHandler
        {
            SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = trusted },
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            UseProxy = false,
            ConnectTimeout = ConnectTimeout,
            MaxResponseHeadersLength = 64,
            MaxResponseDrainSize = 64 * 1024,
            ResponseDrainTimeout = TimeSpan.FromSeconds(1),
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
            ConnectCallback = async (context, cancel) => await ConnectAsync(context.DnsEndPoint, guard, resolver, time, cancel),
        },
        disposeHandler: true);

    private static async Task<Stream> ConnectAsync(DnsEndPoint target, NetworkGuard guard, HostResolver resolver, TimeProvider time, CancellationToken cancel)
    {
        IReadOnlyList<IPAddress> addresses = IPAddress.TryParse(target.Host, out var literal) ? [literal] : await resolver(target.Host, cancel);
        AddressRefusedException? refused = null;
        SocketException? unreachable = null;

        foreach (var address in addresses)
        {
            if (guard.Objection(address) is { } objection)
            {
                refused = new AddressRefusedException(target.Host, address, objection);
                continue;
            }

            try
            {
                return await DialAsync(new IPEndPoint(address, target.Port), time, cancel);
            }
            catch (SocketException error)
            {
                unreachable = error;
            }
        }

        throw unreachable ?? (Exception?)refused ?? new SocketException((int)SocketError.HostNotFound);
    }

    private static async Task<Stream> DialAsync(IPEndPoint endpoint, TimeProvider time, CancellationToken cancel)
    {
        using var deadline = new CancellationTokenSource(DialTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancel);
        var socket = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(endpoint, either.Token);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            socket.Dispose();
            throw new SocketException((int)SocketError.TimedOut);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>No address of a host may be dialed.</summary>
internal sealed class AddressRefusedException(string host, IPAddress address, string objection)
    : IOException($"{OneLine.Of(host)} is refused: {address} is {objection}");
