using System.CommandLine;
using NewsMonitor.Matches;
using NewsMonitor.Storage;

namespace NewsMonitor.Commands;

/// <summary><c>matches</c>: searches what was saved.</summary>
internal static class MatchesCommand
{
    private const int PipeWidth = 120;
    private const int NarrowestTerminal = 40;

    private static readonly Argument<string[]> WordsSought = new("WORDS") { Description = "Full text in every language; words in double quotes stand next to each other.", Arity = ArgumentArity.ZeroOrMore };
    private static readonly Option<string?>[] Filters =
    [
        Filter("topic", "T", "dprk-russia-support or separatist-recognition."),
        Filter("kind", "K", "What is given: materiel, troops, labor, technology, economic, humanitarian, diplomatic, unspecified."),
        Filter("region", "R", "A region that is recognized, such as donetsk."),
        Filter("recognizer", "C", "Who recognizes: ISO 3166-1 alpha-3, XXX, or a body."),
        Filter("stance", "S", "affirmed, denied, prospective or withdrawn."),
        Filter("language", "L", "ISO 639-1 of the article."),
        Filter("since", "D", "Published (first seen where that is not known) on or after this day or time, UTC."),
        Filter("until", "D", "Published until this day, or before this time, UTC."),
        Filter("limit", "N", "The most matches to print, newest first."),
    ];

    private static readonly Option<string> Format = new Option<string>("--format") { Description = "How to print; labelled: those that were judged, as texts for `newsmonitor eval`.", DefaultValueFactory = _ => "table" }.AcceptOnlyFromAmong("table", "jsonl", "csv", "labelled");

    public static Command Create()
    {
        var command = new Command("matches", "Searches what was saved; the evidence is shown.\n\nExample:\n  newsmonitor matches снаряды --topic dprk-russia-support --since 2026-11-01")
        {
            WordsSought, Format,
        };
        foreach (var filter in Filters)
            command.Options.Add(filter);
        command.SetAction((call, cancel) => Session.RunAsync(call, (monitor, _) => ExecuteAsync(call, monitor), cancel));
        return command;
    }

    private static async Task<int> ExecuteAsync(ParseResult call, IServiceProvider monitor)
    {
        var query = MatchQuery.Parse(name => name == "words" ? string.Join(' ', call.GetValue(WordsSought) ?? []) : call.GetValue<string?>($"--{name}"), out var error);
        if (query is null)
        {
            await Console.Error.WriteLineAsync($"--{error}");
            return CommandLine.WrongCall;
        }

        var found = monitor.GetRequiredService<MatchStore>().Find(query);
        await using var output = StandardOutput.Open();
        switch (call.GetValue(Format))
        {
            case "jsonl":
                foreach (var stored in found)
                    MatchJson.WriteLine(output.BaseStream, stored.Match);
                break;
            case "csv":
                await output.WriteAsync(MatchCsv.Header + "\r\n");
                foreach (var stored in found)
                    await output.WriteAsync(MatchCsv.Rows(stored.Match));
                break;
            case "labelled":
                var verdicts = monitor.GetRequiredService<VerdictStore>().Of(found.Select(stored => stored.Match.Id));
                foreach (var stored in found.Where(stored => verdicts.ContainsKey(stored.Match.Id)))
                    LabelledJson.WriteLine(output.BaseStream, stored, verdicts[stored.Match.Id]);
                break;
            default:
                await output.WriteLineAsync(MatchTable.Header());
                foreach (var stored in found)
                    await output.WriteAsync(MatchTable.Of(stored, Width()));
                break;
        }

        return CommandLine.Done;
    }

    private static Option<string?> Filter(string name, string value, string description) => new($"--{name}") { Description = description, HelpName = value };

    private static int Width() => Console.IsOutputRedirected ? PipeWidth : Math.Max(Console.WindowWidth, NarrowestTerminal);
}
