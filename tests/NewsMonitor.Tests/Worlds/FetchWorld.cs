using System.Net;
using NewsMonitor.Fetching;

namespace NewsMonitor.Tests.Worlds;

/// <summary>A fetcher on a manual clock, whose names all lead to loopback, which is allowed, unless a test says otherwise.</summary>
internal sealed class FetchWorld : IDisposable
{
    private static readonly HostResolver EveryoneAtHome = (_, _) => Task.FromResult<IReadOnlyList<IPAddress>>([IPAddress.Loopback]);

    private readonly HttpMessageInvoker _transport;

    public FetchWorld(FetchingOptions? options = null, HostResolver? resolver = null, HttpMessageInvoker? transport = null)
    {
        Options = options ?? Loopback;
        var guard = NetworkGuard.Of(Options);
        Politeness = new HostPoliteness(Clock, Options);
        _transport = transport ?? GuardedTransport.Create(guard, resolver ?? EveryoneAtHome, Clock);
        Fetcher = new Fetcher(Options, guard, Politeness, _transport, Clock);
    }

    /// <summary>Options that fetch from loopback without delay.</summary>
    public static FetchingOptions Loopback { get; } = new() { AllowedNetworks = ["127.0.0.0/8"], PerHostDelay = TimeSpan.Zero };

    public ManualTimeProvider Clock { get; } = new();

    public FetchingOptions Options { get; }

    public HostPoliteness Politeness { get; }

    public Fetcher Fetcher { get; }

    public Task<FetchOutcome> FeedAsync(string url, string? etag = null, string? lastModified = null) =>
        Fetcher.FetchAsync(new FetchRequest(Address(url), FetchPurpose.Feed, etag, lastModified), TestContext.Current.CancellationToken);

    public Task<FetchOutcome> PageAsync(string url) =>
        Fetcher.FetchAsync(new FetchRequest(Address(url), FetchPurpose.Page), TestContext.Current.CancellationToken);

    public static WebAddress Address(string url)
    {
        Assert.True(WebAddress.TryParse(url, out var address, out var problem), problem);
        return address;
    }

    public void Dispose()
    {
        Fetcher.Dispose();
        _transport.Dispose();
        Politeness.Dispose();
    }
}
