using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace NewsMonitor.Digests.Chat;

/// <summary>Telegram: HTML as its Bot API reads it.</summary>
internal sealed class TelegramForm : IChatForm
{
    private const string Between = "\n\n";

    // 4,096 characters are counted after the markup is read; ours is counted with it, so that no message comes near.
    public ChatLimits Limits { get; } = new(Message: 4_096, Passage: 4_096, Passages: 100, Messages: 15);

    public int Size(Passage passage) => Html(passage).Length + Between.Length;

    public JsonObject Body(ImmutableArray<Passage> message, string subject, string recipient) => new()
    {
        ["chat_id"] = recipient,
        ["text"] = string.Join(Between, message.Select(Html)),
        ["parse_mode"] = "HTML",
        ["link_preview_options"] = new JsonObject { ["is_disabled"] = true },
    };

    private static string Html(Passage passage) => string.Join('\n', passage.Lines.Select(line =>
    {
        var runs = string.Concat(line.Runs.Select(Run));
        return line.IsQuote ? $"<blockquote>{runs}</blockquote>" : runs;
    }));

    private static string Run(PassageRun run)
    {
        var text = Escape(run.Text);
        if (run.IsStrong)
            text = $"<b>{text}</b>";
        return run.Link is { } link ? $"<a href=\"{Attribute(link)}\">{text}</a>" : text;
    }

    // A word joiner, which is not seen, keeps a name in an article from calling somebody who bears it.
    private static string Escape(string text) => Attribute(text).Replace("@", "@\u2060", StringComparison.Ordinal);

    private static string Attribute(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);
}
