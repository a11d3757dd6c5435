using NewsMonitor.Articles;
using NewsMonitor.Feeds;
using NewsMonitor.Fetching;
using NewsMonitor.Subscriptions;
using NewsMonitor.Text.Charsets;

namespace NewsMonitor.Pipeline;

/// <summary>Reads what a feed's address gave, and tells what stands there where it is no feed.</summary>
internal sealed class FeedBody(FeedParser parse, HtmlReader html)
{
    /// <summary>The feed as far as it could be read, null where there is none; and what is wrong with it, null where it is whole.</summary>
    public async Task<(Feed? Feed, BodyTrouble? Trouble)> ReadAsync(FetchOutcome.Fetched fetched, CancellationToken cancel)
    {
        switch (parse(fetched.Body.Span, new FeedHeaders(fetched.Answer.ContentType), fetched.Answer.Address.Uri))
        {
            case FeedReading.Parsed { Feed: var feed }:
                var isCutOff = feed.Faults.Any(fault => fault.Kind == FeedFaultKind.Truncated);
                return (feed, isCutOff ? new BodyTrouble(TroubleKind.Broken, "the feed is cut off; what could be read was kept") : null);
            case FeedReading.NotAFeed { Reason: NotAFeedReason.HtmlPage, Sentence: var sentence }:
                return (null, await TurnedAwayAsync(fetched, cancel) ?? new BodyTrouble(TroubleKind.HtmlPage, sentence));
            case FeedReading.NotAFeed { Sentence: var sentence }:
                return (null, new BodyTrouble(TroubleKind.Broken, sentence));
            default:
                throw new InvalidOperationException("a reading that is neither a feed nor none");
        }
    }

    // A page that keeps readers out is answered with 200 as often as not.
    private async Task<BodyTrouble?> TurnedAwayAsync(FetchOutcome.Fetched fetched, CancellationToken cancel)
    {
        var text = CharsetDecoder.Decode(fetched.Body.Span, fetched.Answer.ContentType, MarkupKind.Html).Text;
        return await html.ReadAsync(text, fetched.Answer.Address.Uri, cancel) switch
        {
            Extraction.NoText { Reason: var reason and (NoTextReason.ConsentWall or NoTextReason.LoginPage or NoTextReason.Paywall or NoTextReason.BotChallenge) } =>
                new BodyTrouble(TroubleKind.Refused, $"The body is an HTML page ({NoTextWords.Of(reason)})."),
            Extraction.NoText { Reason: NoTextReason.NotFound } => new BodyTrouble(TroubleKind.Gone, "The body is an HTML page that says there is nothing here."),
            _ => null,
        };
    }
}
