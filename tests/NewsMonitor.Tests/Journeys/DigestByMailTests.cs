using NewsMonitor.Digests.Delivery;
using NewsMonitor.Storage;
using NewsMonitor.Tests.Worlds;
using Monitor = NewsMonitor.Tests.Worlds.Monitor;

namespace NewsMonitor.Tests.Journeys;

public sealed class DigestByMailTests
{
    [Fact]
    public async Task Every_recipient_gets_one_mail_with_the_quote_in_both_parts_and_one_who_is_refused_costs_the_others_nothing()
    {
        await using var mailbox = StubMailbox.Start();
        mailbox.Refuses("gone@example.org", "550 5.1.1 no such user");
        await using var site = await StubSite.StartAsync(s => s.Page("/shells", News.Page("Shells by rail", News.ShellsSentence)));
        site.Feed("/rss", News.Rss((site.Url("/shells"), "Shells by rail", "")));
        await using var monitor = new Monitor(settings => settings with
        {
            Digest = settings.Digest with
            {
                Delivery = settings.Digest.Delivery with
                {
                    To = ["desk@example.org", "gone@example.org", "analyst@example.org"],
                    Smtp = new SmtpOptions { Host = "127.0.0.1", Port = mailbox.Port, Security = SmtpSecurity.None, From = "monitor@example.org" },
                },
            },
        });
        monitor.Subscribe(site.Url("/rss"));
        await monitor.PollAsync();

        var digest = await monitor.DigestAsync();
        monitor.Clock.Advance(TimeSpan.FromDays(3));
        await monitor.RestartAsync();
        await monitor.Part<OutboxRun>().SendDueAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["analyst@example.org", "desk@example.org"], mailbox.Mails.Select(mail => mail.Header("To")).Order(StringComparer.Ordinal));
        Assert.All(mailbox.Mails, mail =>
        {
            var parts = mail.Parts();
            Assert.Equal(["text/plain", "text/html"], parts.Select(part => part.MediaType));
            Assert.All(parts, part => Assert.Contains("Shells by rail", part.Content, StringComparison.Ordinal));
            Assert.Contains("1 new", mail.Header("Subject"), StringComparison.Ordinal);
        });
        var rows = monitor.Part<OutboxStore>().Of(digest.Name);
        Assert.Equal(OutboxState.Parked, Assert.Single(rows, row => row.Recipient == "gone@example.org").State);
        Assert.All(rows.Where(row => row.Recipient != "gone@example.org"), row => Assert.Equal(OutboxState.Delivered, row.State));
    }
}
