using NewsMonitor.Fetching;

namespace NewsMonitor.Subscriptions.Discovery;

/// <summary>Which of several feeds of a page is the one that its reader means.</summary>
internal static class FeedChoice
{
    // What feeds of readers' comments are called in the languages of the monitor.
    private static readonly string[] CommentWords = ["comments", "kommentare", "commentaires", "comentarios", "комментарии", "коментарі", "댓글", "评论", "コメント"];

    /// <summary>
    /// The feeds, the one to be chosen first: not one of readers' comments, not an empty one, the one that says it belongs to this very page, one that the page
    /// declares, and of equals the one that the page names first.
    /// </summary>
    public static IReadOnlyList<FoundFeed> BestFirst(IEnumerable<FoundFeed> feeds, WebAddress page) =>
    [
        .. feeds
            .OrderBy(IsOfComments)
            .ThenBy(found => found.Feed.Items.Count == 0)
            .ThenByDescending(found => BelongsTo(found, page))
            .ThenBy(found => found.By),
    ];

    /// <summary>Whether a feed found by a link belongs to the site of the page: pages also link to the feeds of others.</summary>
    public static bool IsOfSite(FoundFeed found, WebAddress page) =>
        found.By == FoundBy.Declared || SharesSite(found.Address, page) || (WebAddress.TryParse(found.Feed.Link, out var home, out _) && SharesSite(home, page));

    /// <summary>Whether a feed is one of readers' comments.</summary>
    public static bool IsOfComments(FoundFeed found) =>
        CommentWords.Any(word => (found.Title ?? "").Contains(word, StringComparison.OrdinalIgnoreCase))
        || found.Address.Uri.AbsolutePath.Contains("/comments", StringComparison.OrdinalIgnoreCase);

    private static bool BelongsTo(FoundFeed found, WebAddress page) =>
        WebAddress.TryParse(found.Feed.Link, out var home, out _) && Place(home).Equals(Place(page), StringComparison.OrdinalIgnoreCase);

    private static string Place(WebAddress address) => Site(address) + address.Uri.AbsolutePath.TrimEnd('/');

    private static bool SharesSite(WebAddress one, WebAddress other) =>
        Site(one) is var left && Site(other) is var right && (left == right || left.EndsWith("." + right, StringComparison.Ordinal) || right.EndsWith("." + left, StringComparison.Ordinal));

    private static string Site(WebAddress address) => address.Host.StartsWith("www.", StringComparison.Ordinal) ? address.Host[4..] : address.Host;
}
