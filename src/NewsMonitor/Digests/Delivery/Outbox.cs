namespace NewsMonitor.Digests.Delivery;

/// <summary>Ways a digest leaves.</summary>
internal enum ChannelKind
{
    Mail,
    File,
    Webhook,
    Slack,
    Teams,
    Telegram,
}

/// <summary>One digest for one recipient of one channel: written when the digest is frozen, in the same transaction.</summary>
/// <param name="Id">Its number in the store; 0 before it is stored.</param>
/// <param name="Digest">The digest's name.</param>
/// <param name="Channel">How it goes.</param>
/// <param name="Recipient">A mail address, a folder, a webhook's name (<see cref="WebhookChannel.NameOf(string)"/>), or a chat's id. Unique with digest and channel.</param>
/// <param name="State">What became of it.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="NextAttempt">When it is due, UTC; null where it is not tried any more.</param>
/// <param name="LastAttempt">When it was last tried, UTC; null before the first.</param>
/// <param name="Answer">What the other side, or the failure, said: one line without secrets; null before the first attempt.</param>
internal sealed record OutboxRow(
    long Id,
    string Digest,
    ChannelKind Channel,
    string Recipient,
    OutboxState State,
    int Attempts,
    DateTimeOffset? NextAttempt,
    DateTimeOffset? LastAttempt,
    string? Answer)
{
    /// <summary>How many messages have arrived, where the digest needs several.</summary>
    public int PartsSent { get; init; }
}

/// <summary>What became of a row.</summary>
internal enum OutboxState
{
    Pending,
    Delivered,

    /// <summary>Failed for good, or too often: shown to the user, not tried again by itself.</summary>
    Parked,
}

/// <summary>Which rows a digest gets.</summary>
internal static class OutboxPlan
{
    /// <summary>A row for each recipient and channel that is configured, each once, however often it is named.</summary>
    public static IReadOnlyList<OutboxRow> For(string digest, DeliveryOptions options, DateTimeOffset now)
    {
        var mail = options.Smtp?.Host is null ? [] : options.To.Select(address => (ChannelKind.Mail, address.Trim()));
        IEnumerable<(ChannelKind, string)> folder = options.Folder is null ? [] : [(ChannelKind.File, options.Folder)];
        var webhooks = options.Webhooks.Select(hook => (ChannelKind.Webhook, WebhookChannel.NameOf(hook)));
        var chats = options.Slack.Select(url => (ChannelKind.Slack, WebhookChannel.NameOf(url)))
            .Concat(options.Teams.Select(url => (ChannelKind.Teams, WebhookChannel.NameOf(url))))
            .Concat((options.Telegram?.ChatIds ?? []).Select(chat => (ChannelKind.Telegram, chat)));
        return
        [
            .. folder.Concat(mail).Concat(webhooks).Concat(chats)
                .DistinctBy(target => (target.Item1, target.Item1 == ChannelKind.Mail ? target.Item2.ToUpperInvariant() : target.Item2))
                .Select(target => new OutboxRow(0, digest, target.Item1, target.Item2, OutboxState.Pending, 0, now, null, null)),
        ];
    }
}
