namespace NewsMonitor.Digests.Delivery;

/// <summary>Where digests go: the section <c>Digest</c> of the configuration, as far as delivery reads it.</summary>
/// <param name="Folder">The folder for files, or null for none.</param>
/// <param name="To">Mail addresses, one message each.</param>
/// <param name="Smtp">The mail server, or null where none is configured.</param>
/// <param name="Webhooks">Addresses that get the digest as JSON.</param>
internal sealed record DeliveryOptions(string? Folder, IReadOnlyList<string> To, SmtpOptions? Smtp, IReadOnlyList<WebhookOptions> Webhooks)
{
    /// <summary>Incoming webhooks of Slack. Each is a secret.</summary>
    public IReadOnlyList<string> Slack { get; init; } = [];

    /// <summary>Incoming webhooks or workflows of Teams. Each is a secret.</summary>
    public IReadOnlyList<string> Teams { get; init; } = [];

    /// <summary>The Telegram bot and its chats; null where there is none.</summary>
    public TelegramOptions? Telegram { get; init; }
}

/// <summary>Whether a scheduled digest that has nothing to tell goes out. The folder gets each one whatever is chosen.</summary>
internal enum EmptyPolicy
{
    /// <summary>It does: silence must not be ambiguous.</summary>
    Send,

    /// <summary>It does not.</summary>
    Skip,

    /// <summary>It does where nothing has gone out for a week.</summary>
    Weekly,
}

/// <summary>The mail server: <c>Digest:Smtp</c>.</summary>
internal sealed record SmtpOptions
{
    /// <summary>The server's name; null where mail is not sent.</summary>
    public string? Host { get; init; }

    /// <summary>587 is the submission port. Implicit TLS (465) cannot be spoken.</summary>
    public int Port { get; init; } = 587;

    /// <summary>Whether the connection must be encrypted before anything is said.</summary>
    public SmtpSecurity Security { get; init; } = SmtpSecurity.StartTls;

    /// <summary>The account, or null to send without one.</summary>
    public string? User { get; init; }

    /// <summary>The account's password; <see cref="PasswordFile"/> is the better place.</summary>
    public string? Password { get; init; }

    /// <summary>A file whose content, without the line break at its end, is the password. Read at each sending, so that it can be rotated.</summary>
    public string? PasswordFile { get; init; }

    /// <summary>The sender's address, with or without a name: <c>NewsMonitor &lt;monitor@example.org&gt;</c>.</summary>
    public string From { get; init; } = "NewsMonitor <newsmonitor@localhost>";

    /// <summary>The address or https URL where a reader unsubscribes; null for the sender's own address.</summary>
    public string? Unsubscribe { get; init; }

    /// <summary>The longest one message may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Without the password, which a log line would otherwise hold.</summary>
    public override string ToString() => $"{From} through {Host}:{Port} ({Security}{(User is null ? "" : $", as {User}")})";
}

/// <summary>How a mail connection is protected.</summary>
internal enum SmtpSecurity
{
    /// <summary>STARTTLS is required: a server that does not offer it gets nothing.</summary>
    StartTls,

    /// <summary>Plain text, for a relay on the same machine.</summary>
    None,
}

/// <summary>An entry of <c>Digest:Webhooks</c>.</summary>
internal sealed record WebhookOptions
{
    /// <summary>The address, http or https. It often is a secret itself and is never shown whole.</summary>
    public required string Url { get; init; }

    /// <summary>The key of the signature; without one the call is not signed.</summary>
    public string? Secret { get; init; }

    /// <summary>A file whose content, without the line break at its end, is the key.</summary>
    public string? SecretFile { get; init; }

    /// <summary>Without the address and the key.</summary>
    public override string ToString() => WebhookChannel.NameOf(this);
}
