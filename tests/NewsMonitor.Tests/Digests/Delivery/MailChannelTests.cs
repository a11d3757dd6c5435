using NewsMonitor.Digests.Delivery;
using NewsMonitor.Digests.Rendering;
using NewsMonitor.Tests.Digests;
using NewsMonitor.Tests.Worlds;

namespace NewsMonitor.Tests.Digests.Delivery;

public sealed class MailChannelTests
{
    private const string Reader = "reader@example.org";

    [Fact]
    public async Task A_reader_gets_one_mail_with_plain_text_first_and_HTML_after_it()
    {
        await using var mailbox = StubMailbox.Start();
        var digest = SampleDigests.Busy();

        var outcome = await Channel(mailbox).DeliverAsync(digest, Reader, CancellationToken.None);

        Assert.IsType<DeliveryOutcome.Delivered>(outcome);
        var mail = Assert.Single(mailbox.Mails);
        Assert.Equal([Reader], mail.Recipients);
        Assert.StartsWith("multipart/alternative", mail.Header("Content-Type"), StringComparison.Ordinal);
        Assert.Equal(["text/plain", "text/html"], mail.Parts().Select(part => part.MediaType));
        Assert.Equal(TextDigest.Render(digest), mail.Parts()[0].Content.ReplaceLineEndings("\n"));
        Assert.Equal(HtmlDigest.Render(digest, HtmlExtent.Mail), mail.Parts()[1].Content.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Its_headers_say_what_it_is()
    {
        await using var mailbox = StubMailbox.Start();

        await Channel(mailbox).DeliverAsync(SampleDigests.Busy(), Reader, CancellationToken.None);

        var mail = Assert.Single(mailbox.Mails);
        Assert.Equal("[NewsMonitor] DPRK-Russia: 3 new; recognition: 3 new · Tue 24 Nov", mail.Header("Subject"));
        Assert.Equal("NewsMonitor digest <digest.newsmonitor.example.org>", mail.Header("List-Id"));
        Assert.Equal("<mailto:monitor@example.org?subject=unsubscribe>", mail.Header("List-Unsubscribe"));
        Assert.Equal("auto-generated", mail.Header("Auto-Submitted"));
        Assert.Matches("^<[0-9a-f]{32}@example.org>$", mail.Header("Message-ID"));
        Assert.NotEmpty(mail.Header("Date"));
    }

    [Fact]
    public async Task Hostile_articles_add_no_header_and_no_long_line()
    {
        await using var quiet = StubMailbox.Start();
        await using var attacked = StubMailbox.Start();

        await Channel(quiet).DeliverAsync(SampleDigests.Empty(), Reader, CancellationToken.None);
        await Channel(attacked).DeliverAsync(Hostile.Digest(), Reader, CancellationToken.None);

        var mail = Assert.Single(attacked.Mails);
        Assert.Equal(Assert.Single(quiet.Mails).Headers().Select(header => header.Name), mail.Headers().Select(header => header.Name));
        Assert.Equal([Reader], mail.Recipients);
        Assert.All(mail.Raw.Split("\r\n"), line => Assert.InRange(line.Length, 0, 998));
        Assert.DoesNotContain('\n', mail.Raw.Replace("\r\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_digest_to_the_same_reader_has_the_same_id_and_another_reader_another()
    {
        await using var mailbox = StubMailbox.Start();
        var channel = Channel(mailbox);

        await channel.DeliverAsync(SampleDigests.Busy(), Reader, CancellationToken.None);
        await channel.DeliverAsync(SampleDigests.Busy(), Reader, CancellationToken.None);
        await channel.DeliverAsync(SampleDigests.Busy(), "other@example.org", CancellationToken.None);

        var ids = mailbox.Mails.Select(mail => mail.Header("Message-ID")).ToArray();
        Assert.Equal(ids[0], ids[1]);
        Assert.NotEqual(ids[0], ids[2]);
    }

    [Theory]
    [InlineData("550 5.1.1 no such user", true)]
    [InlineData("552 5.2.2 mailbox full", true)]
    [InlineData("451 4.3.0 try again", false)]
    [InlineData("421 4.7.0 closing", false)]
    public async Task A_refusal_is_for_good_only_where_the_server_says_so(string line, bool forGood)
    {
        await using var mailbox = StubMailbox.Start();
        mailbox.Refuses(Reader, line);

        var outcome = await Channel(mailbox).DeliverAsync(SampleDigests.Busy(), Reader, CancellationToken.None);

        Assert.Equal(forGood, outcome is DeliveryOutcome.FailedForGood);
        Assert.Equal(!forGood, outcome is DeliveryOutcome.Undecided);
        Assert.Empty(mailbox.Mails);
    }

    [Fact]
    public async Task A_lost_answer_leaves_it_undecided()
    {
        await using var mailbox = StubMailbox.Start();
        mailbox.DropsBeforeAnswer = true;

        var outcome = await Channel(mailbox).DeliverAsync(SampleDigests.Busy(), Reader, CancellationToken.None);

        Assert.IsType<DeliveryOutcome.Undecided>(outcome);
        Assert.Single(mailbox.Mails);
    }

    [Fact]
    public async Task A_server_that_does_not_offer_encryption_gets_nothing_by_default()
    {
        await using var mailbox = StubMailbox.Start();

        var outcome = await Channel(mailbox, SmtpSecurity.StartTls).DeliverAsync(SampleDigests.Busy(), Reader, CancellationToken.None);

        Assert.IsType<DeliveryOutcome.Undecided>(outcome);
        Assert.Empty(mailbox.Mails);
    }

    [Fact]
    public async Task A_secret_never_shows_in_what_is_said_of_a_failure()
    {
        await using var mailbox = StubMailbox.Start();
        var options = Options(mailbox) with { User = "monitor", Password = "planted-secret", Security = SmtpSecurity.StartTls };

        var outcome = await new MailChannel(options).DeliverAsync(SampleDigests.Busy(), Reader, CancellationToken.None);

        Assert.DoesNotContain("planted-secret", outcome.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("planted-secret", options.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_leaves_it_undecided()
    {
        int port;
        await using (var gone = StubMailbox.Start())
            port = gone.Port;

        var outcome = await new MailChannel(new SmtpOptions { Host = "127.0.0.1", Port = port, Security = SmtpSecurity.None })
            .DeliverAsync(SampleDigests.Busy(), Reader, CancellationToken.None);

        Assert.IsType<DeliveryOutcome.Undecided>(outcome);
    }

    private static MailChannel Channel(StubMailbox mailbox, SmtpSecurity security = SmtpSecurity.None) => new(Options(mailbox) with { Security = security });

    private static SmtpOptions Options(StubMailbox mailbox) =>
        new() { Host = "127.0.0.1", Port = mailbox.Port, Security = SmtpSecurity.None, From = "Monitor <monitor@example.org>" };
}
