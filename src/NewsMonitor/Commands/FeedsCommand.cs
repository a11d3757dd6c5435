using System.CommandLine;
using System.Globalization;
using NewsMonitor.Pipeline;
using NewsMonitor.Storage;
using NewsMonitor.Subscriptions;

namespace NewsMonitor.Commands;

/// <summary><c>feeds</c>: what is subscribed, and how it fares.</summary>
internal static class FeedsCommand
{
    private static readonly Argument<string> Url = new("URL") { Description = "The feed's address." };
    private static readonly Argument<string> OpmlFile = new("FILE") { Description = "An OPML file." };

    public static Command Create() => new("feeds", "The feeds: list, add, remove, import and export as OPML, check one.\n\nExample:\n  newsmonitor feeds check https://example.org/rss.xml")
    {
        Verb("list", "Lists the feeds and how they fare: what is wrong, since when, and what can be done about it.", "list --json", FeedsListing.PrintAsync, FeedsListing.Json),
        FeedsAddCommand.Create(),
        Verb("remove", "Unsubscribes from a feed; what was saved from it stays.", "remove https://example.org/rss.xml", RemoveAsync, Url),
        Verb("import", "Subscribes to the feeds of an OPML file.", "import feeds.opml", ImportAsync, OpmlFile),
        Verb("export", "Prints the feeds as OPML.", "export > feeds.opml", (_, monitor, _) => ExportAsync(monitor)),
        FeedsCheckCommand.Create(),
    };

    /// <summary>A verb under <c>feeds</c>: with the feeds of the OPML file in step before it works.</summary>
    public static Command Verb(string name, string description, string example, Func<ParseResult, IServiceProvider, CancellationToken, Task<int>> work, params Symbol[] parts)
    {
        var command = new Command(name, $"{description}\n\nExample:\n  newsmonitor feeds {example}");
        foreach (var part in parts)
        {
            if (part is Argument argument)
                command.Arguments.Add(argument);
            else if (part is Option option)
                command.Options.Add(option);
        }

        command.SetAction((call, cancel) => Session.RunAsync(
            call,
            (monitor, stop) =>
            {
                monitor.GetRequiredService<SubscriptionSync>().Run();
                return work(call, monitor, stop);
            },
            cancel));
        return command;
    }

    private static async Task<int> RemoveAsync(ParseResult call, IServiceProvider monitor, CancellationToken cancel)
    {
        if (monitor.GetRequiredService<FeedStore>().Remove(call.GetValue(Url)!))
        {
            await Console.Out.WriteLineAsync($"unsubscribed from {call.GetValue(Url)}");
            return CommandLine.Done;
        }

        await Console.Error.WriteLineAsync($"{call.GetValue(Url)}: not subscribed; `newsmonitor feeds list` shows what is");
        return CommandLine.Failed;
    }

    private static async Task<int> ImportAsync(ParseResult call, IServiceProvider monitor, CancellationToken cancel)
    {
        var path = call.GetValue(OpmlFile)!;
        if (!File.Exists(path))
        {
            await Console.Error.WriteLineAsync($"{path}: the file does not exist");
            return CommandLine.WrongCall;
        }

        OpmlDocument document;
        await using (var file = File.OpenRead(path))
            document = Opml.Read(file);
        foreach (var problem in document.Problems)
            await Console.Error.WriteLineAsync($"{path}:{problem.Line.ToString(CultureInfo.InvariantCulture)}: {problem.Subject} {problem.Reason}");
        var changed = monitor.GetRequiredService<FeedStore>().Add(document.Entries, FeedOrigin.User, monitor.GetRequiredService<TimeProvider>().GetUtcNow());
        await Console.Out.WriteLineAsync($"{document.Entries.Length} feeds read, {changed} added or changed");
        return document.Problems.IsEmpty ? CommandLine.Done : CommandLine.Failed;
    }

    private static async Task<int> ExportAsync(IServiceProvider monitor)
    {
        await using var output = Console.OpenStandardOutput();
        Opml.Write(output, "NewsMonitor feeds", monitor.GetRequiredService<FeedStore>().Entries());
        output.WriteByte((byte)'\n');
        return CommandLine.Done;
    }
}
