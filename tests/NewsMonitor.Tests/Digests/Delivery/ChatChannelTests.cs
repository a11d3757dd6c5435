using NewsMonitor.Digests.Chat;
using NewsMonitor.Digests.Delivery;

namespace NewsMonitor.Tests.Digests.Delivery;

public sealed class ChatChannelTests
{
    private static readonly TelegramOptions Bot = new() { BotToken = "123456:planted-token", ChatIds = ["-1001"] };

    [Fact]
    public async Task A_message_that_has_arrived_is_not_posted_again_when_the_next_one_fails()
    {
        var calls = new List<string>();
        var answers = new Queue<WebhookAnswer>([Status(200), Status(500), Status(200), .. Enumerable.Repeat(Status(200), 20)]);
        var channel = new ChatChannel(new TelegramForm(), ChatAddresses.Of(Bot), (call, _) =>
        {
            calls.Add(System.Text.Encoding.UTF8.GetString(call.Body));
            return Task.FromResult(answers.Dequeue());
        });
        var courier = new Courier(new Dictionary<ChannelKind, IDeliveryChannel> { [ChannelKind.Telegram] = channel }, TimeProvider.System);
        var digest = SampleDigests.Huge(40);
        var row = new OutboxRow(1, digest.Name, ChannelKind.Telegram, "-1001", OutboxState.Pending, 0, DateTimeOffset.UnixEpoch, null, null);

        var states = new List<OutboxRow>();
        while (row.State == OutboxState.Pending)
            states.Add(row = await courier.DeliverAsync(row, digest, CancellationToken.None));

        var messages = ChatMessages.Of(digest, new TelegramForm().Limits, new TelegramForm().Size).Length;
        Assert.True(messages > 2);
        Assert.Equal(messages + 1, calls.Count);
        Assert.Equal(messages, calls.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal((1, 1, "HTTP 500"), (states[1].PartsSent, states[1].Attempts, states[1].Answer));
        Assert.Equal(OutboxState.Delivered, row.State);
    }

    [Theory]
    [InlineData("123456:abc_DEF-1", true)]
    [InlineData("123456", false)]
    [InlineData("123456:", false)]
    [InlineData("123456:../../secret", false)]
    [InlineData("x:abc", false)]
    public void A_token_has_the_form_of_one(string token, bool isOne) => Assert.Equal(isOne, TelegramOptions.IsToken(token));

    [Fact]
    public async Task A_chat_that_is_configured_no_more_is_for_good_and_a_token_that_cannot_be_read_is_not()
    {
        Assert.IsType<DeliveryOutcome.FailedForGood>(await Deliver(ChatAddresses.Of(Bot), "-1002"));
        Assert.IsType<DeliveryOutcome.FailedForGood>(await Deliver(ChatAddresses.Of([]), "hooks.slack.com #00000000"));
        Assert.IsType<DeliveryOutcome.Undecided>(await Deliver(ChatAddresses.Of(Bot with { BotToken = null, BotTokenFile = "/no/such/file" }), "-1001"));
    }

    [Fact]
    public void No_secret_is_in_what_is_logged()
    {
        Assert.DoesNotContain("planted", Bot.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("planted", ChatAddresses.Of(Bot)("-1001").ToString(), StringComparison.Ordinal);
    }

    private static WebhookAnswer.Answered Status(int status) => new(status, null);

    private static Task<DeliveryOutcome> Deliver(Func<string, ChatAddress> find, string recipient) =>
        new ChatChannel(new SlackForm(), find, (_, _) => Task.FromResult<WebhookAnswer>(Status(200))).DeliverAsync(SampleDigests.Empty(), recipient, CancellationToken.None);
}
