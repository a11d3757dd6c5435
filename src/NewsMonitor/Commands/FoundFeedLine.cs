using NewsMonitor.Subscriptions.Discovery;

namespace NewsMonitor.Commands;

/// <summary>A feed that was found, on one line.</summary>
internal static class FoundFeedLine
{
    public static string Of(FoundFeed found, bool isChosen) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"  {(isChosen ? "*" : " ")} {found.Address}  {found.Feed.Format}, {found.Feed.Items.Count} items{(found.Title is { } title ? $", {title}" : "")}");
}
