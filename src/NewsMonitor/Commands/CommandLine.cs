using System.CommandLine;
using System.CommandLine.Parsing;
using NewsMonitor.Pipeline;
using NewsMonitor.Storage;

namespace NewsMonitor.Commands;

/// <summary>The verbs, and what a call comes to: 0 done; 1 the work failed; 2 the call or the configuration is wrong; 130 or 143 stopped by a signal.</summary>
internal static class CommandLine
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int WrongCall = 2;

    /// <summary>The option every verb has.</summary>
    public static readonly Option<string?> ConfigFile = new("--config")
    {
        Description = "A JSON file with settings, read after appsettings.json and before the environment.",
        HelpName = "FILE",
        Recursive = true,
    };

    public static RootCommand Create()
    {
        var root = new RootCommand(
            "Polls news feeds, reads the articles, and says who did what to whom, with the sentence that proves it.\n\nExample:\n  newsmonitor run")
        {
            RunCommand.Create(),
            SeedCommand.Create(),
            PollCommand.Create(),
            DigestCommand.Create(),
            DeliveriesCommand.Create(),
            MatchesCommand.Create(),
            StoriesCommand.Create(),
            FeedsCommand.Create(),
            DetectCommand.Create(),
            ExplainCommand.Create(),
            EvalCommand.Create(),
            RescanCommand.Create(),
            VerdictCommand.Create(),
            ExtractCommand.Create(),
            ParseFeedCommand.Create(),
            BackupCommand.Create(),
            CheckCommand.Create(),
            ConfigCommand.Create(),
            HealthCommand.Create(),
        };
        root.Options.Add(ConfigFile);
        root.SetAction(RunCommand.ExecuteAsync);
        return root;
    }

    public static async Task<int> RunAsync(string[] args)
    {
        var call = Create().Parse(args);
        if (call.Errors.Count > 0)
            return await WrongAsync(call);

        using var signals = StopSignals.Listen();
        try
        {
            var code = await call.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, signals.Token);
            return signals.ExitCode == StopSignals.CtrlC ? StopSignals.CtrlC : code;
        }
        catch (OperationCanceledException) when (signals.ExitCode is not null)
        {
            return signals.ExitCode.Value;
        }
        catch (TopicsUnusableException trouble)
        {
            await Console.Error.WriteLineAsync(trouble.Message);
            return WrongCall;
        }
        catch (DatabaseUnusableException trouble)
        {
            await Console.Error.WriteLineAsync(trouble.Message);
            return Failed;
        }
        catch (IOException trouble)
        {
            // A reader that went away (`newsmonitor matches | head`) or a file that cannot be had.
            await Console.Error.WriteLineAsync(trouble.Message.ReplaceLineEndings(" "));
            return Failed;
        }
    }

    private static async Task<int> WrongAsync(ParseResult call)
    {
        foreach (var error in call.Errors.Select(error => string.Join(' ', error.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Distinct(StringComparer.Ordinal))
            await Console.Error.WriteLineAsync($"{error.TrimEnd('.')}; `newsmonitor {Verb(call)}--help` shows how it is called.");
        return WrongCall;
    }

    private static string Verb(ParseResult call)
    {
        var words = new List<string>();
        for (SymbolResult? at = call.CommandResult; at is CommandResult { Command: not RootCommand } verb; at = at.Parent)
            words.Insert(0, verb.Command.Name);
        return words.Count == 0 ? "" : string.Join(' ', words) + ' ';
    }
}
