namespace NewsMonitor.Articles.Tests;

/// <summary>Pages written for the tests.</summary>
internal static class Pages
{
    public static readonly Uri Url = new("https://www.example.org/world/2026/11/23/harbour-deal");

    public const string FirstParagraph = "The two governments signed an agreement on Monday that opens the northern harbour to cargo ships for the first time in eleven years.";
    public const string SecondParagraph = "Officials in both capitals said the first vessels would arrive before the end of the month, and that customs officers had been trained already.";
    public const string ThirdParagraph = "Fishermen in the region had asked for the opening since the spring, when a storm damaged the only other quay within a day's sailing.";

    public static string Body => $"<p>{FirstParagraph}</p><p>{SecondParagraph}</p><p>{ThirdParagraph}</p>";

    /// <summary>A page with a headline, navigation and a footer around <paramref name="article"/>.</summary>
    public static string Around(string article, string head = "", string after = "") => $"""
        <!DOCTYPE html><html lang="en"><head><title>Harbour opens after eleven years | Example Post</title>{head}</head>
        <body><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
        <main><article><h1>Harbour opens after eleven years</h1>{article}</article>{after}</main>
        <footer><p>Copyright Example Post. All rights reserved, everywhere and for ever, by the publisher.</p></footer></body></html>
        """;

    public static async Task<Article> ReadAsync(string html, Uri? url = null)
    {
        var extraction = await ArticleExtractor.ExtractAsync(html, url ?? Url, TestContext.Current.CancellationToken, TestContext.Current.CancellationToken);
        return Assert.IsType<Extraction.Extracted>(extraction).Article;
    }

    public static async Task<NoTextReason> RefusalAsync(string html)
    {
        var extraction = await ArticleExtractor.ExtractAsync(html, Url, TestContext.Current.CancellationToken, TestContext.Current.CancellationToken);
        return Assert.IsType<Extraction.NoText>(extraction).Reason;
    }
}
