using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using NewsMonitor.Fetching;
using NewsMonitor.Tests.Worlds;

namespace NewsMonitor.Tests.Fetching;

public sealed class SecureHttpTests
{
    private const string Host = "news.example";

    [Theory]
    [InlineData(HttpProtocols.Http1AndHttp2, "HTTP/2")]
    [InlineData(HttpProtocols.Http1, "HTTP/1.1")]
    public async Task A_secure_site_is_spoken_to_in_the_newest_version_that_both_know(HttpProtocols spoken, string protocol)
    {
        using var certificate = Certificate();
        await using var site = await StartAsync(certificate, spoken);
        using var world = new FetchWorld(transport: Trusting(certificate));

        var fetched = Assert.IsType<FetchOutcome.Fetched>(await world.FeedAsync($"https://{Host}:{new Uri(site.Urls.Single()).Port}/rss"));

        Assert.Equal(protocol, System.Text.Encoding.UTF8.GetString(fetched.Body.Span));
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_refused()
    {
        using var certificate = Certificate();
        await using var site = await StartAsync(certificate, HttpProtocols.Http1AndHttp2);
        using var world = new FetchWorld();

        var failed = Assert.IsType<FetchOutcome.Failed>(await world.FeedAsync($"https://{Host}:{new Uri(site.Urls.Single()).Port}/rss"));

        Assert.Equal(FetchFailure.Tls, failed.Failure);
    }

    private static HttpMessageInvoker Trusting(X509Certificate2 certificate)
    {
        var trusted = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        trusted.CustomTrustStore.Add(certificate);
        return GuardedTransport.Create(NetworkGuard.Of(FetchWorld.Loopback), (_, _) => Task.FromResult<IReadOnlyList<IPAddress>>([IPAddress.Loopback]), TimeProvider.System, trusted);
    }

    // Answers with the version it was spoken to in.
    private static async Task<WebApplication> StartAsync(X509Certificate2 certificate, HttpProtocols protocols)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = protocols;
            listen.UseHttps(certificate);
        }));
        var app = builder.Build();
        app.Run(context => context.Response.WriteAsync(context.Request.Protocol));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={Host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(Host);
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}
