using System.CommandLine;
using NewsMonitor.Configuration;
using NewsMonitor.Seeds;

namespace NewsMonitor.Commands;

/// <summary><c>seed</c>: ingests article files.</summary>
internal static class SeedCommand
{
    public const string DefaultFolder = "seeds/articles";

    private static readonly Argument<string[]> Paths = new("PATH")
    {
        Description = $"Files (.md, .txt, .html) or folders of them; default {DefaultFolder}.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public static Command Create()
    {
        var command = new Command("seed", "Ingests article files through the same way as scraped pages. Seeding twice changes nothing.\n\nExample:\n  newsmonitor seed my-archive/ note.md") { Paths };
        command.SetAction((call, cancel) => Session.RunAsync(call, (monitor, stop) => ExecuteAsync(call, monitor, stop), cancel));
        return command;
    }

    private static async Task<int> ExecuteAsync(ParseResult call, IServiceProvider monitor, CancellationToken cancel)
    {
        var paths = call.GetValue(Paths) is { Length: > 0 } named ? named : [Shipped.Find(DefaultFolder) ?? DefaultFolder];
        using var bar = new ProgressLine("seeding");
        var progress = new Told<SeedStep>(step =>
        {
            if (step.Trouble is not null)
                bar.Say($"{step.File}: {step.Trouble}");
            bar.Show(step.Done, step.Files, Path.GetFileName(step.File));
        });
        var summary = await monitor.GetRequiredService<Seeding>().RunAsync(Seeding.Files(paths), progress, cancel);
        bar.Clear();
        await Console.Out.WriteLineAsync($"{summary.New} new, {summary.Revised} revised, {summary.Known} known, {summary.Matches} with findings, {summary.Unreadable} unreadable");
        return summary.Unreadable == 0 ? CommandLine.Done : CommandLine.Failed;
    }
}
