using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace NewsMonitor.Digests.Chat;

/// <summary>Teams: an Adaptive Card of rich text blocks, in which Markdown is not read; posted to a workflow or an incoming webhook.</summary>
internal sealed class TeamsForm : IChatForm
{
    // A message of more than about 28 KB is refused; the card around the passages and the counting of the other side need some of it.
    public ChatLimits Limits { get; } = new(Message: 24_000, Passage: 12_000, Passages: 100, Messages: 8);

    /// <summary>Bytes of its JSON and the comma after it.</summary>
    public int Size(Passage passage) => ChatJson.Bytes(Container(passage)).Length + 1;

    public JsonObject Body(ImmutableArray<Passage> message, string subject, string recipient) => new()
    {
        ["type"] = "message",
        ["summary"] = subject,
        ["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.card.adaptive",
            ["content"] = new JsonObject
            {
                ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
                ["type"] = "AdaptiveCard",
                ["version"] = "1.4",
                ["msteams"] = new JsonObject { ["width"] = "Full" },
                ["body"] = new JsonArray([.. message.Select(Container)]),
            },
        }),
    };

    private static JsonNode Container(Passage passage) => new JsonObject
    {
        ["type"] = "Container",
        ["separator"] = true,
        ["items"] = new JsonArray([.. passage.Lines.Select(Line)]),
    };

    private static JsonNode Line(PassageLine line)
    {
        var text = new JsonObject { ["type"] = "RichTextBlock", ["inlines"] = new JsonArray([.. line.Runs.Select(Run)]) };
        return line.IsQuote ? new JsonObject { ["type"] = "Container", ["style"] = "emphasis", ["items"] = new JsonArray(text) } : text;
    }

    private static JsonNode Run(PassageRun run)
    {
        var inline = new JsonObject { ["type"] = "TextRun", ["text"] = run.Text };
        if (run.IsStrong)
            inline["weight"] = "Bolder";
        if (run.Link is { } link)
            inline["selectAction"] = new JsonObject { ["type"] = "Action.OpenUrl", ["url"] = link };
        return inline;
    }
}
