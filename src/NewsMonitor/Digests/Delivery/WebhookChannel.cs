using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace NewsMonitor.Digests.Delivery;

/// <summary>A call that somebody with a guarded connection makes: POST of a JSON body.</summary>
internal sealed record WebhookCall(Uri Url, byte[] Body, IReadOnlyList<KeyValuePair<string, string>> Headers);

/// <summary>What became of a call.</summary>
internal abstract record WebhookAnswer
{
    /// <summary>What it makes of a delivery: what may change is tried again, a refusal is for good.</summary>
    public DeliveryOutcome Outcome() => this switch
    {
        Answered { Status: >= 200 and < 300 } answered => new DeliveryOutcome.Delivered(answered.Text()),
        Answered { Status: 408 or 425 or 429 or >= 500 } answered => new DeliveryOutcome.Undecided(answered.Text(), answered.RetryAfter),
        Answered answered => new DeliveryOutcome.FailedForGood(answered.Text()),
        Unanswered unanswered => new DeliveryOutcome.Undecided(unanswered.Reason),
        Refused refused => new DeliveryOutcome.FailedForGood(refused.Reason),
        _ => throw new InvalidOperationException($"unknown answer {GetType().Name}"),
    };

    /// <summary>There was an answer; redirects are not followed.</summary>
    public sealed record Answered(int Status, TimeSpan? RetryAfter) : WebhookAnswer
    {
        /// <summary>"HTTP 404".</summary>
        public string Text() => string.Create(CultureInfo.InvariantCulture, $"HTTP {Status}");
    }

    /// <summary>There was none: no connection, no time left, a broken answer.</summary>
    public sealed record Unanswered(string Reason) : WebhookAnswer;

    /// <summary>The call was not made: the address may not be called.</summary>
    public sealed record Refused(string Reason) : WebhookAnswer;
}

/// <summary>
/// Posts the digest's JSON. A receiver tells a repetition by <c>X-NewsMonitor-Delivery</c>, and checks with its key that
/// <c>X-NewsMonitor-Signature</c> is <c>sha256=</c> and the hexadecimal HMAC-SHA256 of the timestamp, a full stop and the body.
/// </summary>
internal sealed class WebhookChannel(
    IReadOnlyList<WebhookOptions> webhooks, Func<WebhookCall, CancellationToken, Task<WebhookAnswer>> send, TimeProvider time) : IDeliveryChannel
{
    public const string DeliveryHeader = "X-NewsMonitor-Delivery";
    public const string TimestampHeader = "X-NewsMonitor-Timestamp";
    public const string SignatureHeader = "X-NewsMonitor-Signature";

    private readonly Dictionary<string, WebhookOptions> byName = webhooks.DistinctBy(NameOf, StringComparer.Ordinal).ToDictionary(NameOf, StringComparer.Ordinal);

    /// <summary>A name that tells webhooks apart and gives no secret away: the host and the beginning of a hash of the address.</summary>
    public static string NameOf(string address)
    {
        var host = Uri.TryCreate(address, UriKind.Absolute, out var url) ? url.Host : "unreadable address";
        return $"{host} #{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address)))[..8]}";
    }

    /// <inheritdoc cref="NameOf(string)"/>
    public static string NameOf(WebhookOptions webhook) => NameOf(webhook.Url);

    public async Task<DeliveryOutcome> DeliverAsync(Digest digest, string recipient, CancellationToken cancel)
    {
        if (!byName.TryGetValue(recipient, out var webhook))
            return new DeliveryOutcome.FailedForGood("the webhook is not configured any more");
        if (!Uri.TryCreate(webhook.Url, UriKind.Absolute, out var url) || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp))
            return new DeliveryOutcome.FailedForGood("the webhook's address is no http or https URL");
        if (!Secret.TryRead(webhook.Secret, webhook.SecretFile, out var secret, out var trouble))
            return new DeliveryOutcome.Undecided(trouble);

        var body = Encoding.UTF8.GetBytes(DigestJson.Write(digest));
        var answer = await send(new WebhookCall(url, body, Headers(digest, recipient, body, secret)), cancel);
        return answer.Outcome();
    }

    private List<KeyValuePair<string, string>> Headers(Digest digest, string recipient, byte[] body, string? secret)
    {
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        List<KeyValuePair<string, string>> headers =
        [
            new("Content-Type", "application/json; charset=utf-8"),
            new(DeliveryHeader, DeliveryIdentity.Of(digest, ChannelKind.Webhook, recipient)),
            new(TimestampHeader, timestamp),
        ];
        if (secret is not null)
        {
            byte[] signed = [.. Encoding.ASCII.GetBytes(timestamp), (byte)'.', .. body];
            headers.Add(new(SignatureHeader, "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed))));
        }

        return headers;
    }
}
