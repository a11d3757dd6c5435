using System.Diagnostics;
using System.Globalization;
using System.Text;
using NewsMonitor.Articles;
using NewsMonitor.Detection;
using NewsMonitor.Text.Charsets;

namespace NewsMonitor.Benchmarks.Rounds;

/// <summary>What the steps from bytes to findings take, on the pages of the loopback site, one thread.</summary>
internal static class PageStepsBenchmark
{
    private const int Pages = 300;

    public static async Task RunAsync()
    {
        var pages = Enumerable.Range(0, Pages).Select(i => Encoding.UTF8.GetBytes(LoopbackSite.Page(i / 20, i % 20))).ToArray();
        var detector = new Detector(TopicSet.BuiltIn);
        var url = new Uri("http://127.0.0.1/page");

        // Once to warm up, once to count.
        for (var run = 0; run < 2; run++)
        {
            var (decode, extract, detect) = (0L, 0L, 0L);
            foreach (var page in pages)
            {
                var began = Stopwatch.GetTimestamp();
                var html = CharsetDecoder.Decode(page, "text/html; charset=utf-8", MarkupKind.Html).Text;
                var decoded = Stopwatch.GetTimestamp();
                var extraction = await ArticleExtractor.ExtractAsync(html, url, CancellationToken.None);
                var extracted = Stopwatch.GetTimestamp();
                if (extraction is Extraction.Extracted { Article: var article })
                    detector.Detect(new Document(article.Title, article.Text, article.Language));
                (decode, extract, detect) = (decode + decoded - began, extract + extracted - decoded, detect + Stopwatch.GetTimestamp() - extracted);
            }

            if (run == 1)
                Console.WriteLine($"{Pages} pages, {pages.Sum(page => page.Length) / Pages / 1000} kB each: decode {Each(decode)}, parse and extract {Each(extract)}, detect {Each(detect)} a page");
        }
    }

    private static string Each(long ticks) => (Stopwatch.GetElapsedTime(0, ticks).TotalMilliseconds / Pages).ToString("0.00' ms'", CultureInfo.InvariantCulture);
}
