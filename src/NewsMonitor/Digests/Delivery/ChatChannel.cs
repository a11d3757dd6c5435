using System.Globalization;
using NewsMonitor.Digests.Chat;

namespace NewsMonitor.Digests.Delivery;

/// <summary>Posts a digest to a chat, one message at a time, so that a message that has arrived is not posted again when the next one fails.</summary>
/// <param name="form">How the chat wants its messages.</param>
/// <param name="find">Where messages for a recipient go, read at each sending.</param>
/// <param name="send">Makes calls over a guarded connection.</param>
internal sealed class ChatChannel(IChatForm form, Func<string, ChatAddress> find, Func<WebhookCall, CancellationToken, Task<WebhookAnswer>> send) : IDeliveryChannel
{
    public Task<DeliveryOutcome> DeliverAsync(Digest digest, string recipient, CancellationToken cancel) => DeliverPartAsync(digest, recipient, 0, cancel);

    public async Task<DeliveryOutcome> DeliverPartAsync(Digest digest, string recipient, int part, CancellationToken cancel)
    {
        var address = find(recipient);
        if (address is ChatAddress.Unknown unknown)
            return unknown.Outcome;
        var messages = ChatMessages.Of(digest, form.Limits, form.Size);
        if (part >= messages.Length)
            return new DeliveryOutcome.Delivered("every message has arrived");

        var body = ChatJson.Bytes(form.Body(messages[part], DigestSubject.Of(digest), recipient));
        var answer = await send(new WebhookCall(((ChatAddress.Known)address).Url, body, [new("Content-Type", "application/json; charset=utf-8")]), cancel);
        return answer.Outcome() is DeliveryOutcome.Delivered delivered && messages.Length > 1
            ? Arrived(string.Create(CultureInfo.InvariantCulture, $"{delivered.Answer}, message {part + 1} of {messages.Length}"), isLast: part + 1 == messages.Length)
            : answer.Outcome();
    }

    private static DeliveryOutcome Arrived(string answer, bool isLast) => isLast ? new DeliveryOutcome.Delivered(answer) : new DeliveryOutcome.PartDelivered(answer);
}

/// <summary>Where a chat's messages are posted.</summary>
internal abstract record ChatAddress
{
    /// <summary>Here.</summary>
    public sealed record Known(Uri Url) : ChatAddress
    {
        /// <summary>Without the address, which is a secret.</summary>
        public override string ToString() => Url.Host;
    }

    /// <summary>Nobody knows, and what that makes of the delivery.</summary>
    public sealed record Unknown(DeliveryOutcome Outcome) : ChatAddress;
}

/// <summary>Finds the addresses of chats in a configuration.</summary>
internal static class ChatAddresses
{
    /// <summary>Of incoming webhooks, by the names the outbox has for them.</summary>
    public static Func<string, ChatAddress> Of(IReadOnlyList<string> webhooks) => recipient =>
        webhooks.FirstOrDefault(address => WebhookChannel.NameOf(address) == recipient) is { } found
            ? new ChatAddress.Known(new Uri(found))
            : new ChatAddress.Unknown(new DeliveryOutcome.FailedForGood("the webhook is not configured any more"));

    /// <summary>Of the Bot API, whose address holds the token.</summary>
    public static Func<string, ChatAddress> Of(TelegramOptions telegram) => recipient =>
    {
        if (!telegram.ChatIds.Contains(recipient, StringComparer.Ordinal))
            return new ChatAddress.Unknown(new DeliveryOutcome.FailedForGood("the chat is not configured any more"));
        if (!Secret.TryRead(telegram.BotToken, telegram.BotTokenFile, out var token, out var trouble))
            return new ChatAddress.Unknown(new DeliveryOutcome.Undecided(trouble));
        return TelegramOptions.IsToken(token)
            ? new ChatAddress.Known(new Uri($"{telegram.Api.TrimEnd('/')}/bot{token}/sendMessage"))
            : new ChatAddress.Unknown(new DeliveryOutcome.Undecided("the bot token has not the form of one"));
    };
}
