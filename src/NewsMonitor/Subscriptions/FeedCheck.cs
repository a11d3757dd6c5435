using NewsMonitor.Feeds;
using NewsMonitor.Fetching;

namespace NewsMonitor.Subscriptions;

/// <summary>What a feed is and what is wrong with it, in lines that can be sent to its publisher.</summary>
internal static class FeedCheck
{
    /// <returns>The lines, and whether the feed could be read without trouble.</returns>
    public static (IReadOnlyList<string> Lines, bool IsGood) Of(FetchOutcome outcome)
    {
        switch (outcome)
        {
            case FetchOutcome.Fetched fetched:
                return Of(fetched);
            case FetchOutcome.Refused refused:
                return ([$"refused: {refused.Reason}"], false);
            case FetchOutcome.Failed failed:
                return ([$"failed: {failed.Reason}"], false);
            default:
                return (["the server claims that we hold a copy, though none was named"], false);
        }
    }

    private static (IReadOnlyList<string> Lines, bool IsGood) Of(FetchOutcome.Fetched fetched)
    {
        var answer = fetched.Answer;
        List<string> lines =
        [
            $"address: {answer.Address.Display}{(answer.MovedTo is { } moved ? $", moved for good to {moved.Display}" : "")}",
            $"type: {OneLine.Of(answer.ContentType ?? "none given")}",
            $"validators: {(answer.ETag, answer.LastModified) switch { (null, null) => "none; every poll costs the whole body", ({ }, null) => "ETag", (null, { }) => "Last-Modified", _ => "ETag and Last-Modified" }}",
            $"fresh for: {(answer.FreshFor is { } fresh ? fresh.ToString("c") : "not said")}",
        ];
        if (fetched.Shortfall is { } shortfall)
            lines.Add($"fault: {shortfall}");
        var reading = FeedReader.Read(fetched.Body.Span, new FeedHeaders(answer.ContentType), answer.Address.Uri);
        if (reading is FeedReading.NotAFeed { Sentence: var sentence })
        {
            lines.Add($"not a feed: {OneLine.Of(sentence)}");
            return (lines, false);
        }

        var feed = ((FeedReading.Parsed)reading).Feed;
        lines.Add($"format: {feed.Format}");
        lines.Add($"title: {OneLine.Of(feed.Title ?? "none")}");
        lines.Add($"items: {feed.Items.Count}, {feed.Items.Count(item => item.Published is not null || item.Updated is not null)} of them dated");
        lines.AddRange(feed.Faults.Select(fault => $"fault: {OneLine.Of(fault.Sentence)}"));
        return (lines, fetched.Shortfall is null);
    }
}
