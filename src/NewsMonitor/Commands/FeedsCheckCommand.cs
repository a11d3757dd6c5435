using System.CommandLine;
using NewsMonitor.Fetching;
using NewsMonitor.Subscriptions.Checking;
using NewsMonitor.Subscriptions.Discovery;

namespace NewsMonitor.Commands;

/// <summary><c>feeds check</c>: what an address is and what is wrong with it, ready to be sent to the publisher.</summary>
internal static class FeedsCheckCommand
{
    private static readonly Argument<string> Url = new("URL") { Description = "The address of a feed." };
    private static readonly Option<bool> Json = new("--json") { Description = "The report as JSON." };

    public static Command Create() => FeedsCommand.Verb(
        "check",
        """
        Fetches a feed and says what it is and what is wrong with it, in lines that can be sent to its publisher.

        It is asked for twice, to see whether the server heeds conditional requests. Exit code 1 where it is no feed or not a whole one; of a page, the feeds
        that its site has are listed.
        """,
        "check https://example.org/rss.xml",
        CheckAsync,
        Url,
        Json);

    private static async Task<int> CheckAsync(ParseResult call, IServiceProvider monitor, CancellationToken cancel)
    {
        if (!WebAddress.TryParse(call.GetValue(Url), out var address, out var problem))
        {
            await Console.Error.WriteLineAsync($"{call.GetValue(Url)}: {problem}");
            return CommandLine.WrongCall;
        }

        FeedReport report;
        using (var line = new ProgressLine("checking"))
            report = await monitor.GetRequiredService<FeedChecking>().RunAsync(address, line.Asking(FeedDiscovery.MostRequests), cancel);
        foreach (var line in call.GetValue(Json) ? [FeedReportJson.Of(report)] : FeedReportLines.Of(report))
            await Console.Out.WriteLineAsync(line);
        return report.Failure is null ? CommandLine.Done : CommandLine.Failed;
    }
}
