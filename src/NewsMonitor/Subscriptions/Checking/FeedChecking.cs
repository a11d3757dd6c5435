using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using NewsMonitor.Configuration;
using NewsMonitor.Feeds;
using NewsMonitor.Fetching;
using NewsMonitor.Subscriptions.Discovery;
using NewsMonitor.Text.Charsets;
using NewsMonitor.Text.Dates;
using NewsMonitor.Text.Languages;

namespace NewsMonitor.Subscriptions.Checking;

/// <summary>Fetches a feed twice, the second time naming the copy of the first, and says what it is and what is wrong with it.</summary>
internal sealed class FeedChecking(Fetcher fetcher, FeedParser parse, FeedDiscovery discovery, FeedsSettings settings, TimeProvider time)
{
    /// <summary>Checks an address; trouble is part of the report.</summary>
    /// <param name="address">The address.</param>
    /// <param name="progress">Told of every document before it is asked for.</param>
    /// <param name="cancel">Stops the check.</param>
    public async Task<FeedReport> RunAsync(WebAddress address, IProgress<WebAddress> progress, CancellationToken cancel)
    {
        progress.Report(address);
        var outcome = await fetcher.FetchAsync(new FetchRequest(address, FetchPurpose.Feed), cancel);
        if (outcome is not FetchOutcome.Fetched fetched)
            return new FeedReport(address.ToString(), null, null, [], Reason(outcome), []);

        var reading = parse(fetched.Body.Span, new FeedHeaders(fetched.Answer.ContentType), fetched.Answer.Address.Uri);
        if (reading is FeedReading.NotAFeed none)
        {
            var offered = none.Reason is NotAFeedReason.HtmlPage or NotAFeedReason.SomethingElse ? await discovery.SearchAsync(fetched, progress, cancel) : [];
            return new FeedReport(address.ToString(), Delivery(address, fetched, ConditionalAnswer.NotAsked), null, [], none.Sentence, [.. offered]);
        }

        var feed = ((FeedReading.Parsed)reading).Feed;
        var delivery = Delivery(address, fetched, await AskAgainAsync(address, fetched, cancel));
        var contents = Contents(fetched, feed);
        var faults = FeedFaults.Of(delivery, contents, feed, time.GetUtcNow());
        return new FeedReport(address.ToString(), delivery, contents, [.. faults], fetched.Shortfall, []);
    }

    private static string Reason(FetchOutcome outcome) => outcome switch
    {
        FetchOutcome.Refused refused => refused.Reason,
        FetchOutcome.Failed failed => failed.Reason,
        FetchOutcome.NotModified => "the server claims that we hold a copy, though none was named",
        _ => throw new UnreachableException("What was fetched has no reason for not being fetched."),
    };

    private async Task<ConditionalAnswer> AskAgainAsync(WebAddress address, FetchOutcome.Fetched first, CancellationToken cancel)
    {
        var (tag, date) = (first.Answer.ETag, first.Answer.LastModified);
        if (tag is null && date is null)
            return ConditionalAnswer.NotAsked;
        return await fetcher.FetchAsync(new FetchRequest(address, FetchPurpose.Feed, tag, date), cancel) switch
        {
            FetchOutcome.NotModified => ConditionalAnswer.NotModified,
            FetchOutcome.Fetched again when again.Answer.ETag == tag && again.Answer.LastModified == date => ConditionalAnswer.Ignored,
            FetchOutcome.Fetched again when again.Body.Span.SequenceEqual(first.Body.Span) => ConditionalAnswer.Ignored,
            _ => ConditionalAnswer.Unknown,
        };
    }

    private static FeedDelivery Delivery(WebAddress asked, FetchOutcome.Fetched fetched, ConditionalAnswer conditional)
    {
        var answer = fetched.Answer;
        var charset = CharsetDecoder.Detect(fetched.Body.Span, answer.ContentType, MarkupKind.Xml);
        return new FeedDelivery(
            answer.Address.ToString(),
            answer.Address == asked ? FeedMove.None : answer.MovedTo == answer.Address ? FeedMove.ForGood : FeedMove.ForNow,
            answer.ContentType is { } type ? OneLine.Of(type) : null,
            fetched.Body.Length,
            charset.Encoding.WebName,
            Words(charset.Source),
            answer.ETag,
            answer.LastModified,
            conditional,
            answer.FreshFor);
    }

    private FeedContents Contents(FetchOutcome.Fetched fetched, Feed feed) => new(
        feed.Format.ToString(),
        string.IsNullOrWhiteSpace(feed.Title) ? null : OneLine.Of(feed.Title),
        feed.Link,
        Count(feed),
        [.. feed.Items.Select(item => item.Language).Prepend(feed.Language).OfType<string>().Select(OneLine.Of).Distinct(StringComparer.OrdinalIgnoreCase)],
        [.. feed.Items.Select(item => LanguageIdentifier.Identify(item.Title)).OfType<string>().CountBy(language => language, StringComparer.Ordinal).OrderByDescending(pair => pair.Value)],
        feed.Rhythm,
        Interval(fetched.Answer, feed));

    private TimeSpan Interval(Answer answer, Feed feed)
    {
        var now = time.GetUtcNow();
        var facts = new PollFacts.Read(answer, feed.Hints(feed.Items.Count));
        return PollPlan.Next(PollState.Subscribed(answer.Address.ToString(), now), facts, now, new PollBounds(settings.MinInterval, settings.MaxInterval), () => 0).Interval;
    }

    private static ItemCounts Count(Feed feed)
    {
        var dates = feed.Items.Select(item => item.Published ?? item.Updated).OfType<PublicationTime>().ToImmutableArray();
        var instants = dates.Select(date => date.Instant).OfType<DateTimeOffset>().ToImmutableArray();
        return new ItemCounts(
            feed.Items.Count,
            dates.Length,
            dates.Length - instants.Length,
            instants.IsEmpty ? null : instants.Max(),
            instants.IsEmpty ? null : instants.Min(),
            [.. instants.Select(instant => instant.ToString("zzz", CultureInfo.InvariantCulture)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }

    private static string Words(CharsetSource source) => source switch
    {
        CharsetSource.ByteOrderMark => "by its byte order mark",
        CharsetSource.ValidUtf8 => "valid throughout",
        CharsetSource.Header => "by the Content-Type header",
        CharsetSource.Declaration => "by the document's declaration",
        CharsetSource.Sniffed => "guessed from the text",
        _ => "assumed, because nothing says",
    };
}
