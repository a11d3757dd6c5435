using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using NewsMonitor.Articles;
using NewsMonitor.Detection;
using NewsMonitor.Display;
using NewsMonitor.Storage;

namespace NewsMonitor.Commands;

/// <summary><c>explain</c>: why a stored article has the findings it has, and why not others.</summary>
internal static class ExplainCommand
{
    private static readonly Argument<string> Article = new("URL|ID") { Description = "The article's address, or its number as `newsmonitor matches` prints it." };
    private static readonly Option<bool> Json = new("--json") { Description = "The record as JSON." };

    public static Command Create()
    {
        var command = new Command("explain", "Shows the decision record of a stored article: the rules that fired or nearly fired, on which words, and why not.\n\nExample:\n  newsmonitor explain https://example.org/news/shells") { Article, Json };
        command.SetAction((call, cancel) => Session.RunAsync(call, (monitor, _) => ExecuteAsync(call, monitor), cancel));
        return command;
    }

    private static async Task<int> ExecuteAsync(ParseResult call, IServiceProvider monitor)
    {
        var asked = call.GetValue(Article)!;
        var decisions = monitor.GetRequiredService<DecisionStore>();
        if (Find(decisions, asked) is not { } decision)
        {
            await Console.Error.WriteLineAsync(Unknown(decisions, asked));
            return CommandLine.Failed;
        }

        await using var output = StandardOutput.Open();
        if (call.GetValue(Json))
        {
            await output.WriteLineAsync(decision.Record ?? """{"findings":[],"near_misses":[]}""");
            return CommandLine.Done;
        }

        await WriteHeadAsync(output, decision, monitor.GetRequiredService<TopicSet>().Version);
        if (decision.Record is { } record)
        {
            using var json = JsonDocument.Parse(record);
            await WriteFindingsAsync(output, json.RootElement);
            await WriteNearMissesAsync(output, json.RootElement);
        }

        return CommandLine.Done;
    }

    private static StoredDecision? Find(DecisionStore decisions, string asked)
    {
        if (long.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return decisions.Find(id);
        return CanonicalUrl.TryCreate(asked, out var url) && decisions.Find(url.Key) is { } known ? decisions.Find(known) : null;
    }

    private static string Unknown(DecisionStore decisions, string asked)
    {
        var shown = SafeText.Line(asked);
        if (CanonicalUrl.TryCreate(asked, out var url) && decisions.ItemAt(url.Key) is { } item)
            return $"{shown}: seen in a feed and {item.State}{(item.Reason is { } reason ? $": {reason}" : "")}; there is no article to explain";
        return $"{shown}: no such article; `newsmonitor matches` shows what there is";
    }

    private static async Task WriteHeadAsync(TextWriter output, StoredDecision decision, string rulesNow)
    {
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{decision.ArticleId}  {SafeText.Line(decision.Title)}"));
        await output.WriteLineAsync(decision.Url);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"language {decision.Language ?? "unknown"}, read {decision.Scanned:yyyy-MM-dd HH:mm}Z by rules {decision.RulesVersion}{(decision.RulesVersion == rulesNow ? "" : $" (today's are {rulesNow}; `newsmonitor rescan` reads it again)")}"));
        foreach (var (rules, replaced) in decision.Readings)
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"read before by rules {rules}, until {replaced:yyyy-MM-dd HH:mm}Z"));
        if (decision.Record is null)
            await output.WriteLineAsync(decision.HasText ? "No record is kept: it was read before records were; `newsmonitor rescan` makes one." : "Nothing to decide: title and text name no party and no territory of any topic.");
    }

    private static async Task WriteFindingsAsync(TextWriter output, JsonElement record)
    {
        var any = false;
        foreach (var finding in record.GetProperty("findings").EnumerateArray())
        {
            any = true;
            await output.WriteLineAsync($"\nfound: {What(finding)}, {Word(finding, "stance")}; rule {Word(finding, "rule")}, confidence {finding.GetProperty("confidence").GetDouble().ToString("0.00", CultureInfo.InvariantCulture)}");
            await WriteEvidenceAsync(output, finding);
            if (finding.TryGetProperty("stance_cue", out var cue))
                await output.WriteLineAsync($"  stance by {Place(cue)}");
            await WriteReasonsAsync(output, finding, "for", "for it");
            await WriteReasonsAsync(output, finding, "against", "against it");
        }

        if (!any)
            await output.WriteLineAsync("\nno findings");
    }

    private static async Task WriteNearMissesAsync(TextWriter output, JsonElement record)
    {
        foreach (var miss in record.GetProperty("near_misses").EnumerateArray())
        {
            await output.WriteLineAsync($"\nnot found: {Word(miss, "what")} ({miss.GetProperty("confidence").GetDouble().ToString("0.00", CultureInfo.InvariantCulture)})");
            await WriteEvidenceAsync(output, miss);
            await output.WriteLineAsync($"  {Word(miss, "reason")}");
        }
    }

    private static async Task WriteEvidenceAsync(TextWriter output, JsonElement decided)
    {
        var evidence = decided.GetProperty("evidence");
        await output.WriteLineAsync($"  \"{SafeText.Line(Word(evidence, "quote"))}\" ({Word(evidence, "in")} {evidence.GetProperty("start").GetInt32().ToString(CultureInfo.InvariantCulture)}-{evidence.GetProperty("end").GetInt32().ToString(CultureInfo.InvariantCulture)})");
        foreach (var word in decided.GetProperty("words").EnumerateArray())
            await output.WriteLineAsync($"  {Place(word)}");
    }

    private static async Task WriteReasonsAsync(TextWriter output, JsonElement finding, string name, string label)
    {
        var reasons = finding.GetProperty(name).EnumerateArray().Select(r => r.GetString()).ToList();
        if (reasons.Count > 0)
            await output.WriteLineAsync($"  {label}: {SafeText.Line(string.Join("; ", reasons))}");
    }

    private static string Place(JsonElement word) => string.Create(
        CultureInfo.InvariantCulture, $"{Word(word, "part")}: {SafeText.Line(Word(word, "text"))} ({Word(word, "in")} {word.GetProperty("start").GetInt32()}-{word.GetProperty("end").GetInt32()})");

    private static string What(JsonElement finding) => finding.TryGetProperty("recognizer", out var recognizer)
        ? $"{recognizer.GetString()} {string.Join('+', finding.GetProperty("regions").EnumerateArray().Select(r => r.GetString()))}"
        : $"{Word(finding, "kind")} {Word(finding, "direction")}";

    private static string Word(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
