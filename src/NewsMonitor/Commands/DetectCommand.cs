using System.CommandLine;
using System.Globalization;
using NewsMonitor.Commands.JsonLines;
using NewsMonitor.Detection;
using NewsMonitor.Matches;
using NewsMonitor.Text.Charsets;
using NewsMonitor.Text.Languages;

namespace NewsMonitor.Commands;

/// <summary><c>detect</c>: text in, findings out.</summary>
internal static class DetectCommand
{
    private static readonly Argument<string[]> Files = new("FILE") { Description = "Texts to read, or JSON Lines with --jsonl; - or nothing reads standard input.", Arity = ArgumentArity.ZeroOrMore };
    private static readonly Option<bool> Explain = new("--explain") { Description = "The rule, the words that fired, and for near misses the reason why not." };
    private static readonly Option<bool> JsonLines = new("--jsonl") { Description = "One JSON object a line in and out." };

    public static Command Create()
    {
        var command = new Command("detect", "Finds in a text what it says about the topics, each with the sentence that proves it.\n\nExample:\n  newsmonitor detect --explain article.txt") { Files, Explain, JsonLines };
        command.SetAction((call, cancel) => Session.RunAsync(call, (monitor, stop) => ExecuteAsync(call, monitor, stop), cancel));
        return command;
    }

    private static async Task<int> ExecuteAsync(ParseResult call, IServiceProvider monitor, CancellationToken cancel)
    {
        var detector = monitor.GetRequiredService<Detector>();
        var files = call.GetValue(Files) ?? [];
        if (call.GetValue(JsonLines))
            return await JsonLinesLoop.RunAsync(files, (line, _) => Task.FromResult(DetectLine.Answer(detector, line, text => LanguageIdentifier.Identify(text), call.GetValue(Explain))), cancel);

        return await InputFiles.EachAsync(files, (bytes, output) => DescribeAsync(detector, bytes, call.GetValue(Explain), output), cancel);
    }

    private static async Task DescribeAsync(Detector detector, byte[] bytes, bool explain, TextWriter output)
    {
        var text = CharsetDecoder.Decode(bytes, contentType: null, MarkupKind.Html).Text;
        var document = new Document(null, text, LanguageIdentifier.Identify(text));
        var explained = detector.DetectExplained(document);
        await output.WriteLineAsync($"language: {document.Language ?? "unknown"}");
        foreach (var reasons in explained.Reasons)
        {
            var finding = reasons.Finding;
            await output.WriteLineAsync($"{FindingWords.Of(finding)}  [{finding.Stance.Word()}, {finding.Rule}, {finding.Confidence.ToString("0.00", CultureInfo.InvariantCulture)}, {finding.Evidence.Start}-{finding.Evidence.End}]");
            await output.WriteLineAsync($"    {finding.Evidence.Quote.ReplaceLineEndings(" ")}");
            if (!explain)
                continue;
            foreach (var word in reasons.Words)
                await output.WriteLineAsync($"    {word.Part}: {word.Text} ({word.Start}-{word.End})");
            await output.WriteLineAsync($"    stance: {(reasons.StanceCue is { } cue ? $"by \"{cue.Text}\" ({cue.Part}); " : "")}{string.Join("; ", reasons.Stance)}");
        }

        foreach (var miss in explain ? explained.NearMisses : [])
            await output.WriteLineAsync($"not found: {miss.What}: {miss.Reason}\n    {miss.Evidence.Quote.ReplaceLineEndings(" ")}");
        if (explained.Reasons.IsEmpty)
            await output.WriteLineAsync("no findings");
    }
}
