using System.Security.Cryptography;
using NewsMonitor.Articles;
using NewsMonitor.Matches;
using NewsMonitor.Pipeline;
using NewsMonitor.Text.Charsets;
using NewsMonitor.Text.Languages;

namespace NewsMonitor.Seeds;

/// <summary>Reads an article file: Markdown, plain text or HTML, with optional front matter.</summary>
internal sealed class SeedFile(HtmlReader html)
{
    // What relative links of a page without an address are relative to.
    private const string Nowhere = "seed.invalid";

    private static readonly string[] Endings = [".md", ".markdown", ".txt", ".html", ".htm"];

    /// <summary>Whether a file's name says that it can be read as a seed.</summary>
    public static bool IsSeed(string path) => Endings.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    /// <exception cref="SeedUnreadableException">It is no article; the message says why in one line.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public async Task<ReadArticle> ReadAsync(string path, CancellationToken cancel)
    {
        var bytes = await File.ReadAllBytesAsync(path, cancel);
        var ending = Path.GetExtension(path).ToLowerInvariant();
        var (matter, body) = FrontMatter.Read(CharsetDecoder.Decode(bytes, contentType: null, MarkupKind.Html).Text);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var article = ending is ".html" or ".htm" ? await PageAsync(matter, body, hash, cancel) : Written(matter, body, hash, ending is ".md" or ".markdown");
        return string.IsNullOrWhiteSpace(article.Text) ? throw new SeedUnreadableException("there is no text in it") : article;
    }

    private static ReadArticle Written(FrontMatter matter, string body, string hash, bool isMarkdown)
    {
        var (title, text) = isMarkdown ? MarkdownText.Read(body) : PlainText.Read(body);
        var (key, url) = Address(matter.Url, hash);
        return new ReadArticle(
            key,
            url,
            matter.Url?.AbsoluteUri ?? url,
            matter.Title ?? title ?? "",
            text,
            TextSource.Seed,
            Note: null,
            matter.Authors,
            matter.Published,
            Modified: null,
            matter.Language ?? LanguageIdentifier.Identify(text),
            matter.Outlet ?? matter.Url?.Host ?? "seed",
            hash);
    }

    private async Task<ReadArticle> PageAsync(FrontMatter matter, string body, string hash, CancellationToken cancel)
    {
        var url = matter.Url ?? new Uri($"http://{Nowhere}/{hash}");
        switch (await html.ReadAsync(body, url, cancel))
        {
            case Extraction.Extracted { Article: var page }:
                var (key, shown) = Address(page.CanonicalUrl?.ToUri() ?? matter.Url, hash);
                return new ReadArticle(
                    key,
                    shown,
                    matter.Url?.AbsoluteUri ?? shown,
                    matter.Title ?? page.Title,
                    page.Text,
                    TextSource.Seed,
                    Note: null,
                    matter.Authors.IsEmpty ? page.Authors : matter.Authors,
                    matter.Published ?? page.Published,
                    page.Modified,
                    matter.Language ?? page.Language,
                    matter.Outlet ?? page.SiteName ?? matter.Url?.Host ?? "seed",
                    hash);
            case Extraction.NoText { Reason: var reason }:
                throw new SeedUnreadableException($"no article text on the page ({NoTextWords.Of(reason)})");
            default:
                throw new SeedUnreadableException("the page cannot be parsed within bounds");
        }
    }

    // A seed without an address is known by what it says: the same file again is the same article, wherever it lies.
    private static (string Key, string Url) Address(Uri? url, string hash)
    {
        if (CanonicalUrl.TryCreate(url, out var canonical))
            return (canonical.Key, canonical.Value);
        var name = $"urn:newsmonitor:seed:{hash[..24]}";
        return (name, name);
    }
}
