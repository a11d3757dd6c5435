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
        var outlet = new OutletNames(siteName, declared.Publisher, address?.Host);
        var (title, headline) = TitleReader.Read(page, declared, outlet);
        ExclusionRules.Apply(page, headline);

        var content = ContentFinder.Find(page);
        BoxRules.Apply(page, content);
        var description = facts.Meta("og:description", "description", "twitter:description") ?? declared.Description;
        var body = BodyText.Select(page, content, headline, description, []);
        var place = Placement.Of(headline, content, body);
        var authors = AuthorReader.Read(page, declared, outlet, place);
        // Who wrote it is known only once the text is found, and then a last paragraph about them is known for what it is.
        if (body.Count > 0 && authors.Any(author => body[^1].Text.Contains(author, StringComparison.Ordinal)))
            body = BodyText.Select(page, content, headline, description, authors);
        var reason = NoTextClassifier.Classify(page, declared, body, title);
        IReadOnlyList<string> paragraphs = reason is null ? [.. body.Select(block => block.Text)] : [];
        if (reason is NoTextReason.ScriptOnly or NoTextReason.NoArticle or NoTextReason.VideoPage && EmbeddedText.Find(facts, declared, cancel) is { Count: > 0 } embedded)
            (reason, paragraphs) = (null, embedded);
        var text = string.Join('\n', paragraphs);
        var language = LanguageReader.Read(text.Length > 0 ? text : title, facts, declared);
        var (published, modified) = PublicationReader.Read(page, declared, address, place, NumericOrder.Of(facts, language, address));
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
