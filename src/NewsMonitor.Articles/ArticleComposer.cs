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
        var language = LanguageReader.Read(text.Length > 0 ? text : title, facts, declared);
        var (published, modified) = PublicationReader.Read(page, declared, address, place, NumericOrder.Of(facts, language, address));
        var authors = AuthorReader.Read(page, declared, outlet, place);
        var article = new Article(
            address,
            CanonicalLink.Choose(facts, declared, url, address),
            title,
            text,
            authors,
            published,
            modified,
            language,
            siteName,
            TagReader.Section(facts, declared),
            TagReader.Tags(facts, declared),
            WireCreditReader.Read(page, body, authors, place),
            Truncated: SubscriptionMark.IsCut(page, declared, body, place));
        return reason is { } why ? new Extraction.NoText(why, article) : new Extraction.Extracted(article);
    }
}
