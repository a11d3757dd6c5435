using System.Collections.Immutable;
using NewsMonitor.Digests.Delivery;
using NewsMonitor.Fetching;
using NewsMonitor.Subscriptions;

namespace NewsMonitor.Configuration;

/// <summary>Everything a user can set, checked: whoever holds this needs to check nothing again.</summary>
internal sealed record Settings(
    StorageSettings Storage,
    FeedsSettings Feeds,
    FetchingOptions Fetching,
    TopicsSettings Topics,
    DigestSettings Digest,
    WebSettings Web);

/// <summary>The section <c>Storage</c>.</summary>
/// <param name="Path">The SQLite file, a full path.</param>
/// <param name="KeepAll">Whether the text of every article is stored, or only of those that name an actor or a territory.</param>
/// <param name="RetentionDays">For how long the text of articles without findings is kept.</param>
internal sealed record StorageSettings(string Path, bool KeepAll, int RetentionDays);

/// <summary>The section <c>Feeds</c>.</summary>
/// <param name="Opml">The OPML file kept in step with the database at start; null where there is none.</param>
/// <param name="Schedule">Quartz cron of the tick.</param>
/// <param name="Parser">What feeds are read by.</param>
internal sealed record FeedsSettings(string? Opml, string Schedule, TimeSpan MinInterval, TimeSpan MaxInterval, FeedParser Parser);

/// <summary>The section <c>Topics</c>.</summary>
/// <param name="Path">A folder of topic files; null for the built-in ones.</param>
internal sealed record TopicsSettings(string? Path);

/// <summary>The section <c>Digest</c>.</summary>
/// <param name="Schedule">Quartz cron of the freeze, in <paramref name="TimeZone"/>.</param>
internal sealed record DigestSettings(string Schedule, TimeZoneInfo TimeZone, DeliveryOptions Delivery)
{
    /// <summary>What becomes of a scheduled digest that has nothing to tell.</summary>
    public EmptyPolicy Empty { get; init; }
}

/// <summary>The section <c>Web</c>.</summary>
/// <param name="Token">What a caller must show; null where none is asked for.</param>
internal sealed record WebSettings(ImmutableArray<Uri> Urls, string? Token);
