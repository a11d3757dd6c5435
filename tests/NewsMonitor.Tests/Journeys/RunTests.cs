using System.Net;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using NewsMonitor.Commands;
using NewsMonitor.Tests.Worlds;
using Monitor = NewsMonitor.Tests.Worlds.Monitor;

namespace NewsMonitor.Tests.Journeys;

public sealed class RunTests
{
    [Fact]
    public async Task The_first_start_seeds_writes_a_digest_and_serves_the_page_without_any_network()
    {
        await using var monitor = new Monitor();
        await using var app = RunCommand.Build(monitor.Settings, TimeProvider.System);
        await app.StartAsync(TestContext.Current.CancellationToken);
        var address = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single();
        using var http = new HttpClient { BaseAddress = new Uri(address) };

        var health = await http.GetAsync(new Uri("/healthz", UriKind.Relative), TestContext.Current.CancellationToken);
        var ready = await http.GetAsync(new Uri("/readyz", UriKind.Relative), TestContext.Current.CancellationToken);
        var page = await http.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        var matches = await http.GetStringAsync(new Uri("/api/matches?topic=separatist-recognition", UriKind.Relative), TestContext.Current.CancellationToken);
        var atom = await http.GetStringAsync(new Uri("/matches.atom", UriKind.Relative), TestContext.Current.CancellationToken);
        var metrics = await http.GetStringAsync(new Uri("/metrics", UriKind.Relative), TestContext.Current.CancellationToken);
        await app.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (health.StatusCode, ready.StatusCode));
        Assert.Contains("North Korea recognizes Donetsk and Luhansk", page, StringComparison.Ordinal);
        Assert.Contains("\"recognizer\":\"PRK\"", matches, StringComparison.Ordinal);
        Assert.Contains("<entry>", atom, StringComparison.Ordinal);
        Assert.Contains("newsmonitor_matches_total", metrics, StringComparison.Ordinal);
        Assert.Equal([".html", ".json", ".md", ".txt"], Directory.GetFiles(monitor.DigestFolder).Select(Path.GetExtension).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task SIGTERM_in_the_middle_of_a_round_ends_the_worker_with_exit_code_0_and_leaves_the_item_pending()
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsMacOS())
            Assert.Skip("there is no SIGTERM on this system");
        using var folder = new TemporaryFolder();
        var gate = new Gate();
        await using var site = await StubSite.StartAsync(s => s.On("/shells").Answers(StubAnswer.Page(News.Page("Shells", News.ShellsSentence)).Behind(gate)));
        site.Feed("/rss", News.Rss((site.Url("/shells"), "Shells", "")));
        var program = new NewsMonitorProgram(folder);
        program.Environment["NEWSMONITOR_Feeds__Schedule"] = "* * * * * ?";
        program.Environment["NEWSMONITOR_Web__Urls"] = "http://127.0.0.1:0";
        program.Environment["NEWSMONITOR_Feeds__Opml"] = folder.Write("feeds.opml", $"""<opml version="2.0"><body><outline type="rss" text="Stub" xmlUrl="{site.Url("/rss")}"/></body></opml>""");

        using var worker = program.Start("run");
        var errors = worker.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await gate.Arrived;
        Assert.Equal(0, Kill(worker.Id, 15));
        await worker.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

        Assert.Equal(0, worker.ExitCode);
        Assert.DoesNotMatch(" (error|fatal) ", await errors);
        gate.Open();
        var resumed = await program.RunAsync("poll");
        Assert.Contains("1 pages, 1 new articles, 1 with findings", resumed.Output, StringComparison.Ordinal);
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);
}
