using NewsMonitor.Feeds.Markup;
using NewsMonitor.Feeds.Reading;
using NewsMonitor.Text.Charsets;

namespace NewsMonitor.Feeds.Sitemaps;

/// <summary>An index of sitemaps (sitemaps.org, "Using Sitemap index files"). It is no feed: what it lists are documents, and each has to be fetched.</summary>
public static class SitemapIndex
{
    private const int Most = 1000;

    /// <summary>The addresses that an index lists, in its order, at most a thousand; nothing where the body is none.</summary>
    /// <param name="body">As received, after decompression; the caller bounds its length.</param>
    /// <param name="headers">The headers it came with.</param>
    /// <param name="url">Where it came from, after redirects.</param>
    public static IReadOnlyList<string> Read(ReadOnlySpan<byte> body, FeedHeaders headers, Uri? url)
    {
        var text = CharsetDecoder.Decode(body, headers.ContentType, MarkupKind.Xml).Text;
        var addresses = new List<string>();
        var scanner = new MarkupScanner(text, new InternalEntities());
        using var address = new TextBuffer();
        var (isIndex, inAddress) = (false, false);
        while (addresses.Count < Most && scanner.Read())
        {
            var isAddress = scanner.Kind is TokenKind.Start or TokenKind.End && Local(scanner.Name).Equals("loc", StringComparison.OrdinalIgnoreCase);
            if (scanner.Kind == TokenKind.Start && !isIndex)
            {
                isIndex = Local(scanner.Name).Equals("sitemapindex", StringComparison.OrdinalIgnoreCase);
                if (!isIndex)
                    return [];
            }
            else if (isAddress)
            {
                inAddress = scanner.Kind == TokenKind.Start;
                if (!inAddress && Links.Resolve(address.Text, url?.AbsoluteUri) is { } resolved)
                    addresses.Add(resolved);
                address.Clear();
            }
            else if (inAddress && scanner.Kind == TokenKind.Verbatim)
            {
                address.Append(scanner.Raw);
            }
            else if (inAddress && scanner.Kind == TokenKind.Text)
            {
                CharacterReferences.Append(scanner.Raw, null, address);
            }
        }

        return addresses;
    }

    private static ReadOnlySpan<char> Local(ReadOnlySpan<char> name) => name[(name.IndexOf(':') + 1)..];
}
