using System.CommandLine;
using NewsMonitor.Feeds;
using NewsMonitor.Fetching;
using NewsMonitor.Storage;
using NewsMonitor.Subscriptions;
using NewsMonitor.Subscriptions.Discovery;

namespace NewsMonitor.Commands;

/// <summary><c>feeds add</c>: subscribes to a feed, or to the feed of the page that an address leads to.</summary>
internal static class FeedsAddCommand
{
    private static readonly Argument<string> Url = new("URL") { Description = "The address of a feed, or of a page of a site whose feed is to be found." };
    private static readonly Option<string?> Title = new("--title") { Description = "A name for it.", HelpName = "NAME" };
    private static readonly Option<string?> Language = new("--language") { Description = "ISO 639-1 of what it publishes.", HelpName = "L" };
    private static readonly Option<bool> All = new("--all") { Description = "All feeds of the page that are not of readers' comments, not its main one alone." };
    private static readonly Option<bool> Unseen = new("--unseen") { Description = "Subscribes to the address as it is, without asking what is there." };

    public static Command Create() => FeedsCommand.Verb(
        "add",
        """
        Subscribes to a feed.

        Where the address is a page, its feeds are looked for: those it declares or links to, then those at the usual places, then the site's news sitemap.
        All that are found are listed, and the page's main feed is subscribed to: not one of readers' comments, nor an empty one, and rather the one that names
        this very page as its site. With --all every feed listed is, but for those of comments.
        """,
        "add https://example.org/world --language en",
        AddAsync,
        Url,
        Title,
        Language,
        All,
        Unseen);

    private static async Task<int> AddAsync(ParseResult call, IServiceProvider monitor, CancellationToken cancel)
    {
        if (!WebAddress.TryParse(call.GetValue(Url), out var address, out var problem))
        {
            await Console.Error.WriteLineAsync($"{call.GetValue(Url)}: {problem}");
            return CommandLine.WrongCall;
        }

        if (call.GetValue(Unseen) || monitor.GetRequiredService<FeedStore>().Find(address.ToString()) is not null)
            return await SubscribeAsync(call, monitor, [address]);

        var outcome = await monitor.GetRequiredService<Fetcher>().FetchAsync(new FetchRequest(address, FetchPurpose.Feed), cancel);
        if (outcome is not FetchOutcome.Fetched fetched)
            return await SubscribeUnreadAsync(call, monitor, address, outcome is FetchOutcome.Failed failed ? failed.Reason : outcome is FetchOutcome.Refused refused ? refused.Reason : "nothing came");

        return monitor.GetRequiredService<FeedParser>()(fetched.Body.Span, new FeedHeaders(fetched.Answer.ContentType), fetched.Answer.Address.Uri) switch
        {
            FeedReading.NotAFeed { Reason: NotAFeedReason.HtmlPage or NotAFeedReason.SomethingElse } page => await SearchAsync(call, monitor, address, fetched, page.Sentence, cancel),
            FeedReading.NotAFeed broken => await SubscribeUnreadAsync(call, monitor, address, broken.Sentence),
            _ => await SubscribeAsync(call, monitor, [address]),
        };
    }

    private static async Task<int> SearchAsync(ParseResult call, IServiceProvider monitor, WebAddress address, FetchOutcome.Fetched page, string sentence, CancellationToken cancel)
    {
        IReadOnlyList<FoundFeed> found;
        using (var line = new ProgressLine("looking for feeds"))
            found = await monitor.GetRequiredService<FeedDiscovery>().SearchAsync(page, line.Asking(FeedDiscovery.MostRequests), cancel);
        if (found.Count == 0)
        {
            await Console.Error.WriteLineAsync($"{address.Display}: {OneLine.Of(sentence)} No feed was found on it or at the usual places, nor a news sitemap; --unseen subscribes to it all the same.");
            return CommandLine.Failed;
        }

        var chosen = found.Where((feed, place) => place == 0 || (call.GetValue(All) && !FeedChoice.IsOfComments(feed))).ToList();
        await Console.Out.WriteLineAsync(found.Count == 1 ? $"{address.Display} is no feed; the site has one:" : $"{address.Display} is no feed; the site has {found.Count}:");
        foreach (var feed in found)
            await Console.Out.WriteLineAsync(FoundFeedLine.Of(feed, chosen.Contains(feed)));
        return await SubscribeAsync(call, monitor, [.. chosen.Select(feed => feed.Address)]);
    }

    /// <summary>A feed may be out of order at the moment it is added; the worker says so and goes on asking.</summary>
    private static async Task<int> SubscribeUnreadAsync(ParseResult call, IServiceProvider monitor, WebAddress address, string reason)
    {
        await Console.Error.WriteLineAsync($"{address.Display} cannot be read now: {OneLine.Of(reason)}");
        return await SubscribeAsync(call, monitor, [address]);
    }

    private static async Task<int> SubscribeAsync(ParseResult call, IServiceProvider monitor, IReadOnlyList<WebAddress> addresses)
    {
        var (feeds, now) = (monitor.GetRequiredService<FeedStore>(), monitor.GetRequiredService<TimeProvider>().GetUtcNow());
        foreach (var address in addresses)
        {
            var entry = OpmlEntry.Of(address.ToString(), addresses.Count == 1 ? call.GetValue(Title) : null, call.GetValue(Language));
            var added = feeds.Add([entry], FeedOrigin.User, now);
            await Console.Out.WriteLineAsync(added > 0 ? $"subscribed to {entry.Url}" : $"{entry.Url} is subscribed already");
        }

        return CommandLine.Done;
    }
}
