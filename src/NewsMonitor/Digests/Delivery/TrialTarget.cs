using System.Net.Mail;

namespace NewsMonitor.Digests.Delivery;

/// <summary>Finds what somebody means who names a channel or a recipient.</summary>
internal static class TrialTarget
{
    private static readonly System.Buffers.SearchValues<char> Letters = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>
    /// The options narrowed to what is named: a channel's word (<c>mail</c>, <c>file</c>, <c>slack</c>) with all that is configured for it, a recipient as
    /// the outbox lists it, a mail address, or a webhook's URL, configured or not. Null where it is none of these.
    /// </summary>
    public static DeliveryOptions? Of(string named, DeliveryOptions options)
    {
        var nobody = options with { Folder = null, To = [], Webhooks = [], Slack = [], Teams = [], Telegram = null };
        var target = Channel(named, options, nobody) ?? Recipient(named, options, nobody);
        return target is not null && OutboxPlan.For("", target, DateTimeOffset.UnixEpoch).Count > 0 ? target : null;
    }

    private static DeliveryOptions? Channel(string named, DeliveryOptions options, DeliveryOptions nobody) =>
        !named.AsSpan().ContainsAnyExcept(Letters) && Enum.TryParse<ChannelKind>(named, ignoreCase: true, out var kind)
            ? kind switch
            {
                ChannelKind.Mail => nobody with { To = options.To },
                ChannelKind.File => nobody with { Folder = options.Folder },
                ChannelKind.Webhook => nobody with { Webhooks = options.Webhooks },
                ChannelKind.Slack => nobody with { Slack = options.Slack },
                ChannelKind.Teams => nobody with { Teams = options.Teams },
                ChannelKind.Telegram => nobody with { Telegram = options.Telegram },
                _ => throw new InvalidOperationException($"unknown channel {kind}"),
            }
            : null;

    private static DeliveryOptions? Recipient(string named, DeliveryOptions options, DeliveryOptions nobody)
    {
        if (options.Webhooks.Where(hook => hook.Url == named || WebhookChannel.NameOf(hook) == named).ToArray() is { Length: > 0 } webhooks)
            return nobody with { Webhooks = webhooks };
        if (options.Slack.FirstOrDefault(IsNamed) is { } slack)
            return nobody with { Slack = [slack] };
        if (options.Teams.FirstOrDefault(IsNamed) is { } teams)
            return nobody with { Teams = [teams] };
        if (options.Telegram is { } telegram && telegram.ChatIds.Contains(named, StringComparer.Ordinal))
            return nobody with { Telegram = telegram with { ChatIds = [named] } };
        if (options.Folder is { } folder && named.Length > 0 && Path.GetFullPath(named) == folder)
            return nobody with { Folder = folder };
        if (Uri.TryCreate(named, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp))
            return nobody with { Webhooks = [new WebhookOptions { Url = named }] };
        return named.Contains('@', StringComparison.Ordinal) && MailAddress.TryCreate(named, out _) ? nobody with { To = [named] } : null;

        bool IsNamed(string url) => url == named || WebhookChannel.NameOf(url) == named;
    }
}
