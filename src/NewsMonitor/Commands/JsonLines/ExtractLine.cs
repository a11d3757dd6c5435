using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsMonitor.Articles;
using NewsMonitor.Text.Charsets;

namespace NewsMonitor.Commands.JsonLines;

/// <summary>One line of <c>extract --jsonl</c>: a page in, its article out.</summary>
internal static class ExtractLine
{
    /// <summary>How long one page may be read.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(3);

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The answer to a line, as one line of JSON; a line that cannot be understood or a page that cannot be read is answered with <c>error</c>.</summary>
    /// <param name="line">An object with <c>id</c>, <c>url</c> and either <c>html</c> or <c>html_base64</c> with an optional <c>content_type</c>.</param>
    /// <param name="time">The clock of the deadline.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> fired.</exception>
    public static async Task<string> AnswerAsync(string line, TimeProvider time, CancellationToken cancel)
    {
        JsonElement request;
        try
        {
            using var document = JsonDocument.Parse(line);
            request = document.RootElement.Clone();
        }
        catch (JsonException trouble)
        {
            return Error(null, "not JSON: " + trouble.Message);
        }
        if (request.ValueKind != JsonValueKind.Object) return Error(null, "not a JSON object");
        var id = request.TryGetProperty("id", out var given) ? JsonNode.Parse(given.GetRawText()) : null;
        if (!TryReadHtml(request, out var html, out var reason)) return Error(id, reason);
        _ = Uri.TryCreate(Text(request, "url"), UriKind.Absolute, out var url);

        using var deadline = new CancellationTokenSource(Deadline, time);
        return await ArticleExtractor.ExtractAsync(html, url, deadline.Token, cancel) switch
        {
            Extraction.Extracted extracted => Answer(id, Text(request, "url"), extracted.Article),
            Extraction.NoText none => Answer(id, Text(request, "url"), none.Metadata),
            Extraction.Unparsable page => Error(id, "the page could not be read: " + page.Reason),
            var other => throw new InvalidOperationException("An outcome nobody thought of: " + other),
        };
    }

    private static bool TryReadHtml(JsonElement request, out string html, out string reason)
    {
        (html, reason) = (Text(request, "html") ?? "", "");
        if (Text(request, "html") is not null) return true;
        if (Text(request, "html_base64") is not { } encoded)
        {
            reason = "neither html nor html_base64";
            return false;
        }
        var bytes = new byte[encoded.Length];
        if (!Convert.TryFromBase64String(encoded, bytes, out var length))
        {
            reason = "html_base64 is not base64";
            return false;
        }
        html = CharsetDecoder.Decode(bytes.AsSpan(0, length), Text(request, "content_type"), MarkupKind.Html).Text;
        return true;
    }

    private static string Answer(JsonNode? id, string? url, Article article) => new JsonObject
    {
        ["id"] = id,
        ["url"] = url,
        ["canonical_url"] = article.CanonicalUrl?.Value,
        ["title"] = article.Title,
        ["text"] = article.Text,
        ["authors"] = new JsonArray([.. article.Authors.Select(author => JsonValue.Create(author))]),
        ["published"] = article.Published?.ToString(),
        ["modified"] = article.Modified?.ToString(),
        ["language"] = article.Language,
        ["site_name"] = article.SiteName,
    }.ToJsonString(Json);

    private static string Error(JsonNode? id, string reason) => new JsonObject { ["id"] = id, ["error"] = reason }.ToJsonString(Json);

    private static string? Text(JsonElement request, string name)
    {
        if (!request.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.String) return null;
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return LoneSurrogates.Mended(value.GetRawText()); // Half a character, escaped: JSON allows it, .NET strings from JSON do not.
        }
    }
}
