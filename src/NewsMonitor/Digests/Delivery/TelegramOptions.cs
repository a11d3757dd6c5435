using System.Diagnostics.CodeAnalysis;

namespace NewsMonitor.Digests.Delivery;

/// <summary>The section <c>Digest:Telegram</c>.</summary>
internal sealed record TelegramOptions
{
    /// <summary>The bot's token; <see cref="BotTokenFile"/> is the better place.</summary>
    public string? BotToken { get; init; }

    /// <summary>A file whose content, without the line break at its end, is the token.</summary>
    public string? BotTokenFile { get; init; }

    /// <summary>Numbers of chats, or names of public channels with their <c>@</c>.</summary>
    public required IReadOnlyList<string> ChatIds { get; init; }

    /// <summary>The Bot API's address: Telegram's own, or that of a server one runs.</summary>
    public string Api { get; init; } = "https://api.telegram.org";

    private static readonly System.Buffers.SearchValues<char> Secret = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");

    /// <summary>Whether it has the form <c>123456:letters</c>, which also keeps it from leading to another path.</summary>
    public static bool IsToken([NotNullWhen(true)] string? token)
    {
        var colon = token?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        return colon > 0
            && !token.AsSpan(0, colon).ContainsAnyExceptInRange('0', '9')
            && colon + 1 < token!.Length
            && token.AsSpan(colon + 1).IndexOfAnyExcept(Secret) < 0;
    }

    /// <summary>Without the token.</summary>
    public override string ToString() => $"{ChatIds.Count} chats";
}
