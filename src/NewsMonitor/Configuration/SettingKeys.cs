using System.Collections.Immutable;
using System.Globalization;
using NewsMonitor.Subscriptions;
using static NewsMonitor.Configuration.SettingForms;

namespace NewsMonitor.Configuration;

/// <summary>Every key there is, with its default: the table that reading, checking, <c>config</c> and the README follow.</summary>
internal static class SettingKeys
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public static readonly ImmutableArray<SettingKey> All =
    [
        new("Storage:Provider", "sqlite", OneOf("sqlite")),
        new("Storage:Path", "data/newsmonitor.db", Anything),
        new("Storage:Keep", "mentions", OneOf("mentions", "all")),
        new("Storage:RetentionDays", "90", WholeNumber(1, 36_500)),
        new("Feeds:Opml", "seeds/feeds.opml", Anything),
        new("Feeds:Parser", FeedParsers.Own, FeedParsers.Mend),
        new("Feeds:Schedule", "0 * * * * ?", Cron),
        new("Feeds:MinInterval", "00:05:00", Duration(Second, Day)),
        new("Feeds:MaxInterval", "06:00:00", Duration(Second, 30 * Day)),
        new("Fetching:UserAgent", "NewsMonitor/0.1 (+https://newsmonitor.example/contact)", UserAgent),
        new("Fetching:PerHostDelay", "00:00:01", Duration(TimeSpan.Zero, TimeSpan.FromHours(1))),
        new("Fetching:PerHostConnections", "2", WholeNumber(1, 64)),
        new("Fetching:MaxConcurrency", "32", WholeNumber(1, 1024)),
        new("Fetching:Timeout", "00:00:30", Duration(Second / 10, TimeSpan.FromMinutes(10))),
        new("Fetching:MaxBytes", "10485760", WholeNumber(1024, 1L << 30)),
        new("Fetching:RespectRobots", "true", YesOrNo),
        new("Fetching:AllowedNetworks", null, Network, IsList: true),
        new("Topics:Path", null, Anything),
        new("Digest:Schedule", "0 0 7 * * ?", Cron),
        new("Digest:TimeZone", "UTC", Zone),
        new("Digest:Empty", "send", OneOf("send", "skip", "weekly")),
        new("Digest:Folder", "data/digests", Anything),
        new("Digest:To", null, MailAddress, IsList: true),
        new("Digest:Smtp:Host", null, Anything),
        new("Digest:Smtp:Port", "587", WholeNumber(1, 65_535)),
        new("Digest:Smtp:Security", "starttls", OneOf("starttls", "none")),
        new("Digest:Smtp:User", null, Anything),
        new("Digest:Smtp:Password", null, Anything, IsSecret: true),
        new("Digest:Smtp:PasswordFile", null, ReadableFile),
        new("Digest:Smtp:From", null, MailAddress),
        new("Digest:Smtp:Unsubscribe", null, Anything),
        new("Digest:Webhooks", null, WebUrl, IsList: true, IsSecret: true),
        new("Digest:WebhookSecret", null, Anything, IsSecret: true),
        new("Digest:WebhookSecretFile", null, ReadableFile),
        new("Digest:Slack", null, WebUrl, IsList: true, IsSecret: true),
        new("Digest:Teams", null, WebUrl, IsList: true, IsSecret: true),
        new("Digest:Telegram:BotToken", null, BotToken, IsSecret: true),
        new("Digest:Telegram:BotTokenFile", null, ReadableFile),
        new("Digest:Telegram:ChatIds", null, ChatId, IsList: true),
        new("Digest:Telegram:Api", "https://api.telegram.org", WebUrl),
        new("Web:Urls", "http://127.0.0.1:8080", WebUrl, IsList: true),
        new("Web:Token", null, value => value.Trim().Length < 16 ? "use at least 16 characters" : null, IsSecret: true),
    ];

    /// <summary>Keys that belong to the logging library, whose names are the namespaces of whatever logs.</summary>
    public const string LogLevels = "Logging:LogLevel:";

    private static string? UserAgent(string value) =>
        Fetching.FetchingOptions.IsUserAgent(value) ? null : "name a product, a version and a contact, such as \"NewsMonitor/0.1 (+https://example.org/contact)\"";

    private static string? Network(string value) =>
        System.Net.IPNetwork.TryParse(value, out _) ? null : "write an address block such as 192.168.10.0/24";

    private static string? MailAddress(string value) =>
        !value.AsSpan().ContainsAny("\r\n\0") && System.Net.Mail.MailAddress.TryCreate(value, out _) ? null : "write a mail address such as desk@example.org";

    private static string? BotToken(string value) =>
        Digests.Delivery.TelegramOptions.IsToken(value) ? null : "write the token as Telegram's BotFather gave it: digits, a colon, letters";

    private static string? ChatId(string value) =>
        long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) || (value.Length > 1 && value[0] == '@')
            ? null
            : "write a chat's number such as -1001234567890, or a public channel's name such as @desk";

    private static string? ReadableFile(string value) => File.Exists(value) ? null : "name a file that exists and can be read";
}
