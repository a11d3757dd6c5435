using System.Buffers;
using System.Diagnostics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NewsMonitor.Feeds;

namespace NewsMonitor.Commands.JsonLines;

/// <summary>One line of <c>parse-feed --jsonl</c>: a body in base64 with its headers in, the feed's entries out.</summary>
internal static class ParseFeedLine
{
    // The answers are read by programs and by people, never by a browser.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The answer to a line, itself one line without its break; a line that cannot be understood gives an answer with "error".</summary>
    public static string Answer(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return Failure(default, "the line is not a JSON object");
            var id = document.RootElement.TryGetProperty("id", out var given) ? given : default;
            return AnswerKnown(id, document.RootElement);
        }
        catch (JsonException error)
        {
            return Failure(default, "the line is not JSON: " + error.Message);
        }
    }

    private static string AnswerKnown(JsonElement id, JsonElement line)
    {
        try
        {
            return Answer(id, line);
        }
        catch (InvalidOperationException)
        {
            // JSON permits what no string can hold.
            return Failure(id, "a string in the line ends in half a surrogate pair");
        }
    }

    private static string Answer(JsonElement id, JsonElement line)
    {
        if (!line.TryGetProperty("bytes_base64", out var bytes) || bytes.ValueKind != JsonValueKind.String)
            return Failure(id, "bytes_base64 is missing");
        if (!bytes.TryGetBytesFromBase64(out var body))
            return Failure(id, "bytes_base64 is not base64");
        var url = line.TryGetProperty("url", out var address) && address.ValueKind == JsonValueKind.String && Uri.TryCreate(address.GetString(), UriKind.Absolute, out var parsed) ? parsed : null;
        return FeedReader.Read(body, Headers(line), url) switch
        {
            FeedReading.Parsed reading => Success(id, reading.Feed),
            FeedReading.NotAFeed refusal => Failure(id, refusal.Sentence),
            _ => throw new UnreachableException("A reading is a feed or none."),
        };
    }

    private static FeedHeaders Headers(JsonElement line)
    {
        var headers = new FeedHeaders();
        if (!line.TryGetProperty("headers", out var given) || given.ValueKind != JsonValueKind.Object)
            return headers;
        foreach (var header in given.EnumerateObject())
        {
            if (header.Value.ValueKind != JsonValueKind.String)
                continue;
            if (header.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
                headers = headers with { ContentType = header.Value.GetString() };
            else if (header.Name.Equals("Content-Location", StringComparison.OrdinalIgnoreCase))
                headers = headers with { ContentLocation = header.Value.GetString() };
        }
        return headers;
    }

    private static string Success(JsonElement id, Feed feed) => Write(json =>
    {
        WriteId(json, id);
        json.WriteBoolean("ok", true);
        json.WriteString("format", feed.Format.ToString());
        json.WriteStartObject("feed");
        json.WriteString("title", feed.Title);
        json.WriteString("link", feed.Link);
        json.WriteEndObject();
        json.WriteStartArray("entries");
        foreach (var item in feed.Items)
        {
            json.WriteStartObject();
            json.WriteString("id", item.Id);
            json.WriteString("title", item.Title);
            json.WriteString("link", item.Link);
            json.WriteString("published", item.Published?.ToString());
            json.WriteString("updated", item.Updated?.ToString());
            json.WriteString("summary", item.Summary?.Value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    private static string Failure(JsonElement id, string reason) => Write(json =>
    {
        WriteId(json, id);
        json.WriteBoolean("ok", false);
        json.WriteString("error", reason);
    });

    private static void WriteId(Utf8JsonWriter json, JsonElement id)
    {
        json.WritePropertyName("id");
        if (id.ValueKind == JsonValueKind.Undefined)
            json.WriteNullValue();
        else
            json.WriteRawValue(id.GetRawText());
    }

    private static string Write(Action<Utf8JsonWriter> fields)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            fields(json);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
