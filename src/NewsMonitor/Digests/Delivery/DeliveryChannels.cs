using NewsMonitor.Digests.Chat;

namespace NewsMonitor.Digests.Delivery;

/// <summary>Opens the channels that a configuration has.</summary>
/// <param name="send">Makes calls over a guarded connection.</param>
/// <param name="time">The clock.</param>
internal sealed class DeliveryChannels(Func<WebhookCall, CancellationToken, Task<WebhookAnswer>> send, TimeProvider time)
{
    public IReadOnlyDictionary<ChannelKind, IDeliveryChannel> Open(DeliveryOptions options)
    {
        var channels = new Dictionary<ChannelKind, IDeliveryChannel> { [ChannelKind.File] = new FileChannel() };
        if (options.Smtp is { } smtp)
            channels[ChannelKind.Mail] = new MailChannel(smtp);
        if (options.Webhooks.Count > 0)
            channels[ChannelKind.Webhook] = new WebhookChannel(options.Webhooks, send, time);
        if (options.Slack.Count > 0)
            channels[ChannelKind.Slack] = new ChatChannel(new SlackForm(), ChatAddresses.Of(options.Slack), send);
        if (options.Teams.Count > 0)
            channels[ChannelKind.Teams] = new ChatChannel(new TeamsForm(), ChatAddresses.Of(options.Teams), send);
        if (options.Telegram is { } telegram)
            channels[ChannelKind.Telegram] = new ChatChannel(new TelegramForm(), ChatAddresses.Of(telegram), send);
        return channels;
    }
}
