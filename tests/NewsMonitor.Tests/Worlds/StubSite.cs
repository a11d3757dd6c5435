using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace NewsMonitor.Tests.Worlds;

/// <summary>
/// A web site on 127.0.0.1 that answers as scripted and remembers what it was asked. A path without a script answers 404; robots.txt does too, unless
/// scripted.
/// </summary>
internal sealed class StubSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, StubRoute> _routes;
    private readonly ConcurrentQueue<StubRequest> _requests = new();
    private readonly SemaphoreSlim _arrivals = new(0);

    private StubSite(WebApplication app, ConcurrentDictionary<string, StubRoute> routes)
    {
        _app = app;
        _routes = routes;
    }

    /// <summary>The port it listens on.</summary>
    public int Port { get; private set; }

    /// <summary>The site's address, without a final slash.</summary>
    public string Origin => OriginAs("127.0.0.1");

    /// <summary>The paths that are scripted, in ordinal order.</summary>
    public IReadOnlyList<string> Paths => [.. _routes.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Every request so far, in order of arrival.</summary>
    public ImmutableArray<StubRequest> Requests => [.. _requests];

    /// <summary>Starts a site.</summary>
    /// <param name="script">Its first answers; more can be added while it runs.</param>
    public static async Task<StubSite> StartAsync(Action<StubSite>? script = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MinResponseDataRate = null;
        });

        var site = new StubSite(builder.Build(), new ConcurrentDictionary<string, StubRoute>(StringComparer.Ordinal));
        script?.Invoke(site);
        site._app.Run(site.AnswerAsync);
        await site._app.StartAsync();
        var listening = site._app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>();
        site.Port = new Uri(listening.Addresses.Single()).Port;
        return site;
    }

    /// <summary>The full address of a path.</summary>
    public string Url(string path) => Origin + path;

    /// <summary>The site's address under another host name, for tests whose resolver leads it here.</summary>
    public string OriginAs(string host) => $"http://{host}:{Port}";

    /// <summary>The script of a path (and query, where it has one).</summary>
    public StubRoute On(string path) => _routes.GetOrAdd(path, _ => new StubRoute());

    /// <summary>Scripts a feed.</summary>
    public StubRoute Feed(string path, string xml = "<rss version=\"2.0\"><channel><title>Stub</title></channel></rss>") =>
        On(path).Answers(StubAnswer.Feed(xml));

    /// <summary>Scripts a page.</summary>
    public StubRoute Page(string path, string html = "<!DOCTYPE html><title>Stub</title><p>Stub</p>") => On(path).Answers(StubAnswer.Page(html));

    /// <summary>The requests to a path, in order of arrival.</summary>
    public ImmutableArray<StubRequest> RequestsTo(string path) => [.. _requests.Where(request => request.Path == path)];

    /// <summary>Completes once this many requests have arrived in all.</summary>
    public async Task UntilRequestsAsync(int count)
    {
        while (_requests.Count < count)
            await _arrivals.WaitAsync(TestContext.Current.CancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
        _arrivals.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path + context.Request.QueryString;
        using var body = new StreamReader(context.Request.Body);
        _requests.Enqueue(new StubRequest(path, context.Request.Method, context.Request.Host.Value ?? "",
            context.Request.Headers.ToImmutableDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase))
        {
            Body = await body.ReadToEndAsync(context.RequestAborted),
        });
        _arrivals.Release();
        try
        {
            await (_routes.TryGetValue(path, out var route) ? route.Next() : StubAnswer.Status(404)).WriteAsync(context);
        }
        catch (Exception error) when (error is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested)
        {
            context.Abort(); // the client hung up, as many tests want it to
        }
    }
}

/// <summary>A request as it arrived.</summary>
/// <param name="Path">Path and query.</param>
/// <param name="Method">The method.</param>
/// <param name="Host">The <c>Host</c> header.</param>
/// <param name="Headers">All headers; several lines of one are joined by commas.</param>
internal sealed record StubRequest(string Path, string Method, string Host, ImmutableDictionary<string, string> Headers)
{
    /// <summary>What was posted, as text; empty for what carries nothing.</summary>
    public string Body { get; init; } = "";
}

/// <summary>The script of one path.</summary>
internal sealed class StubRoute
{
    private readonly Lock _lock = new();
    private ImmutableArray<StubAnswer> _answers = [StubAnswer.Status(404)];
    private int _next;

    /// <summary>Gives these answers one after another; the last one is repeated.</summary>
    public StubRoute Answers(params ImmutableArray<StubAnswer> answers)
    {
        lock (_lock)
            (_answers, _next) = (answers, 0);
        return this;
    }

    /// <summary>Answers with a status.</summary>
    public StubRoute Answers(int status, string? retryAfter = null) => Answers(StubAnswer.Status(status, retryAfter));

    /// <summary>Adds a header to every answer scripted so far.</summary>
    public StubRoute Header(string name, string value)
    {
        lock (_lock)
        {
            foreach (var answer in _answers)
                answer.Header(name, value);
        }

        return this;
    }

    /// <summary>The next answer of the script.</summary>
    public StubAnswer Next()
    {
        lock (_lock)
        {
            var answer = _answers[Math.Min(_next, _answers.Length - 1)];
            _next++;
            return answer;
        }
    }
}
