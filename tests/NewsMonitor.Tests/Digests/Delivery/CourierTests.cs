using NewsMonitor.Digests;
using NewsMonitor.Digests.Delivery;
using NewsMonitor.Tests.Digests;
using NewsMonitor.Tests.Worlds;

namespace NewsMonitor.Tests.Digests.Delivery;

public sealed class CourierTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 5, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Every_recipient_of_every_channel_has_one_row_however_often_it_is_named()
    {
        var options = new DeliveryOptions("digests", ["a@example.org", "A@EXAMPLE.ORG", "b@example.org"], new SmtpOptions { Host = "mail.example" }, [Hook, Hook]);

        var rows = OutboxPlan.For("2026-11-24", options, Now);

        Assert.Equal([ChannelKind.File, ChannelKind.Mail, ChannelKind.Mail, ChannelKind.Webhook], rows.Select(row => row.Channel));
        Assert.DoesNotContain(rows, row => row.Recipient.Contains("planted", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_mail_server_no_mail_waits() =>
        Assert.Equal([ChannelKind.File], OutboxPlan.For("d", new DeliveryOptions("digests", ["a@example.org"], null, []), Now).Select(row => row.Channel));

    [Fact]
    public async Task One_of_five_recipients_that_always_fails_costs_the_other_four_nothing()
    {
        await using var mailbox = StubMailbox.Start();
        mailbox.Refuses("c@example.org", "550 5.1.1 no such user");
        var smtp = new SmtpOptions { Host = "127.0.0.1", Port = mailbox.Port, Security = SmtpSecurity.None };
        var courier = new Courier(new Dictionary<ChannelKind, IDeliveryChannel> { [ChannelKind.Mail] = new MailChannel(smtp) }, TimeProvider.System);
        var digest = SampleDigests.Busy();
        var rows = OutboxPlan.For(digest.Name, new DeliveryOptions(null, ["a@example.org", "b@example.org", "c@example.org", "d@example.org", "e@example.org"], smtp, []), Now);

        var done = new List<OutboxRow>();
        foreach (var row in rows)
            done.Add(await courier.DeliverAsync(row, digest, CancellationToken.None));

        Assert.Equal(["a@example.org", "b@example.org", "d@example.org", "e@example.org"], mailbox.Mails.SelectMany(mail => mail.Recipients));
        var parked = Assert.Single(done, row => row.State == OutboxState.Parked);
        Assert.Equal("c@example.org", parked.Recipient);
        Assert.NotNull(parked.Answer);
    }

    [Fact]
    public async Task What_is_undecided_is_tried_later_and_later_and_parked_in_the_end()
    {
        var courier = Courier(new DeliveryOutcome.Undecided("busy\r\nforged line"));
        var row = Row();
        var waits = new List<TimeSpan>();

        while (row.State == OutboxState.Pending)
        {
            row = await courier.DeliverAsync(row, SampleDigests.Busy(), CancellationToken.None);
            if (row.NextAttempt is { } next)
                waits.Add(next - row.LastAttempt!.Value);
        }

        Assert.Equal(waits.Order(), waits);
        Assert.Equal(OutboxState.Parked, row.State);
        Assert.Equal(waits.Count + 1, row.Attempts);
        Assert.Equal("busy forged line", row.Answer);
    }

    [Fact]
    public async Task The_other_side_may_ask_for_a_longer_wait_but_not_for_ever()
    {
        var patient = await Courier(new DeliveryOutcome.Undecided("busy", TimeSpan.FromMinutes(30))).DeliverAsync(Row(), SampleDigests.Busy(), CancellationToken.None);
        var endless = await Courier(new DeliveryOutcome.Undecided("busy", TimeSpan.FromDays(300))).DeliverAsync(Row(), SampleDigests.Busy(), CancellationToken.None);

        Assert.Equal(TimeSpan.FromMinutes(30), patient.NextAttempt - patient.LastAttempt);
        Assert.Equal(TimeSpan.FromHours(24), endless.NextAttempt - endless.LastAttempt);
    }

    private static WebhookOptions Hook => new() { Url = "https://hooks.example/planted-secret" };

    private static OutboxRow Row() => new(1, "2026-11-24", ChannelKind.Webhook, "x", OutboxState.Pending, 0, Now, null, null);

    private static Courier Courier(DeliveryOutcome outcome) =>
        new(new Dictionary<ChannelKind, IDeliveryChannel> { [ChannelKind.Webhook] = new Always(outcome) }, TimeProvider.System);

    private sealed class Always(DeliveryOutcome outcome) : IDeliveryChannel
    {
        public Task<DeliveryOutcome> DeliverAsync(Digest digest, string recipient, CancellationToken cancel) => Task.FromResult(outcome);
    }
}
