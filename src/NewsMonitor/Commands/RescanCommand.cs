using System.CommandLine;
using System.Globalization;
using NewsMonitor.Detection;
using NewsMonitor.Display;
using NewsMonitor.Matches;
using NewsMonitor.Pipeline;

namespace NewsMonitor.Commands;

/// <summary><c>rescan</c>: reads the stored articles with today's rules.</summary>
internal static class RescanCommand
{
    private static readonly Option<string?> Since = new("--since") { Description = "Articles first seen on or after this day or time, UTC; all where it is not given.", HelpName = "D" };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Says what would be new, gone and changed, and changes nothing." };

    public static Command Create()
    {
        var command = new Command("rescan", "Runs today's rules over the stored articles: says what is new, what is gone, what changed, each with its evidence.\n\nExample:\n  newsmonitor rescan --since 2026-11-01 --dry-run") { Since, DryRun };
        command.SetAction((call, cancel) => Session.RunAsync(call, (monitor, stop) => ExecuteAsync(call, monitor, stop), cancel));
        return command;
    }

    private static async Task<int> ExecuteAsync(ParseResult call, IServiceProvider monitor, CancellationToken cancel)
    {
        if (MatchQuery.Parse(name => name == "since" ? call.GetValue(Since) : null, out var error) is not { } query)
        {
            await Console.Error.WriteLineAsync($"--{error}");
            return CommandLine.WrongCall;
        }

        var rescanning = monitor.GetRequiredService<Rescanning>();
        await using var output = StandardOutput.Open();
        var read = 0;
        var (gained, lost, changed) = (0, 0, 0);
        var dry = call.GetValue(DryRun);
        foreach (var reread in dry ? rescanning.Compare(query.Since, cancel) : rescanning.Run(query.Since, cancel))
        {
            read++;
            gained += reread.Gained.Length;
            lost += reread.Lost.Length;
            changed += reread.Changed.Length;
            if (!reread.IsSame)
                await WriteAsync(output, reread);
        }

        var summary = $"{gained} findings new, {lost} gone, {changed} changed";
        await output.WriteLineAsync(dry
            ? string.Create(CultureInfo.InvariantCulture, $"{read} articles read; {summary}; nothing was written")
            : string.Create(CultureInfo.InvariantCulture, $"{summary}, in {read} articles"));
        return CommandLine.Done;
    }

    private static async Task WriteAsync(TextWriter output, Reread reread)
    {
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{reread.ArticleId}  {SafeText.Line(reread.Title)}\n   {SafeText.Line(reread.Url)}"));
        foreach (var finding in reread.Gained)
            await output.WriteLineAsync($"   new      {Words(finding)}");
        foreach (var finding in reread.Lost)
            await output.WriteLineAsync($"   gone     {Words(finding)}");
        foreach (var (before, now) in reread.Changed)
            await output.WriteLineAsync($"   changed  {Words(before)}\n        now {Words(now)}");
    }

    private static string Words(Finding finding) =>
        $"{FindingWords.Of(finding)} [{finding.Stance.Word()}]: \"{SafeText.Line(finding.Evidence.Quote)}\"";
}
