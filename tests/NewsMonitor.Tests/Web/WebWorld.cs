using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using NewsMonitor.Digests;
using NewsMonitor.Matches;
using NewsMonitor.Subscriptions;
using NewsMonitor.Tests.Digests;
using NewsMonitor.Web;

namespace NewsMonitor.Tests.Web;

/// <summary>The pages served on loopback over handed-in values, and a client that asks for them.</summary>
internal sealed class WebWorld : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly PrometheusText metrics = new(_ => false);
    private readonly HttpClient client;

    private WebWorld(WebApplication app)
    {
        this.app = app;
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(30) };
    }

    /// <summary>What the pages asked for, in order.</summary>
    public List<MatchQuery> Asked { get; } = [];

    public IReadOnlyList<StoredMatch> Matches { get; set; } = SampleDigests.BusyMaterial().Reports;

    public IReadOnlyList<FeedStatus> Feeds { get; set; } = SampleDigests.BusyMaterial().Feeds;

    public Digest? Last { get; set; } = SampleDigests.Busy();

    public Readiness Readiness { get; set; } = new(true, [new ReadinessCheck("database", true, "writable")]);

    public static async Task<WebWorld> StartAsync(string? token = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var served = builder.Build();
        var world = new WebWorld(served);
        WebEndpoints.Map(served, world.View(), new WebOptions("http://127.0.0.1:0", token), world.metrics);
        await served.StartAsync();
        return world;
    }

    /// <summary>Asks for a path; the host is what the request claims to be for.</summary>
    public async Task<(HttpResponseMessage Response, string Body)> GetAsync(string path, string? bearer = null, string? host = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, app.Urls.Single() + path);
        if (bearer is not null)
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {bearer}");
        if (host is not null)
            request.Headers.Host = host;
        var response = await client.SendAsync(request);
        return (response, await response.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
        metrics.Dispose();
    }

    private MonitorView View() => new(
        (query, _) =>
        {
            Asked.Add(query);
            return Task.FromResult(Matches);
        },
        _ => Task.FromResult(Feeds),
        [TopicNames.Support, TopicNames.Recognition],
        _ => Task.FromResult(Last),
        (name, _) => Task.FromResult(name == Last?.Name ? Last : null),
        (_, _) => Task.FromResult<IReadOnlyList<string>>(["2026-11-24", "2026-11-23"]),
        () => SampleDigests.Day.Until,
        _ => Task.FromResult(Readiness));
}
