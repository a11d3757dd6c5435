using NewsMonitor.Articles.Content;
using NewsMonitor.Articles.Metadata;
using NewsMonitor.Articles.Pages;

namespace NewsMonitor.Articles;

/// <summary>Makes an article of a page's outline.</summary>
internal static class ArticleComposer
{
    public static Extraction Compose(PageOutline page, Uri? url, CancellationToken cancel)
    {
        _ = CanonicalUrl.TryCreate(url, out var address);
        var facts = page.Facts;
        var declared = JsonLd.Read(facts.JsonLd);
        var siteName = SiteNameReader.Read(facts, declared);
        var (title, headline) = TitleReader.Read(page, declared, siteName);
        ExclusionRules.Apply(page, headline);

        var content = ContentFinder.Find(page);
        BoxRules.Apply(page, content);
        var authors = AuthorReader.Read(page, declared, siteName, headline);
        var body = BodyText.Select(page, content, headline, facts.Meta("og:description", "description", "twitter:description") ?? declared.Description, authors);
        var reason = NoTextClassifier.Classify(page, declared, body, title);
        IReadOnlyList<string> paragraphs = reason is null ? [.. body.Select(block => block.Text)] : [];
        if (reason is NoTextReason.ScriptOnly or NoTextReason.NoArticle or NoTextReason.VideoPage && EmbeddedText.Find(facts, declared, cancel) is { Count: > 0 } embedded)
            (reason, paragraphs) = (null, embedded);
        var text = string.Join('\n', paragraphs);
        var (published, modified) = PublicationReader.Read(page, declared, address, headline);
        var article = new Article(
            address,
            CanonicalLink.Choose(facts, declared, url, address),
            title,
            text,
            authors,
            published,
            modified,
            LanguageReader.Read(text.Length > 0 ? text : title, facts, declared),
            siteName,
            declared.Section ?? facts.Meta("article:section"),
            [.. declared.Tags],
            Credits.WireOf(paragraphs),
            Truncated: declared.IsFree == false);
        return reason is { } why ? new Extraction.NoText(why, article) : new Extraction.Extracted(article);
    }
}
