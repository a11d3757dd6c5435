using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NewsMonitor.Digests;
using NewsMonitor.Digests.Delivery;
using NewsMonitor.Tests.Digests;

namespace NewsMonitor.Tests.Digests.Delivery;

public sealed class WebhookChannelTests
{
    private static readonly WebhookOptions Hook = new() { Url = "https://hooks.example/planted", Secret = "key" };

    [Fact]
    public async Task It_posts_the_digest_signed_with_its_time()
    {
        var calls = new List<WebhookCall>();

        var outcome = await Deliver(calls, new WebhookAnswer.Answered(202, null));

        Assert.IsType<DeliveryOutcome.Delivered>(outcome);
        var call = Assert.Single(calls);
        var headers = call.Headers.ToDictionary(header => header.Key, header => header.Value);
        var timestamp = headers[WebhookChannel.TimestampHeader];
        byte[] signed = [.. Encoding.ASCII.GetBytes(timestamp + "."), .. call.Body];
        var expected = HMACSHA256.HashData("key"u8.ToArray(), signed);
        Assert.Equal("sha256=" + Convert.ToHexStringLower(expected), headers[WebhookChannel.SignatureHeader]);
        Assert.InRange(long.Parse(timestamp, CultureInfo.InvariantCulture), 1, long.MaxValue);
        Assert.Equal(SampleDigests.Busy().Name, DigestJson.Read(Encoding.UTF8.GetString(call.Body)).Name);
    }

    [Fact]
    public async Task Every_attempt_has_the_same_delivery_id()
    {
        var calls = new List<WebhookCall>();

        await Deliver(calls, new WebhookAnswer.Answered(500, null));
        await Deliver(calls, new WebhookAnswer.Answered(200, null));

        Assert.Single(calls.Select(call => call.Headers.Single(header => header.Key == WebhookChannel.DeliveryHeader).Value).Distinct());
    }

    [Theory]
    [InlineData(429, false)]
    [InlineData(503, false)]
    [InlineData(404, true)]
    [InlineData(302, true)]
    public async Task Only_what_may_change_is_tried_again(int status, bool forGood)
    {
        var outcome = await Deliver([], new WebhookAnswer.Answered(status, TimeSpan.FromSeconds(7)));

        Assert.Equal(forGood, outcome is DeliveryOutcome.FailedForGood);
        Assert.Equal(!forGood, outcome is DeliveryOutcome.Undecided { RetryAfter.TotalSeconds: 7 });
    }

    [Fact]
    public async Task A_refused_address_is_for_good_and_a_lost_answer_is_not()
    {
        Assert.IsType<DeliveryOutcome.FailedForGood>(await Deliver([], new WebhookAnswer.Refused("private address")));
        Assert.IsType<DeliveryOutcome.Undecided>(await Deliver([], new WebhookAnswer.Unanswered("timeout")));
    }

    [Fact]
    public void Its_name_tells_it_apart_and_gives_nothing_away()
    {
        Assert.StartsWith("hooks.example #", WebhookChannel.NameOf(Hook), StringComparison.Ordinal);
        Assert.DoesNotContain("planted", WebhookChannel.NameOf(Hook), StringComparison.Ordinal);
        Assert.NotEqual(WebhookChannel.NameOf(Hook), WebhookChannel.NameOf(Hook with { Url = "https://hooks.example/other" }));
        Assert.DoesNotContain("planted", Hook.ToString(), StringComparison.Ordinal);
    }

    private static Task<DeliveryOutcome> Deliver(List<WebhookCall> calls, WebhookAnswer answer)
    {
        var channel = new WebhookChannel(
            [Hook],
            (call, _) =>
            {
                calls.Add(call);
                return Task.FromResult(answer);
            },
            TimeProvider.System);
        return channel.DeliverAsync(SampleDigests.Busy(), WebhookChannel.NameOf(Hook), CancellationToken.None);
    }
}
