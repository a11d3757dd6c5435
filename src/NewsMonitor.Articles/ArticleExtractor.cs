using AngleSharp.Html.Parser;
using NewsMonitor.Articles.Pages;

namespace NewsMonitor.Articles;

/// <summary>HTML in, article out. Pure and safe to call from many threads; parse at most one page a core, because trees are large.</summary>
public static class ArticleExtractor
{
    /// <summary>Longest page that is read, in UTF-16 units.</summary>
    public const int LongestPage = 20_000_000;

    private const int DeepestNesting = 300;

    /// <summary>Reads one page.</summary>
    /// <param name="html">The decoded page.</param>
    /// <param name="url">Where it was fetched from; null where that is unknown. Not fetched, only compared with what the page declares.</param>
    /// <param name="deadline">Fires when reading has taken too long; the page is then <see cref="UnparsableReason.Deadline"/>.</param>
    /// <param name="cancel">Fires when the caller has no more use for the answer.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> fired.</exception>
    public static async Task<Extraction> ExtractAsync(string html, Uri? url, CancellationToken deadline, CancellationToken cancel = default)
    {
        if (html.Length > LongestPage) return new Extraction.Unparsable(UnparsableReason.TooLarge);

        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline, cancel);
        try
        {
            var page = await ReadAsync(html, either.Token);
            return ArticleComposer.Compose(page, url);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested && deadline.IsCancellationRequested)
        {
            return new Extraction.Unparsable(UnparsableReason.Deadline);
        }
    }

    private static async Task<PageOutline> ReadAsync(string html, CancellationToken cancel)
    {
        var parser = new HtmlParser(new HtmlParserOptions { MaximumDepth = DeepestNesting, SkipComments = true, DisableElementPositionTracking = true });
        using var document = await parser.ParseDocumentAsync(html, cancel);
        return PageReader.Read(document, cancel);
    }
}
