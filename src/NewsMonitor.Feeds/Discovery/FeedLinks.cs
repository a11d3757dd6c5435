using NewsMonitor.Feeds.Markup;
using NewsMonitor.Feeds.Reading;
using NewsMonitor.Text.Charsets;

namespace NewsMonitor.Feeds.Discovery;

/// <summary>Finds the feeds that an HTML page names: in link elements (rssboard.org, "RSS Autodiscovery") and in links for readers.</summary>
public static class FeedLinks
{
    private const int Most = 100;

    /// <summary>The addresses, each once: declared ones first, otherwise in the order of the page, at most a hundred.</summary>
    /// <param name="page">As received, after decompression; the caller bounds its length.</param>
    /// <param name="contentType">The Content-Type header it came with.</param>
    /// <param name="url">Where it came from, after redirects; a base element on the page goes before it.</param>
    public static IReadOnlyList<FeedLink> In(ReadOnlySpan<byte> page, string? contentType, Uri? url)
    {
        var text = CharsetDecoder.Decode(page, contentType, MarkupKind.Html).Text;
        var scan = new Scan(text, url?.AbsoluteUri);
        return
        [
            .. scan.Run()
                .OrderBy(link => link.Kind)
                .DistinctBy(link => link.Address.TrimEnd('/'), StringComparer.Ordinal)
                .Where(link => !link.Address.Equals(url?.AbsoluteUri, StringComparison.Ordinal))
                .Take(Most),
        ];
    }

    /// <summary>One walk through a page.</summary>
    private ref struct Scan(ReadOnlySpan<char> page, string? baseAddress)
    {
        private readonly List<FeedLink> links = [];
        private MarkupScanner scanner = new(page, new InternalEntities());
        private string? baseAddress = baseAddress;
        private bool hasBase;
        private bool inScript;

        public List<FeedLink> Run()
        {
            while (links.Count < 10 * Most && scanner.Read())
            {
                if (scanner.Name.Equals("script", StringComparison.OrdinalIgnoreCase) && scanner.Kind is TokenKind.Start or TokenKind.End)
                    inScript = scanner.Kind == TokenKind.Start && !scanner.IsEmpty;
                else if (scanner.Kind == TokenKind.Start && !inScript)
                    Take(new Element(FeedNamespace.Own, scanner.Name, scanner.Attributes, baseAddress, null));
            }

            return links;
        }

        private void Take(in Element element)
        {
            if (element.Is("base") && !hasBase && element.Address("href") is { } nearer && Links.IsAbsolute(nearer))
                (baseAddress, hasBase) = (nearer, true);
            else if (element.Is("link") && IsDeclared(element))
                Add(element, FeedLinkKind.Declared);
            else if (element.Is("a") && (FeedAddress.IsFeedType(element.Raw("type")) || FeedAddress.LooksLikeFeed(element.Attribute("href"))))
                Add(element, FeedLinkKind.Anchor);
        }

        private readonly void Add(in Element element, FeedLinkKind kind)
        {
            // feed:https://example.org/rss and feed://example.org/rss are addresses of browsers that read feeds.
            var written = FeedAddress.WithoutFeedScheme(element.Attribute("href") ?? "");
            if (Links.Resolve(written, baseAddress) is not { } address || !Links.IsAbsolute(address))
                return;
            var title = PlainText.FromText(element.Attribute("title") ?? "");
            var end = address.IndexOf('#', StringComparison.Ordinal);
            links.Add(new FeedLink(end < 0 ? address : address[..end], title.Length == 0 ? null : title, kind));
        }

        // The type decides. Types that say no more than XML or JSON also name oEmbed and other interfaces, so there the address has to say it.
        private static bool IsDeclared(in Element element)
        {
            var isFeed = HasWord(element.Raw("rel"), "feed");
            if (!isFeed && !HasWord(element.Raw("rel"), "alternate"))
                return false;
            var type = element.Raw("type");
            return FeedAddress.IsFeedType(type) || (isFeed && type.IsEmpty) || (FeedAddress.MayBeFeedType(type) && FeedAddress.LooksLikeFeed(element.Attribute("href")));
        }

        private static bool HasWord(ReadOnlySpan<char> words, string word)
        {
            foreach (var range in words.SplitAny(" \t\r\n\f"))
            {
                if (words[range].Equals(word, StringComparison.OrdinalIgnoreCase))
                    return true;
            }

            return false;
        }
    }
}
