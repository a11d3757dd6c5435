using System.Text.Json;
using NewsMonitor.Tests.Worlds;

namespace NewsMonitor.Tests.Journeys;

/// <summary>The real program posts to Slack, Teams and Telegram, stood in for by a site on loopback.</summary>
public sealed class ChatDeliveryTests : IDisposable
{
    private const string Article = "---\ntitle: Shells for Moscow\nlanguage: en\n---\nNorth Korea has sent artillery shells to Russia, officials said. The two countries also spoke of sport.";

    private readonly TemporaryFolder _folder = new();
    private readonly NewsMonitorProgram _program;

    public ChatDeliveryTests() => _program = new NewsMonitorProgram(_folder);

    [Fact]
    public async Task Each_chat_gets_the_quote_once_in_its_own_form_and_no_secret_is_shown()
    {
        await using var site = await StubSite.StartAsync(s =>
        {
            s.On("/slack-planted").Answers(200);
            s.On("/teams-planted").Answers(202);
            s.On("/bot42:planted/sendMessage").Answers(200);
        });
        _program.Environment["NEWSMONITOR_Digest__Slack"] = site.Url("/slack-planted");
        _program.Environment["NEWSMONITOR_Digest__Teams"] = site.Url("/teams-planted");
        _program.Environment["NEWSMONITOR_Digest__Telegram__BotToken"] = "42:planted";
        _program.Environment["NEWSMONITOR_Digest__Telegram__ChatIds"] = "-1001,@desk";
        _program.Environment["NEWSMONITOR_Digest__Telegram__Api"] = site.Origin;
        await File.WriteAllTextAsync(_folder.File("a.md"), Article, TestContext.Current.CancellationToken);
        await _program.RunAsync("seed", _folder.File("a.md"));

        var sent = await _program.RunAsync("digest", "--send");
        var listed = await _program.RunAsync("deliveries");
        var config = await _program.RunAsync("config");

        Assert.Equal(0, sent.ExitCode);
        Assert.Contains("North Korea has sent artillery shells to Russia", Texts(Assert.Single(site.RequestsTo("/slack-planted")).Body), StringComparison.Ordinal);
        Assert.Contains("North Korea has sent artillery shells to Russia", Texts(Assert.Single(site.RequestsTo("/teams-planted")).Body), StringComparison.Ordinal);
        var chats = site.RequestsTo("/bot42:planted/sendMessage").Select(request => JsonDocument.Parse(request.Body).RootElement).ToList();
        Assert.Equal(["-1001", "@desk"], chats.Select(chat => chat.GetProperty("chat_id").GetString()!).Order(StringComparer.Ordinal));
        Assert.All(chats, chat => Assert.Contains("<blockquote>", chat.GetProperty("text").GetString(), StringComparison.Ordinal));
        Assert.All(new[] { "slack", "teams", "telegram" }, channel => Assert.Contains(channel, listed.Output, StringComparison.Ordinal));
        Assert.All(new[] { sent, listed, config }, end => Assert.DoesNotContain("planted", end.Output + end.Error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_bot_without_chats_is_a_wrong_configuration()
    {
        _program.Environment["NEWSMONITOR_Digest__Telegram__BotToken"] = "42:planted";

        var end = await _program.RunAsync("config");

        Assert.Equal(2, end.ExitCode);
        Assert.Contains("Digest:Telegram:ChatIds", end.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static string Texts(string json) => string.Concat(Strings(JsonDocument.Parse(json).RootElement));

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Where(member => member.Name is "text" or "elements" or "blocks" or "attachments" or "content" or "body" or "items" or "inlines").SelectMany(member => Strings(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };
}
