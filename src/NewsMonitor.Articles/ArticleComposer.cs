using NewsMonitor.Articles.Content;
using NewsMonitor.Articles.Metadata;
using NewsMonitor.Articles.Pages;

namespace NewsMonitor.Articles;

/// <summary>Makes an article of a page's outline.</summary>
internal static class ArticleComposer
{
    public static Extraction Compose(PageOutline page, Uri? url)
    {
        _ = CanonicalUrl.TryCreate(url, out var address);
        var facts = page.Facts;
        var declared = JsonLd.Read(facts.JsonLd);
        var siteName = SiteNameReader.Read(facts, declared);
        var outlet = new OutletNames(siteName, declared.Publisher, address?.Host);
        var (title, headline) = TitleReader.Read(page, declared, outlet);
        ExclusionRules.Apply(page, headline);

        var content = ContentFinder.Find(page);
        BoxRules.Apply(page, content);
        var body = BodyText.Select(page, content, headline, facts.Meta("og:description", "description", "twitter:description") ?? declared.Description);
        var place = Placement.Of(headline, content, body);
        var reason = NoTextClassifier.Classify(page, declared, body, title);
        var text = reason is null ? string.Join('\n', body.Select(block => block.Text)) : "";
        var (published, modified) = PublicationReader.Read(page, declared, address, place);
        var article = new Article(
            address,
            CanonicalLink.Choose(facts, declared, url, address),
            title,
            text,
            AuthorReader.Read(page, declared, outlet, place),
            published,
            modified,
            LanguageReader.Read(text.Length > 0 ? text : title, facts, declared),
            siteName,
            declared.Section ?? facts.Meta("article:section"),
            [.. declared.Tags],
            Credits.WireOf([.. body.Select(block => block.Text)]),
            Truncated: declared.IsFree == false);
        return reason is { } why ? new Extraction.NoText(why, article) : new Extraction.Extracted(article);
    }
}
