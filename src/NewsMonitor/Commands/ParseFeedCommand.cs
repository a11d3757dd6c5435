using System.CommandLine;
using NewsMonitor.Commands.JsonLines;
using NewsMonitor.Feeds;

namespace NewsMonitor.Commands;

/// <summary><c>parse-feed</c>: feed bytes in, entries out.</summary>
internal static class ParseFeedCommand
{
    private static readonly Argument<string[]> Files = new("FILE") { Description = "A feed, or JSON Lines with --jsonl; - or nothing reads standard input.", Arity = ArgumentArity.ZeroOrMore };
    private static readonly Option<bool> JsonLines = new("--jsonl") { Description = "One JSON object a line in and out." };

    public static Command Create()
    {
        var command = new Command("parse-feed", "Reads a feed of any format and prints its entries.\n\nExample:\n  newsmonitor parse-feed feed.xml") { Files, JsonLines };
        command.SetAction(ExecuteAsync);
        return command;
    }

    private static Task<int> ExecuteAsync(ParseResult call, CancellationToken cancel)
    {
        var files = call.GetValue(Files) ?? [];
        return call.GetValue(JsonLines)
            ? JsonLinesLoop.RunAsync(files, (line, _) => Task.FromResult(ParseFeedLine.Answer(line)), cancel)
            : InputFiles.EachAsync(files, DescribeAsync, cancel);
    }

    private static async Task DescribeAsync(byte[] bytes, TextWriter output)
    {
        var reading = FeedReader.Read(bytes, new FeedHeaders(), url: null);
        if (reading is FeedReading.NotAFeed { Sentence: var sentence })
        {
            await output.WriteLineAsync(sentence);
            return;
        }

        var feed = ((FeedReading.Parsed)reading).Feed;
        await output.WriteLineAsync($"{feed.Format}: {feed.Title}\n{feed.Link}");
        foreach (var item in feed.Items)
            await output.WriteLineAsync($"{(item.Published ?? item.Updated)?.ToString() ?? "undated",-26} {item.Title}\n{"",-26} {item.Link}");
    }
}
