using AngleSharp.Html.Parser;
using NewsMonitor.Articles.Pages;

namespace NewsMonitor.Articles;

/// <summary>The text of a piece of HTML that is all content, such as a feed's summary.</summary>
public static class FragmentText
{
    private const int DeepestNesting = 300;

    /// <summary>The blocks of a fragment, separated by one line break; empty where there is no text. Plain text comes back as it is.</summary>
    /// <param name="html">HTML, or text with entities.</param>
    /// <param name="deadline">Fires when reading has taken too long.</param>
    /// <exception cref="OperationCanceledException"><paramref name="deadline"/> fired.</exception>
    public static async Task<string> ReadAsync(string html, CancellationToken deadline)
    {
        var parser = new HtmlParser(new HtmlParserOptions { MaximumDepth = DeepestNesting, SkipComments = true, DisableElementPositionTracking = true });
        using var document = await parser.ParseDocumentAsync(html, deadline);
        return string.Join('\n', PageReader.Read(document, deadline).Blocks.Select(block => block.Text));
    }
}
