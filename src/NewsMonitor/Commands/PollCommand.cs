using System.CommandLine;
using System.Text.Json;
using NewsMonitor.Pipeline;

namespace NewsMonitor.Commands;

/// <summary><c>poll</c>: one round of what is due, until all of it is saved.</summary>
internal static class PollCommand
{
    private static readonly JsonSerializerOptions Form = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Option<bool> All = new("--all") { Description = "Every feed, due or not." };
    private static readonly Option<string?> Feed = new("--feed") { Description = "This feed alone, due or not.", HelpName = "URL" };
    private static readonly Option<bool> FeedsOnly = new("--feeds-only") { Description = "Record what is new and leave its pages to the next round." };
    private static readonly Option<bool> Json = new("--json") { Description = "The summary as JSON." };

    public static Command Create()
    {
        var command = new Command("poll", "Polls the feeds that are due, fetches, extracts, detects, saves, and prints a summary.\n\nExample:\n  newsmonitor poll --all --json") { All, Feed, FeedsOnly, Json };
        command.SetAction((call, cancel) => Session.RunAsync(call, (monitor, stop) => ExecuteAsync(call, monitor, stop), cancel));
        return command;
    }

    private static async Task<int> ExecuteAsync(ParseResult call, IServiceProvider monitor, CancellationToken cancel)
    {
        monitor.GetRequiredService<SubscriptionSync>().Run();
        var round = monitor.GetRequiredService<PollRound>();
        if (call.GetValue(Feed) is { } url && !round.Knows(url))
        {
            await Console.Error.WriteLineAsync($"--feed {url}: not subscribed; `newsmonitor feeds list` shows what is");
            return CommandLine.WrongCall;
        }

        using var bar = new ProgressLine("polling");
        var scope = call.GetValue(Feed) is { } one ? new PollScope.One(one) : call.GetValue(All) ? new PollScope.Everything() : (PollScope)new PollScope.Due();
        var summary = await round.RunAsync(scope, new Told<RoundStep>(step => bar.Show(step.Done, step.All, step.What)), cancel, call.GetValue(FeedsOnly));
        bar.Clear();
        await Console.Out.WriteLineAsync(call.GetValue(Json) ? JsonSerializer.Serialize(summary, Form) : Words(summary));
        foreach (var trouble in call.GetValue(Json) ? [] : summary.Trouble)
            await Console.Error.WriteLineAsync($"{trouble.Feed}: {trouble.Reason}");
        return CommandLine.Done;
    }

    private static string Words(RoundSummary summary) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{summary.Feeds} feeds due, {summary.Polled} polled ({summary.NotModified} not modified, {summary.Failed} failed), {summary.ItemsNew} new items, {summary.Pages} pages, {summary.Articles} new articles, {summary.Matches} with findings, {summary.Seconds:0.0} s");
}
