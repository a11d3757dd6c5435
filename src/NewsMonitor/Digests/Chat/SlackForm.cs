using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace NewsMonitor.Digests.Chat;

/// <summary>
/// Slack: a rich text block for each passage, whose text means nothing but its characters, so that no mention, link or markup can be smuggled in.
/// </summary>
internal sealed class SlackForm : IChatForm
{
    // 50 blocks of 3,000 characters and 40,000 in all are Slack's bounds; the rest is room for what it counts and does not say.
    public ChatLimits Limits { get; } = new(Message: 36_000, Passage: 3_000, Passages: 50, Messages: 5);

    public int Size(Passage passage) => passage.Lines.Sum(line => 1 + line.Runs.Sum(run => run.Text.Length + (run.Link?.Length ?? 0)));

    public JsonObject Body(ImmutableArray<Passage> message, string subject, string recipient) => new()
    {
        ["text"] = Escape(subject),
        ["blocks"] = new JsonArray([.. message.Select(Block)]),
        ["unfurl_links"] = false,
        ["unfurl_media"] = false,
    };

    /// <summary>The three characters that begin markup in the text beside the blocks.</summary>
    public static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private static JsonNode Block(Passage passage) => new JsonObject
    {
        ["type"] = "rich_text",
        ["elements"] = new JsonArray([.. passage.Lines.Select((line, i) => Line(line, isLast: i == passage.Lines.Length - 1))]),
    };

    private static JsonObject Line(PassageLine line, bool isLast)
    {
        var runs = line.Runs.Select(Run).ToList();
        if (!line.IsQuote && !isLast)
            runs.Add(new JsonObject { ["type"] = "text", ["text"] = "\n" });
        return new JsonObject { ["type"] = line.IsQuote ? "rich_text_quote" : "rich_text_section", ["elements"] = new JsonArray([.. runs]) };
    }

    private static JsonNode Run(PassageRun run)
    {
        var element = new JsonObject { ["type"] = run.Link is null ? "text" : "link", ["text"] = run.Text };
        if (run.Link is not null)
            element["url"] = run.Link;
        if (run.IsStrong)
            element["style"] = new JsonObject { ["bold"] = true };
        return element;
    }
}
