using System.CommandLine;
using System.Globalization;
using NewsMonitor.Commands.JsonLines;
using NewsMonitor.Detection;
using NewsMonitor.Matches;
using NewsMonitor.Storage;
using NewsMonitor.Stories;
using NewsMonitor.Stories.Reading;
using NewsMonitor.Text.Languages;

namespace NewsMonitor.Commands;

/// <summary><c>stories</c>: reports of one event together; what an analyst joins and splits stays so.</summary>
internal static class StoriesCommand
{
    private static readonly Option<string?> Since = new("--since") { Description = "Stories with a report on or after this day or time, UTC.", HelpName = "D" };
    private static readonly Option<string> Format = new Option<string>("--format") { Description = "How to print.", DefaultValueFactory = _ => "table" }.AcceptOnlyFromAmong("table", "jsonl");
    private static readonly Option<string?> JsonLines = new("--jsonl")
    {
        Description = "Groups the reports of a file, one JSON object a line in order of publication, without a store; - or nothing reads standard input.",
        HelpName = "FILE",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static Command Create()
    {
        var command = new Command("stories", "Stories with their sources, who told them first, and who copied whom.\n\nExample:\n  newsmonitor stories --since 2026-11-01") { Since, Format, JsonLines };
        command.SetAction((call, cancel) => Session.RunAsync(call, (monitor, stop) => ExecuteAsync(call, monitor, stop), cancel));
        command.Subcommands.Add(Join());
        command.Subcommands.Add(Split());
        return command;
    }

    private static Command Join()
    {
        var into = new Argument<long>("A") { Description = "The story that stays." };
        var from = new Argument<long>("B") { Description = "The story whose reports go into it." };
        var command = new Command("join", "Puts two stories together, for good.\n\nExample:\n  newsmonitor stories join 12 15") { into, from };
        command.SetAction((call, cancel) => Session.RunAsync(
            call,
            (monitor, _) => TellAsync(monitor.GetRequiredService<StoryDesk>().Join(call.GetValue(into), call.GetValue(from)), $"story {call.GetValue(from)} is in story {call.GetValue(into)}", "one of the stories does not exist"),
            cancel));
        return command;
    }

    private static Command Split()
    {
        var story = new Argument<long>("STORY") { Description = "The story." };
        var match = new Argument<long>("MATCH") { Description = "The report that does not belong to it." };
        var command = new Command("split", "Takes a report out of a story, for good.\n\nExample:\n  newsmonitor stories split 12 340") { story, match };
        command.SetAction((call, cancel) => Session.RunAsync(
            call,
            (monitor, _) => TellAsync(monitor.GetRequiredService<StoryDesk>().Split(call.GetValue(story), call.GetValue(match)), $"match {call.GetValue(match)} is apart from story {call.GetValue(story)}", "the story or the match does not exist"),
            cancel));
        return command;
    }

    private static async Task<int> ExecuteAsync(ParseResult call, IServiceProvider monitor, CancellationToken cancel)
    {
        if (call.GetResult(JsonLines) is not null)
            return await GroupAsync(call.GetValue(JsonLines), monitor, cancel);
        if (MatchQuery.Parse(name => name == "since" ? call.GetValue(Since) : null, out var error) is not { } query)
        {
            await Console.Error.WriteLineAsync($"--{error}");
            return CommandLine.WrongCall;
        }

        var stories = monitor.GetRequiredService<StoryDesk>().Since(query.Since);
        await using var output = StandardOutput.Open();
        foreach (var story in stories)
            await output.WriteAsync(call.GetValue(Format) == "jsonl" ? StoryJson.Line(story) : StoryTable.Of(story));
        return CommandLine.Done;
    }

    private static Task<int> GroupAsync(string? file, IServiceProvider monitor, CancellationToken cancel)
    {
        var detector = monitor.GetRequiredService<Detector>();
        var lines = new StoryLine(detector, new StoryStream(new ProfileReader(detector)), text => LanguageIdentifier.Identify(text));
        return JsonLinesLoop.RunAsync(file is null ? [] : [file], (line, _) => Task.FromResult(lines.Answer(line)), cancel);
    }

    private static async Task<int> TellAsync(DeskOutcome outcome, string done, string unknown)
    {
        if (outcome == DeskOutcome.Unknown)
        {
            await Console.Error.WriteLineAsync(unknown);
            return CommandLine.WrongCall;
        }

        await using var output = StandardOutput.Open();
        await output.WriteLineAsync(outcome == DeskOutcome.Done ? done : string.Create(CultureInfo.InvariantCulture, $"{done} already"));
        return CommandLine.Done;
    }
}
