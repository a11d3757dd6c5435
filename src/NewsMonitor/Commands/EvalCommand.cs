using System.CommandLine;
using System.Globalization;
using NewsMonitor.Detection;
using NewsMonitor.Detection.Evaluation;
using NewsMonitor.Text.Languages;

namespace NewsMonitor.Commands;

/// <summary><c>eval</c>: how well the rules read labelled texts.</summary>
internal static class EvalCommand
{
    private const int DefaultMisses = 20;

    private static readonly Argument<string[]> Files = new("FILE") { Description = "Labelled texts, JSON Lines: id, text, findings, and perhaps title and language. - reads standard input.", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<int> Misses = new("--misses") { Description = "How many texts to show that were read wrongly.", HelpName = "N", DefaultValueFactory = _ => DefaultMisses };
    private static readonly Option<string[]> Floors = new("--floor")
    {
        Description = "A figure that must be reached, such as finding.en=0.88 (topic, finding or strict; a language or all); exit code 1 where it is not.",
        HelpName = "FIGURE=VALUE",
        AllowMultipleArgumentsPerToken = true,
    };

    public static Command Create()
    {
        var command = new Command("eval", "Precision, recall and F1 per topic, language and attribute on labelled texts, with the misses.\n\nExample:\n  newsmonitor eval verdicts.jsonl --floor finding.all=0.8") { Files, Misses, Floors };
        command.SetAction((call, cancel) => Session.RunAsync(call, (monitor, stop) => ExecuteAsync(call, monitor, stop), cancel));
        return command;
    }

    private static async Task<int> ExecuteAsync(ParseResult call, IServiceProvider monitor, CancellationToken cancel)
    {
        var floors = new List<Floor>();
        foreach (var text in call.GetValue(Floors) ?? [])
        {
            if (Floor.Read(text) is { } floor)
            {
                floors.Add(floor);
                continue;
            }

            await Console.Error.WriteLineAsync($"--floor {Display.SafeText.Line(text)}: write topic, finding or strict, a point, a language or all, an equals sign and a number from 0 to 1");
            return CommandLine.WrongCall;
        }

        var detector = monitor.GetRequiredService<Detector>();
        var board = new Scoreboard();
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var bad = 0;
        foreach (var file in call.GetValue(Files) ?? [])
            bad += await AddAsync(file, detector, board, texts, cancel);

        await using var output = StandardOutput.Open();
        await WriteTablesAsync(output, board);
        await WriteMissesAsync(output, board, texts, call.GetValue(Misses));
        var failed = floors.Where(floor => board.Of(floor.Scope, floor.Level).F1 < floor.Value).ToList();
        foreach (var floor in failed)
            await Console.Error.WriteLineAsync($"{floor.Name} is {Number(board.Of(floor.Scope, floor.Level).F1)}, below its floor {Number(floor.Value)}");
        return failed.Count > 0 || bad > 0 ? CommandLine.Failed : CommandLine.Done;
    }

    /// <summary>Counts one file's texts; gives how many of its lines cannot be read, each of which is named.</summary>
    private static async Task<int> AddAsync(string file, Detector detector, Scoreboard board, Dictionary<string, string> texts, CancellationToken cancel)
    {
        using var reader = file == "-" ? new StreamReader(Console.OpenStandardInput()) : new StreamReader(file);
        var (number, bad) = (0, 0);
        while (await reader.ReadLineAsync(cancel) is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            if (LabelledLine.Read(line, out var reason) is not { } labelled)
            {
                bad++;
                await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{file}:{number}: {reason}"));
                continue;
            }

            if (labelled.Document.Language is null)
                labelled = labelled with { Document = labelled.Document with { Language = LanguageIdentifier.Identify(labelled.Document.Text) } };
            board.Add(labelled, detector.Detect(labelled.Document).Findings.Select(LabelledFinding.Of));
            texts[labelled.Id] = labelled.Document.Text;
        }

        return bad;
    }

    private static async Task WriteTablesAsync(TextWriter output, Scoreboard board)
    {
        await output.WriteLineAsync("          topic                   finding                 strict");
        await output.WriteLineAsync("language  P     R     F1          P     R     F1          P     R     F1");
        foreach (var scope in board.Languages.Append("all"))
        {
            var levels = Enum.GetValues<ScoreLevel>().Select(level => Words(board.Of(scope, level)));
            await output.WriteLineAsync($"{scope,-8}  {string.Join("       ", levels)}");
        }

        await output.WriteLineAsync();
        await output.WriteLineAsync("attribute (strict)                    P     R     F1    labelled");
        foreach (var attribute in board.Attributes)
        {
            var figures = board.Of("all", attribute);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{attribute,-36}  {Words(figures)} {figures.Right + figures.Missed}"));
        }
    }

    private static async Task WriteMissesAsync(TextWriter output, Scoreboard board, Dictionary<string, string> texts, int most)
    {
        foreach (var miss in board.Misses.Take(most))
        {
            await output.WriteLineAsync($"\n{Display.SafeText.Line(miss.Id)}: {Display.SafeText.Line(texts[miss.Id])}");
            foreach (var missed in miss.Missed)
                await output.WriteLineAsync($"  missed  {missed}");
            foreach (var excess in miss.Excess)
                await output.WriteLineAsync($"  excess  {excess}");
        }

        if (board.Misses.Count > most)
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"\n{board.Misses.Count - most} more; --misses {board.Misses.Count} shows all"));
    }

    private static string Words(Figures figures) => $"{Number(figures.Precision)} {Number(figures.Recall)} {Number(figures.F1)}";

    private static string Number(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    private sealed record Floor(ScoreLevel Level, string Scope, double Value)
    {
        public string Name => $"{Level.ToString().ToLowerInvariant()}.{Scope}";

        public static Floor? Read(string text)
        {
            var (figure, value) = text.Split('=') is [var left, var right] ? (left.Split('.'), right) : ([], "");
            return figure is [var level, var scope]
                && Enum.TryParse<ScoreLevel>(level, ignoreCase: true, out var known) && Enum.IsDefined(known)
                && double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= 1
                ? new Floor(known, scope, number)
                : null;
        }
    }
}
