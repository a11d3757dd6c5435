using System.Diagnostics;
using System.Globalization;
using AngleSharp.Html.Parser;
using NewsMonitor.Articles;
using NewsMonitor.Articles.Skimming;
using NewsMonitor.Detection;
using NewsMonitor.Text.Charsets;

namespace NewsMonitor.Benchmarks.Articles;

/// <summary>
/// What the steps from a decoded page to findings take of processor time and memory, each against AngleSharp's parser alone on the same pages in the same run. Every other round
/// goes through the steps in the opposite order, and each step's quickest round counts: what else runs on the machine slows the others.
/// </summary>
internal static class ExtractionMeasure
{
    private static readonly Uri Url = new("https://example.org/news/page");

    /// <summary>Prints a line for each step.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="folder">HTML files.</param>
    /// <param name="rounds">Times over all pages, the first two not counted.</param>
    public static async Task RunAsync(TextWriter output, string folder, int rounds)
    {
        var pages = Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(file => CharsetDecoder.Decode(File.ReadAllBytes(file), null, MarkupKind.Html).Text).ToArray();
        var detector = new Detector(TopicSet.BuiltIn);
        var parser = new HtmlParser();
        (string Name, Func<string, Task> Work)[] steps =
        [
            ("parse alone", page =>
            {
                using var document = parser.ParseDocument(page);
                return Task.CompletedTask;
            }),
            ("skim", page =>
            {
                PageSkim.Passes(page, _ => true);
                return Task.CompletedTask;
            }),
            ("sieve", page =>
            {
                PageSkim.Passes(page, detector.NamesActor);
                return Task.CompletedTask;
            }),
            ("extract", page => ArticleExtractor.ExtractAsync(page, Url, CancellationToken.None)),
            ("extract and detect", async page =>
            {
                if (await ArticleExtractor.ExtractAsync(page, Url, CancellationToken.None) is Extraction.Extracted { Article: var article })
                    detector.Detect(new Document(article.Title, article.Text, article.Language));
            }),
        ];

        var quickest = new (double Milliseconds, long Bytes)[steps.Length];
        Array.Fill(quickest, (double.MaxValue, long.MaxValue));
        for (var round = 0; round < rounds + 2; round++)
        {
            foreach (var step in Enumerable.Range(0, steps.Length).OrderBy(step => round % 2 == 0 ? step : -step))
            {
                var (took, cost) = await MeasureAsync(steps[step].Work, pages);
                if (round >= 2)
                    quickest[step] = (Math.Min(quickest[step].Milliseconds, took), Math.Min(quickest[step].Bytes, cost));
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pages.Length} pages of {pages.Average(page => page.Length) / 1000:0} thousand characters, a page:"));
        for (var step = 0; step < steps.Length; step++)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{steps[step].Name,-20} {quickest[step].Milliseconds,7:0.000} ms   pages a second against parse {quickest[0].Milliseconds / quickest[step].Milliseconds,7:0.000}   {quickest[step].Bytes / 1024,6} KiB allocated"));
        }
    }

    private static async Task<(double Milliseconds, long Bytes)> MeasureAsync(Func<string, Task> work, string[] pages)
    {
        GC.Collect();
        var (before, processor) = (GC.GetTotalAllocatedBytes(precise: true), Environment.CpuUsage.TotalTime);
        foreach (var page in pages) await work(page);
        return ((Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / pages.Length, (GC.GetTotalAllocatedBytes(precise: true) - before) / pages.Length);
    }
}
