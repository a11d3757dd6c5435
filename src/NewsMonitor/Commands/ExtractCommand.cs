using System.CommandLine;
using NewsMonitor.Articles;
using NewsMonitor.Commands.JsonLines;
using NewsMonitor.Fetching;
using NewsMonitor.Pipeline;
using NewsMonitor.Text.Charsets;

namespace NewsMonitor.Commands;

/// <summary><c>extract</c>: HTML in, article out.</summary>
internal static class ExtractCommand
{
    private static readonly Argument<string[]> Files = new("FILE") { Description = "HTML to read, or JSON Lines with --jsonl; - or nothing reads standard input.", Arity = ArgumentArity.ZeroOrMore };
    private static readonly Option<string?> Url = new("--url") { Description = "The address the page was fetched from.", HelpName = "URL" };
    private static readonly Option<bool> JsonLines = new("--jsonl") { Description = "One JSON object a line in and out." };

    public static Command Create()
    {
        var command = new Command("extract", "Extracts the article from an HTML page.\n\nExample:\n  newsmonitor extract --url https://example.org/news/1 page.html") { Files, Url, JsonLines };
        command.SetAction(ExecuteAsync);
        return command;
    }

    private static Task<int> ExecuteAsync(ParseResult call, CancellationToken cancel)
    {
        var files = call.GetValue(Files) ?? [];
        if (call.GetValue(JsonLines))
            return JsonLinesLoop.RunAsync(files, (line, stop) => ExtractLine.AnswerAsync(line, TimeProvider.System, stop), cancel);

        var url = call.GetValue(Url) ?? "http://page.invalid/";
        if (!WebAddress.TryParse(url, out var address, out var problem))
        {
            Console.Error.WriteLine($"--url {url}: {problem}");
            return Task.FromResult(CommandLine.WrongCall);
        }

        var reader = new HtmlReader();
        return InputFiles.EachAsync(files, (bytes, output) => DescribeAsync(reader, bytes, address.Uri, output, cancel), cancel);
    }

    private static async Task DescribeAsync(HtmlReader reader, byte[] bytes, Uri url, TextWriter output, CancellationToken cancel)
    {
        switch (await reader.ReadAsync(CharsetDecoder.Decode(bytes, contentType: null, MarkupKind.Html).Text, url, cancel))
        {
            case Extraction.Extracted { Article: var article }:
                await output.WriteLineAsync($"title: {article.Title}\nauthors: {string.Join(", ", article.Authors)}\npublished: {article.Published}\nmodified: {article.Modified}");
                await output.WriteLineAsync($"language: {article.Language}\nsite: {article.SiteName}\nurl: {article.CanonicalUrl}\n\n{article.Text}");
                break;
            case Extraction.NoText { Reason: var reason }:
                await output.WriteLineAsync($"no text on the page ({NoTextWords.Of(reason)})");
                break;
            case Extraction.Unparsable { Reason: var reason }:
                await output.WriteLineAsync($"unparsable page ({NoTextWords.Of(reason)})");
                break;
        }
    }
}
