using System.CommandLine;
using System.Globalization;
using NewsMonitor.Digests;
using NewsMonitor.Digests.Delivery;
using NewsMonitor.Digests.Rendering;
using NewsMonitor.Storage;

namespace NewsMonitor.Commands;

/// <summary><c>digest</c>: prints a day's digest, or what has come since the last one; with <c>--send</c> freezes and delivers it.</summary>
internal static class DigestCommand
{
    private static readonly Option<string?> Date = new("--date") { Description = "The digest frozen on that day; without it, what has come since the last one.", HelpName = "YYYY-MM-DD" };
    private static readonly Option<string> Format = new Option<string>("--format") { Description = "How to print it.", DefaultValueFactory = _ => "text" }.AcceptOnlyFromAmong("text", "html", "markdown", "json");
    private static readonly Option<bool> Send = new("--send") { Description = "Freeze it (or take the one of --date) and deliver it to every channel that has not had it." };

    public static Command Create()
    {
        var command = new Command("digest", "Prints the digest of a day, or of what has come since the last one.\n\nExample:\n  newsmonitor digest --format markdown") { Date, Format, Send };
        command.SetAction((call, cancel) => Session.RunAsync(call, (monitor, stop) => ExecuteAsync(call, monitor, stop), cancel));
        return command;
    }

    private static async Task<int> ExecuteAsync(ParseResult call, IServiceProvider monitor, CancellationToken cancel)
    {
        var digest = (Digest?)null;
        if (call.GetValue(Date) is { } text)
        {
            if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                await Console.Error.WriteLineAsync($"--date {text}: write a day as 2026-11-24");
                return CommandLine.WrongCall;
            }

            digest = monitor.GetRequiredService<DigestStore>().OnDay(day);
            if (digest is null)
            {
                await Console.Error.WriteLineAsync($"no digest was frozen on {text}");
                return CommandLine.Failed;
            }
        }

        var press = monitor.GetRequiredService<DigestPress>();
        digest ??= call.GetValue(Send) ? press.Freeze() : press.Preview();
        await using (var output = StandardOutput.Open())
            await output.WriteLineAsync(Rendered(digest, call.GetValue(Format)!).TrimEnd('\n'));
        return call.GetValue(Send) ? await DeliverAsync(digest, monitor, cancel) : CommandLine.Done;
    }

    private static async Task<int> DeliverAsync(Digest digest, IServiceProvider monitor, CancellationToken cancel)
    {
        await monitor.GetRequiredService<OutboxRun>().SendDueAsync(cancel);
        var code = CommandLine.Done;
        foreach (var row in monitor.GetRequiredService<OutboxStore>().Of(digest.Name))
        {
            await Console.Error.WriteLineAsync($"{row.Channel} {row.Recipient}: {row.State}{(row.Answer is { } answer ? $" ({answer})" : "")}".ToLowerInvariant());
            if (row.State != OutboxState.Delivered)
                code = CommandLine.Failed;
        }

        return code;
    }

    private static string Rendered(Digest digest, string format) => format switch
    {
        "html" => HtmlDigest.Render(digest, HtmlExtent.Whole),
        "markdown" => MarkdownDigest.Render(digest),
        "json" => DigestJson.WriteIndented(digest),
        _ => TextDigest.Render(digest),
    };
}
