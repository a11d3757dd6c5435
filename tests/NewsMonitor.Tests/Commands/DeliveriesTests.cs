using System.Text.Json;
using NewsMonitor.Tests.Worlds;

namespace NewsMonitor.Tests.Commands;

/// <summary>The outbox as a user sees it: listed, filtered, tried again.</summary>
public sealed class DeliveriesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly NewsMonitorProgram _program;

    public DeliveriesTests() => _program = new NewsMonitorProgram(_folder);

    [Fact]
    public async Task What_failed_for_good_is_listed_with_its_answer_and_arrives_when_it_is_tried_again()
    {
        await using var site = await StubSite.StartAsync(s => s.On("/hook").Answers(StubAnswer.Status(404), StubAnswer.Status(204)));
        _program.Environment["NEWSMONITOR_Digest__Webhooks"] = site.Url("/hook");
        await _program.RunAsync("digest", "--send");

        var all = Rows(await _program.RunAsync("deliveries", "--json"));
        var failed = Assert.Single(Rows(await _program.RunAsync("deliveries", "--failed", "--json")));
        var shown = await _program.RunAsync("deliveries", "--failed");
        var id = failed.GetProperty("id").GetInt64();
        var retried = await _program.RunAsync("deliveries", "--retry", Text(id));
        var none = Rows(await _program.RunAsync("deliveries", "--failed", "--json"));

        Assert.Equal(["file delivered", "webhook parked"], all.Select(Row).Order(StringComparer.Ordinal));
        Assert.Equal("HTTP 404", failed.GetProperty("answer").GetString());
        Assert.Contains("HTTP 404; not tried any more", shown.Output, StringComparison.Ordinal);
        Assert.Equal(0, retried.ExitCode);
        Assert.Contains("HTTP 204", retried.Output, StringComparison.Ordinal);
        Assert.Empty(none);
        Assert.Equal(2, site.RequestsTo("/hook").Length);
    }

    [Fact]
    public async Task What_waits_can_be_tried_at_once_and_fails_again_where_nothing_was_mended()
    {
        await using var site = await StubSite.StartAsync(s => s.On("/hook").Answers(503));
        _program.Environment["NEWSMONITOR_Digest__Webhooks"] = site.Url("/hook");
        await _program.RunAsync("digest", "--send");
        var waiting = Assert.Single(Rows(await _program.RunAsync("deliveries", "--failed", "--json")));

        var retried = await _program.RunAsync("deliveries", "--retry", Text(waiting.GetProperty("id").GetInt64()), "--json");

        Assert.Equal("webhook pending", Row(waiting));
        Assert.NotNull(waiting.GetProperty("next_attempt").GetString());
        Assert.Equal(1, retried.ExitCode);
        Assert.Equal(2, Assert.Single(Rows(retried)).GetProperty("attempts").GetInt32());
    }

    [Fact]
    public async Task What_arrived_is_not_sent_twice_and_what_is_not_there_is_said_so()
    {
        await _program.RunAsync("digest", "--send");

        var delivered = await _program.RunAsync("deliveries", "--retry", "1");
        var unknown = await _program.RunAsync("deliveries", "--retry", "99");
        var nonsense = await _program.RunAsync("deliveries", "--retry", "soon");

        Assert.Equal((1, 1, 2), (delivered.ExitCode, unknown.ExitCode, nonsense.ExitCode));
        Assert.Contains("it was delivered", delivered.Error, StringComparison.Ordinal);
        Assert.Contains("no such delivery", unknown.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static JsonElement[] Rows(ProgramEnd end) => [.. JsonDocument.Parse(end.Output).RootElement.EnumerateArray()];

    private static string Row(JsonElement row) => $"{row.GetProperty("channel").GetString()} {row.GetProperty("state").GetString()}";

    private static string Text(long id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
