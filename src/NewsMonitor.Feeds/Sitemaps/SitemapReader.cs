using NewsMonitor.Feeds.Markup;
using NewsMonitor.Feeds.Reading;

namespace NewsMonitor.Feeds.Sitemaps;

/// <summary>
/// A news sitemap: the sitemap protocol (sitemaps.org) with the vocabulary that search engines read news from. Only addresses with a <c>news:news</c> are
/// entries; the others of a sitemap have neither title nor date of publication.
/// </summary>
internal sealed class SitemapReader : EntryReader
{
    private bool hasNews;
    private bool isNews;
    private bool inPublication;
    private bool inImage;

    public SitemapReader(FeedDraft feed)
        : base(feed)
    {
        feed.Format = new FeedFormat(FeedFamily.Sitemap, null);
    }

    // A sitemap without news is one of the site's other pages. One that is empty for now says by its namespace what it will be of.
    public override bool IsOther => !hasNews;

    public override bool IsEntry(FeedNamespace space, ReadOnlySpan<char> name) =>
        space == FeedNamespace.Own && name.Equals("url", StringComparison.OrdinalIgnoreCase);

    public override Treatment Start(in Element element) => element.Namespace switch
    {
        FeedNamespace.Own => StartOwn(element),
        FeedNamespace.News => StartNews(element),
        FeedNamespace.SitemapImage => StartImage(element),
        _ => Treatment.Skip,
    };

    public override void End(ReadOnlySpan<char> name)
    {
        if (name.Equals("url", StringComparison.OrdinalIgnoreCase))
            EndEntry();
        inPublication &= !name.Equals("publication", StringComparison.OrdinalIgnoreCase);
        inImage &= !name.Equals("image", StringComparison.OrdinalIgnoreCase);
    }

    private void EndEntry()
    {
        if (!isNews)
        {
            DropItem();
            return;
        }

        // Neither has a sitemap a title nor a language of its own: all its entries are of one publication.
        Feed.Title.Offer(Item?.Source?.Title, 0);
        Feed.Language.Offer(Item?.Language, 0);
        CloseItem();
    }

    private Treatment StartOwn(in Element element)
    {
        if (element.Is("urlset"))
        {
            hasNews = element.Declares(FeedNamespace.News);
            return Treatment.Descend;
        }

        if (!element.Is("url"))
        {
            return Item is null ? Treatment.Skip
                : element.Is("loc") ? Expect(Field.Link, 0, element)
                : element.Is("lastmod") ? Expect(Field.Updated, 0, element)
                : Treatment.Skip;
        }

        isNews = inPublication = inImage = false;
        OpenItem(element);
        return Treatment.Descend;
    }

    private Treatment StartNews(in Element element)
    {
        if (Item is null)
            return Treatment.Skip;
        if (element.Is("news"))
        {
            isNews = hasNews = true;
            return Treatment.Descend;
        }

        if (element.Is("publication"))
        {
            inPublication = true;
            return Treatment.Descend;
        }

        return element.Is("title") ? Expect(Field.Title, 0, element, Treatment.Html)
            : element.Is("publication_date") ? Expect(Field.Published, 0, element)
            : element.Is("language") ? Expect(Field.Language, 0, element)
            : element.Is("name") && inPublication ? Expect(Field.SourceTitle, 0, element)
            : element.Is("keywords") ? Expect(Field.Keywords, 0, element)
            : Treatment.Skip;
    }

    private Treatment StartImage(in Element element)
    {
        if (element.Is("image") && Item is not null)
        {
            inImage = true;
            return Treatment.Descend;
        }

        return inImage && element.Is("loc") ? Expect(Field.Image, 0, element) : Treatment.Skip;
    }
}
