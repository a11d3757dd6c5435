using System.Text.Json;
using NewsMonitor.Tests.Worlds;

namespace NewsMonitor.Tests.Commands;

/// <summary><c>digest --send --to X</c>: one channel is tried, and nobody else notices.</summary>
public sealed class DeliveryTrialTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly NewsMonitorProgram _program;

    public DeliveryTrialTests() => _program = new NewsMonitorProgram(_folder);

    [Fact]
    public async Task One_webhook_is_tried_by_its_url_and_nothing_is_frozen()
    {
        await using var site = await StubSite.StartAsync(s =>
        {
            s.On("/tried").Answers(204);
            s.On("/other").Answers(204);
        });
        _program.Environment["NEWSMONITOR_Digest__Webhooks"] = $"{site.Url("/tried")},{site.Url("/other")}";

        var tried = await _program.RunAsync("digest", "--send", "--to", site.Url("/tried"));
        var outbox = await _program.RunAsync("deliveries", "--json");

        Assert.Equal(0, tried.ExitCode);
        Assert.Contains("delivered (http 204)", tried.Error, StringComparison.Ordinal);
        Assert.Single(site.RequestsTo("/tried"));
        Assert.Empty(site.RequestsTo("/other"));
        Assert.Empty(JsonDocument.Parse(outbox.Output).RootElement.EnumerateArray());
        Assert.False(Directory.Exists(_folder.File("data/digests")) && Directory.EnumerateFiles(_folder.File("data/digests")).Any());
    }

    [Fact]
    public async Task A_mail_address_that_is_configured_nowhere_can_be_tried_and_a_refusal_is_said()
    {
        await using var mailbox = StubMailbox.Start();
        mailbox.Refuses("gone@example.org", "550 5.1.1 no such user");
        _program.Environment["NEWSMONITOR_Digest__Smtp__Host"] = "127.0.0.1";
        _program.Environment["NEWSMONITOR_Digest__Smtp__Port"] = mailbox.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        _program.Environment["NEWSMONITOR_Digest__Smtp__Security"] = "none";
        _program.Environment["NEWSMONITOR_Digest__Smtp__From"] = "monitor@example.org";
        _program.Environment["NEWSMONITOR_Digest__To"] = "desk@example.org";

        var accepted = await _program.RunAsync("digest", "--send", "--to", "new@example.org");
        var refused = await _program.RunAsync("digest", "--send", "--to", "gone@example.org");

        Assert.Equal((0, 1), (accepted.ExitCode, refused.ExitCode));
        Assert.Equal(["new@example.org"], mailbox.Mails.SelectMany(mail => mail.Recipients));
        Assert.Contains("mail gone@example.org: parked", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_outbox_owes_is_paid_by_the_trial_and_not_sent_again()
    {
        await using var site = await StubSite.StartAsync(s => s.On("/hook").Answers(StubAnswer.Status(404), StubAnswer.Status(204)));
        _program.Environment["NEWSMONITOR_Digest__Webhooks"] = site.Url("/hook");
        await _program.RunAsync("digest", "--send");
        var day = JsonDocument.Parse((await _program.RunAsync("deliveries", "--json")).Output).RootElement[0].GetProperty("digest").GetString()!;

        var tried = await _program.RunAsync("digest", "--date", day, "--send", "--to", "webhook");
        var failed = await _program.RunAsync("deliveries", "--failed");

        Assert.Equal(0, tried.ExitCode);
        Assert.Equal("", failed.Output);
    }

    [Theory]
    [InlineData("--send", "--to", "carrier-pigeon")]
    [InlineData("--send", "--to", "mail")]
    [InlineData("--to", "file", "--format=text")]
    public async Task What_is_not_configured_or_not_to_be_sent_is_a_wrong_call(params string[] arguments)
    {
        var end = await _program.RunAsync(["digest", .. arguments]);

        Assert.Equal(2, end.ExitCode);
        Assert.StartsWith("--to", end.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
