using System.Globalization;

namespace NewsMonitor.Pipeline;

/// <summary>What a round did, counted from many tasks at once.</summary>
internal sealed class RoundTally
{
    private readonly Lock counting = new();
    private readonly List<FeedTrouble> trouble = [];
    private readonly Dictionary<FeedTrouble, int> withoutText = [];
    private int polled;
    private int notModified;
    private int failed;
    private int itemsNew;
    private int pages;
    private int articles;
    private int matches;

    public void Polled() => Interlocked.Increment(ref polled);

    public void NotModified() => Interlocked.Increment(ref notModified);

    public void Failed(string feed, string reason)
    {
        Interlocked.Increment(ref failed);
        Trouble(feed, reason);
    }

    public void Trouble(string feed, string reason)
    {
        lock (counting)
            trouble.Add(new(feed, reason));
    }

    /// <summary>A page of the feed gave no text, so that the feed's own had to do.</summary>
    public void WithoutText(string feed, string reason)
    {
        lock (counting)
        {
            var kind = new FeedTrouble(feed, reason);
            withoutText[kind] = withoutText.GetValueOrDefault(kind) + 1;
        }
    }

    public void ItemsNew(int count) => Interlocked.Add(ref itemsNew, count);

    public void Page() => Interlocked.Increment(ref pages);

    public void Saved(bool isNew, bool isMatch)
    {
        if (!isNew)
            return;
        Interlocked.Increment(ref articles);
        if (isMatch)
            Interlocked.Increment(ref matches);
    }

    private static FeedTrouble Counted(KeyValuePair<FeedTrouble, int> pages) =>
        pages.Key with { Reason = string.Create(CultureInfo.InvariantCulture, $"{pages.Value} {(pages.Value == 1 ? "page" : "pages")}: {pages.Key.Reason}") };

    /// <summary>The sums as they stand.</summary>
    public RoundSummary Sum(int feeds, TimeSpan elapsed)
    {
        lock (counting)
        {
            return new(feeds, polled, notModified, failed, itemsNew, pages, articles, matches, Math.Round(elapsed.TotalSeconds, 3),
                [.. trouble.Concat(withoutText.Select(Counted)).OrderBy(one => one.Feed, StringComparer.Ordinal).ThenBy(one => one.Reason, StringComparer.Ordinal)]);
        }
    }
}

/// <summary>A round in figures.</summary>
/// <param name="Feeds">Feeds that were due.</param>
/// <param name="Polled">Feeds that were asked.</param>
/// <param name="ItemsNew">Entries not seen before.</param>
/// <param name="Pages">Pages that were fetched.</param>
/// <param name="Articles">Articles saved for the first time.</param>
/// <param name="Matches">Of these, how many have findings.</param>
internal sealed record RoundSummary(
    int Feeds, int Polled, int NotModified, int Failed, int ItemsNew, int Pages, int Articles, int Matches, double Seconds, IReadOnlyList<FeedTrouble> Trouble);

/// <summary>What is wrong with a feed, in one line.</summary>
internal sealed record FeedTrouble(string Feed, string Reason);
