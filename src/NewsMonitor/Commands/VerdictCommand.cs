using System.CommandLine;
using NewsMonitor.Matches;
using NewsMonitor.Storage;

namespace NewsMonitor.Commands;

/// <summary><c>verdict</c>: what an analyst says of a match.</summary>
internal static class VerdictCommand
{
    private const string Clear = "clear";

    private static readonly Argument<long> Id = new("ID") { Description = "The match's number, as `newsmonitor matches` prints it." };
    private static readonly Argument<string> Said = new Argument<string>("VERDICT") { Description = "confirmed, dismissed, or clear to take it back." }.AcceptOnlyFromAmong("confirmed", "dismissed", Clear);
    private static readonly Option<string?> Note = new("--note") { Description = "Why, for those who come after.", HelpName = "TEXT" };

    public static Command Create()
    {
        var command = new Command("verdict", "Confirms or dismisses a match. `newsmonitor matches --format labelled` exports what was judged, for `newsmonitor eval`.\n\nExample:\n  newsmonitor verdict 12 dismissed --note \"a parade, no support\"") { Id, Said, Note };
        command.SetAction((call, cancel) => Session.RunAsync(call, (monitor, _) => ExecuteAsync(call, monitor), cancel));
        return command;
    }

    private static async Task<int> ExecuteAsync(ParseResult call, IServiceProvider monitor)
    {
        var verdicts = monitor.GetRequiredService<VerdictStore>();
        var id = call.GetValue(Id);
        var kept = call.GetValue(Said) == Clear
            ? verdicts.Clear(id)
            : verdicts.Keep(id, Enum.Parse<Verdict>(call.GetValue(Said)!, ignoreCase: true), call.GetValue(Note), monitor.GetRequiredService<TimeProvider>().GetUtcNow());
        if (kept)
            return CommandLine.Done;
        await Console.Error.WriteLineAsync(FormattableString.Invariant($"{id}: no such match, or no verdict on it; `newsmonitor matches` shows what there is"));
        return CommandLine.Failed;
    }
}
