using System.Collections.Frozen;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;
using NewsMonitor.Articles.Pages;

namespace NewsMonitor.Articles;

/// <summary>HTML in, article out. Pure and safe to call from many threads; parse at most one page a core, because trees are large.</summary>
public static class ArticleExtractor
{
    /// <summary>Longest page that is read, in UTF-16 units.</summary>
    public const int LongestPage = 20_000_000;

    private const int DeepestNesting = 300;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Attributes = new[]
    {
        "class", "id", "role", "rel", "href", "type", "lang", "xml:lang", "hidden", "aria-hidden", "style", "itemprop", "property", "name", "content", "http-equiv", "datetime", "data-datetime", "data-timestamp",
        "data-testid", "data-component",
    }.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

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
            return ArticleComposer.Compose(page, url, either.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested && deadline.IsCancellationRequested)
        {
            return new Extraction.Unparsable(UnparsableReason.Deadline);
        }
        catch (RegexMatchTimeoutException)
        {
            return new Extraction.Unparsable(UnparsableReason.Deadline);
        }
    }

    private static async Task<PageOutline> ReadAsync(string html, CancellationToken cancel)
    {
        using var document = await Parser().ParseDocumentAsync(html, cancel);
        return PageReader.Read(document, cancel);
    }

    /// <summary>A parser that keeps of a page only what is read.</summary>
    internal static HtmlParser Parser() => new(new HtmlParserOptions
    {
        MaximumDepth = DeepestNesting,
        SkipComments = true,
        SkipRawText = true,
        DisableElementPositionTracking = true,
        ShouldEmitAttribute = static (ref StructHtmlToken _, ReadOnlyMemory<char> name) => Attributes.Contains(name.Span),
    });
}
