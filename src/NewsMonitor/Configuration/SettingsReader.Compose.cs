using System.Collections.Immutable;
using System.Globalization;
using NewsMonitor.Digests.Delivery;
using NewsMonitor.Fetching;
using NewsMonitor.Subscriptions;

namespace NewsMonitor.Configuration;

/// <summary>From checked words to typed settings, and what only shows when two keys are read together.</summary>
internal sealed partial class SettingsReader
{
    private Settings? Compose()
    {
        if (Duration("Feeds:MinInterval") > Duration("Feeds:MaxInterval"))
            problems.Add(new("Feeds:MinInterval", Text("Feeds:MinInterval"), "must not be longer than Feeds:MaxInterval"));
        if (values["Digest:To"].Length > 0 && Optional("Digest:Smtp:Host") is null)
            problems.Add(new("Digest:Smtp:Host", null, "Digest:To names recipients, so name the mail server too"));
        if (values["Digest:To"].Length > 0 && Optional("Digest:Smtp:From") is null)
            problems.Add(new("Digest:Smtp:From", null, "Digest:To names recipients, so name the sender's address too"));
        if (Optional("Digest:Smtp:Password") is not null && Optional("Digest:Smtp:PasswordFile") is not null)
            problems.Add(new("Digest:Smtp:PasswordFile", Optional("Digest:Smtp:PasswordFile"), "set this or Digest:Smtp:Password, not both"));
        CheckTelegram();

        var urls = values["Web:Urls"].Select(url => new Uri(url)).ToImmutableArray();
        if (Optional("Web:Token") is null)
            problems.AddRange(urls.Where(url => !url.IsLoopback).Select(url => new SettingProblem("Web:Urls", url.OriginalString, "an address that others can reach needs Web:Token; set one, or listen on 127.0.0.1")));

        if (given.Contains("Feeds:Opml") && Shipped.Find(Text("Feeds:Opml")) is null)
            problems.Add(new("Feeds:Opml", Text("Feeds:Opml"), "the file does not exist; name one that does"));
        NameUnreachable("Storage:Path", Path.GetDirectoryName(Path.GetFullPath(Text("Storage:Path")))!);
        NameUnreachable("Digest:Folder", Path.GetFullPath(Text("Digest:Folder")));

        return problems.Count > 0 ? null : new Settings(Storage(), Feeds(), Fetching(), new(Folder("Topics:Path")), Digest(), new(urls, Optional("Web:Token")));
    }

    private StorageSettings Storage() => new(
        Path.GetFullPath(Text("Storage:Path")),
        Text("Storage:Keep").Equals("all", StringComparison.OrdinalIgnoreCase),
        Number("Storage:RetentionDays"));

    private FeedsSettings Feeds() => new(
        Shipped.Find(Text("Feeds:Opml")), Text("Feeds:Schedule"), Duration("Feeds:MinInterval"), Duration("Feeds:MaxInterval"), FeedParsers.Find(Text("Feeds:Parser"))!);

    private FetchingOptions Fetching() => new()
    {
        UserAgent = Text("Fetching:UserAgent"),
        PerHostDelay = Duration("Fetching:PerHostDelay"),
        PerHostConnections = Number("Fetching:PerHostConnections"),
        MaxConcurrency = Number("Fetching:MaxConcurrency"),
        Timeout = Duration("Fetching:Timeout"),
        MaxBytes = long.Parse(Text("Fetching:MaxBytes"), CultureInfo.InvariantCulture),
        RespectRobots = bool.Parse(Text("Fetching:RespectRobots")),
        AllowedNetworks = values["Fetching:AllowedNetworks"],
    };

    private DigestSettings Digest() => new(
        Text("Digest:Schedule"),
        TimeZoneInfo.FindSystemTimeZoneById(Text("Digest:TimeZone")),
        new DeliveryOptions(
            Path.GetFullPath(Text("Digest:Folder")),
            values["Digest:To"],
            Smtp(),
            [.. values["Digest:Webhooks"].Select(url => new WebhookOptions { Url = url, Secret = Optional("Digest:WebhookSecret"), SecretFile = Optional("Digest:WebhookSecretFile") })])
        {
            Slack = values["Digest:Slack"],
            Teams = values["Digest:Teams"],
            Telegram = Telegram(),
        })
    {
        Empty = Enum.Parse<EmptyPolicy>(Text("Digest:Empty"), ignoreCase: true),
    };

    private TelegramOptions? Telegram() => values["Digest:Telegram:ChatIds"].Length == 0 ? null : new TelegramOptions
    {
        BotToken = Optional("Digest:Telegram:BotToken"),
        BotTokenFile = Optional("Digest:Telegram:BotTokenFile"),
        ChatIds = values["Digest:Telegram:ChatIds"],
        Api = Text("Digest:Telegram:Api"),
    };

    private void CheckTelegram()
    {
        var (token, file) = (Optional("Digest:Telegram:BotToken"), Optional("Digest:Telegram:BotTokenFile"));
        if (token is not null && file is not null)
            problems.Add(new("Digest:Telegram:BotTokenFile", file, "set this or Digest:Telegram:BotToken, not both"));
        if ((token ?? file) is null != (values["Digest:Telegram:ChatIds"].Length == 0))
            problems.Add(new(token is null && file is null ? "Digest:Telegram:BotToken" : "Digest:Telegram:ChatIds", null, "Telegram needs both a bot's token and the chats it writes to"));
    }

    private SmtpOptions? Smtp() => Optional("Digest:Smtp:Host") is not { } host || Optional("Digest:Smtp:From") is not { } from ? null : new SmtpOptions
    {
        Host = host,
        Port = Number("Digest:Smtp:Port"),
        Security = Text("Digest:Smtp:Security").Equals("none", StringComparison.OrdinalIgnoreCase) ? SmtpSecurity.None : SmtpSecurity.StartTls,
        User = Optional("Digest:Smtp:User"),
        Password = Optional("Digest:Smtp:Password"),
        PasswordFile = Optional("Digest:Smtp:PasswordFile"),
        From = from,
        Unsubscribe = Optional("Digest:Smtp:Unsubscribe"),
    };

    private string? Folder(string key)
    {
        if (Optional(key) is not { } folder)
            return null;
        if (!Directory.Exists(folder))
            problems.Add(new(key, folder, "the folder does not exist; name one that does"));
        return Path.GetFullPath(folder);
    }

    private void NameUnreachable(string key, string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            problems.Add(new(key, Text(key), $"the folder {folder} cannot be made; name one that this user may write to"));
        }
    }

    private string Text(string key) => values[key][0];

    private string? Optional(string key) => values[key] is [var value, ..] ? value : null;

    private int Number(string key) => int.Parse(Text(key), CultureInfo.InvariantCulture);

    private TimeSpan Duration(string key) => SettingForms.TryDuration(Text(key), out var duration) ? duration : TimeSpan.Zero;
}
