using NewsMonitor.Feeds;

namespace NewsMonitor.Subscriptions;

/// <summary>Makes a feed of a body: what <see cref="FeedReader.Read"/> does, and whatever a build has beside it.</summary>
internal delegate FeedReading FeedParser(ReadOnlySpan<byte> body, FeedHeaders headers, Uri? url);

/// <summary>The parsers of this build: the setting <c>Feeds:Parser</c> names one.</summary>
internal static partial class FeedParsers
{
    /// <summary>The parser of our own.</summary>
    public const string Own = "newsmonitor";

    private static readonly Dictionary<string, FeedParser> Built = Build();

    /// <summary>The parser of a name, upper and lower case alike; null where this build has none of it.</summary>
    public static FeedParser? Find(string name) => Built.GetValueOrDefault(name);

    /// <summary>What to write instead of a name; null where the build has a parser of it.</summary>
    public static string? Mend(string name) =>
        Built.ContainsKey(name) ? null
        : name.Equals("codehollow", StringComparison.OrdinalIgnoreCase) ? $"this build has no such parser; write {Own}, or build with -p:CodeHollowFeedReader=true"
        : $"write one of {string.Join(", ", Built.Keys)}";

    private static Dictionary<string, FeedParser> Build()
    {
        var parsers = new Dictionary<string, FeedParser>(StringComparer.OrdinalIgnoreCase) { [Own] = FeedReader.Read };
        AddOthers(parsers);
        return parsers;
    }

    /// <summary>Adds the parsers that a build can choose; does nothing in one that chose none.</summary>
    static partial void AddOthers(Dictionary<string, FeedParser> parsers);
}
