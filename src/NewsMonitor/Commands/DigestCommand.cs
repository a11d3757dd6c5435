using System.CommandLine;
using System.Globalization;
using NewsMonitor.Digests;
using NewsMonitor.Digests.Delivery;
using NewsMonitor.Digests.Rendering;
using NewsMonitor.Display;
using NewsMonitor.Storage;

namespace NewsMonitor.Commands;

/// <summary><c>digest</c>: prints a day's digest, or what has come since the last one; with <c>--send</c> freezes and delivers it, with <c>--to</c> tries a channel.</summary>
internal static class DigestCommand
{
    private static readonly Option<string?> Date = new("--date") { Description = "The digest frozen on that day; without it, what has come since the last one.", HelpName = "YYYY-MM-DD" };
    private static readonly Option<string> Format = new Option<string>("--format") { Description = "How to print it.", DefaultValueFactory = _ => "text" }.AcceptOnlyFromAmong("text", "html", "markdown", "json");
    private static readonly Option<bool> Send = new("--send") { Description = "Freeze it (or take the one of --date) and deliver it to every channel that has not had it." };
    private static readonly Option<string?> To = new("--to") { Description = "With --send: deliver it to this alone and freeze nothing, to try a channel: mail, file, webhook, a recipient as `newsmonitor deliveries` lists it, a mail address, or a webhook's URL.", HelpName = "X" };

    public static Command Create()
    {
        var command = new Command("digest", "Prints the digest of a day, or of what has come since the last one.\n\nExample:\n  newsmonitor digest --format markdown\n  newsmonitor digest --send --to desk@example.org") { Date, Format, Send, To };
        command.SetAction((call, cancel) => Session.RunAsync(call, (monitor, stop) => ExecuteAsync(call, monitor, stop), cancel));
        return command;
    }

    private static async Task<int> ExecuteAsync(ParseResult call, IServiceProvider monitor, CancellationToken cancel)
    {
        var target = (DeliveryOptions?)null;
        if (call.GetValue(To) is { } named)
        {
            target = TrialTarget.Of(named, monitor.GetRequiredService<DeliveryOptions>());
            if (target is null || !call.GetValue(Send))
            {
                await Console.Error.WriteLineAsync(target is null
                    ? $"--to {SafeText.Line(named, width: 80)}: nothing is configured by that name; write {ChannelWords}, a recipient as `newsmonitor deliveries` lists it, a mail address (with Digest:Smtp set), or a webhook's URL"
                    : "--to: delivers only together with --send");
                return CommandLine.WrongCall;
            }
        }

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
        digest ??= call.GetValue(Send) && target is null ? press.Freeze() : press.Preview();
        await using (var output = StandardOutput.Open())
            await output.WriteLineAsync(Rendered(digest, call.GetValue(Format)!).TrimEnd('\n'));
        if (target is not null)
            return await TellAsync(await monitor.GetRequiredService<DeliveryTrial>().SendAsync(digest, target, cancel));
        if (!call.GetValue(Send))
            return CommandLine.Done;
        await monitor.GetRequiredService<OutboxRun>().SendDueAsync(cancel);
        return await TellAsync(monitor.GetRequiredService<OutboxStore>().Of(digest.Name));
    }

    private static string ChannelWords => string.Join(", ", Enum.GetNames<ChannelKind>().Select(name => name.ToLowerInvariant()));

    private static async Task<int> TellAsync(IReadOnlyList<OutboxRow> rows)
    {
        var code = CommandLine.Done;
        foreach (var row in rows)
        {
            await Console.Error.WriteLineAsync($"{row.Channel} {row.Recipient}: {row.State}{(row.Answer is { } answer ? $" ({answer})" : "")}".ToLowerInvariant());
            // What nobody has tried yet is being sent by another process, or will be by the worker: nothing failed.
            if (row.State == OutboxState.Parked || row is { State: OutboxState.Pending, LastAttempt: not null })
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
