using NewsMonitor.Articles.Metadata;
using NewsMonitor.Articles.Pages;

namespace NewsMonitor.Articles.Skimming;

/// <summary>Asks something of a text.</summary>
public delegate bool TextTest(ReadOnlySpan<char> text);

/// <summary>
/// Reads a page without making a tree of it, at a small part of the cost: every character that <see cref="ArticleExtractor"/> could take from it for title or
/// text, and more. What a test does not find here is not in the article.
/// </summary>
public static class PageSkim
{
    /// <summary>Whether a test passes on what a page says: its text, its title and descriptions, its JSON; references, escapes and white space read as the parser reads them.</summary>
    /// <param name="html">The decoded page.</param>
    /// <param name="test">Gets all of it at once, elements that begin a line separated by line breaks; must not keep it.</param>
    public static bool Passes(ReadOnlySpan<char> html, TextTest test)
    {
        using var text = new SkimmedText(html.Length / 4);
        MarkupSkimmer.Read(html, text);
        return test(text.Written);
    }

    /// <summary>The address a page declares for itself where that is plausible, else its own; as <see cref="Article.CanonicalUrl"/> but for what only JSON-LD declares.</summary>
    /// <param name="html">The decoded page.</param>
    /// <param name="url">Where it was fetched from.</param>
    public static CanonicalUrl? CanonicalOf(ReadOnlySpan<char> html, Uri url)
    {
        _ = CanonicalUrl.TryCreate(url, out var address);
        return CanonicalLink.Choose(HeadSkimmer.Read(html), JsonLd.Read([]), url, address);
    }
}
