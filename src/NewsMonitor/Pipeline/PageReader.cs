using System.Security.Cryptography;
using NewsMonitor.Articles;
using NewsMonitor.Articles.Skimming;
using NewsMonitor.Fetching;
using NewsMonitor.Matches;
using NewsMonitor.Storage;
using NewsMonitor.Text.Charsets;
using NewsMonitor.Text.Languages;

namespace NewsMonitor.Pipeline;

/// <summary>What reading a page came to: an article, or the reason why there is none.</summary>
internal sealed record PageReading(ReadArticle? Article, string? Reason);

/// <summary>From a fetched page, or from what the feed said where there is no page, to an article.</summary>
internal sealed class PageReader(HtmlReader html, PageSieve sieve)
{
    public async Task<PageReading> ReadAsync(PendingItem item, FetchOutcome.Fetched fetched, CancellationToken cancel)
    {
        var url = fetched.Answer.Address.Uri;
        var hash = Convert.ToHexStringLower(SHA256.HashData(fetched.Body.Span));
        var text = CharsetDecoder.Decode(fetched.Body.Span, fetched.Answer.ContentType, MarkupKind.Html).Text;
        if (!sieve.Passes(item, text))
            return new PageReading(Unread(item, text, url, hash), fetched.Shortfall);
        return await html.ReadAsync(text, url, cancel) switch
        {
            Extraction.Extracted { Article: var page } => new PageReading(await WithFeedTextAsync(Compose(item, page, hash) with { Page = Copy(fetched.Answer) }, item, cancel), fetched.Shortfall),
            Extraction.NoText { Reason: var reason } => new PageReading(null, $"no text on the page ({NoTextWords.Of(reason)})"),
            Extraction.Unparsable { Reason: var reason } => new PageReading(null, $"unparsable page ({NoTextWords.Of(reason)})"),
            _ => throw new InvalidOperationException("an extraction that is none of its kinds"),
        };
    }

    /// <summary>The article as far as the feed told it; null where the feed gave neither title nor text.</summary>
    /// <param name="reason">Why the page could not be had or read.</param>
    public async Task<ReadArticle?> FromFeedAsync(PendingItem item, string reason, CancellationToken cancel)
    {
        var text = item.Summary is { } summary ? await html.FragmentAsync(summary, cancel) : "";
        var title = item.Title ?? "";
        if (text.Length == 0 && title.Length == 0)
            return null;
        return new ReadArticle(
            item.CanonicalKey,
            item.CanonicalUrl,
            item.Url,
            title,
            text,
            TextSource.Feed,
            reason,
            [],
            PublishedText.Read(item.Published),
            Modified: null,
            LanguageIdentifier.Identify(text.Length > title.Length ? text : title) ?? item.FeedLanguage,
            item.FeedTitle ?? item.Host,
            Intake.Sha256($"{title}\n{text}"));
    }

    /// <summary>An article that names nobody: what is kept of it needs no reading of its text.</summary>
    private static ReadArticle Unread(PendingItem item, string html, Uri url, string hash)
    {
        var canonical = PageSkim.CanonicalOf(html, url);
        return new ReadArticle(
            canonical?.Key ?? item.CanonicalKey,
            canonical?.Value ?? item.CanonicalUrl,
            item.Url,
            item.Title ?? "",
            Text: "",
            TextSource.Page,
            Note: null,
            Authors: [],
            PublishedText.Read(item.Published),
            Modified: null,
            item.FeedLanguage ?? LanguageIdentifier.Identify(item.Title ?? ""),
            item.FeedTitle ?? item.Host,
            hash);
    }

    private static ReadArticle Compose(PendingItem item, Article page, string hash) => new(
        page.CanonicalUrl?.Key ?? item.CanonicalKey,
        page.CanonicalUrl?.Value ?? item.CanonicalUrl,
        item.Url,
        page.Title.Length > 0 ? page.Title : item.Title ?? "",
        page.Text,
        TextSource.Page,
        page.Truncated ? "the page shows readers without a subscription only a part" : null,
        page.Authors,
        page.Published ?? PublishedText.Read(item.Published),
        page.Modified,
        page.Language ?? item.FeedLanguage,
        page.SiteName ?? item.FeedTitle ?? item.Host,
        hash,
        page.WireCredit);

    private static PageCopy Copy(Answer answer) => new(answer.Address.Uri.AbsoluteUri, answer.ETag, answer.LastModified);

    /// <summary>Some feeds carry the whole text of articles whose pages show a part: the longer one is what is read.</summary>
    private async Task<ReadArticle> WithFeedTextAsync(ReadArticle article, PendingItem item, CancellationToken cancel)
    {
        if (item.Summary is not { } summary || summary.Length <= article.Text.Length)
            return article;
        var text = await html.FragmentAsync(summary, cancel);
        return text.Length <= article.Text.Length ? article : article with { Text = text, Source = TextSource.Feed, Note = "the feed carried more of the text than the page", Page = null };
    }
}
