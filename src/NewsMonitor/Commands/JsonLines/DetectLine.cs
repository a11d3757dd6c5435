using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NewsMonitor.Detection;
using NewsMonitor.Matches;

namespace NewsMonitor.Commands.JsonLines;

/// <summary>Answers one line of <c>detect --jsonl</c>.</summary>
internal static class DetectLine
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The answer to <paramref name="line"/>: its findings, or an <c>error</c> where the line cannot be read.</summary>
    /// <param name="detector">What finds.</param>
    /// <param name="line">A JSON object with <c>id</c>, <c>text</c> and perhaps <c>title</c> and <c>language</c> or <c>lang</c>.</param>
    /// <param name="identify">Gives the language of a text, or null; asked only where the line names none.</param>
    /// <param name="explain">Whether reasons and near misses are added.</param>
    public static string Answer(Detector detector, string line, Func<string, string?> identify, bool explain)
    {
        JsonDocument json;
        try
        {
            json = JsonDocument.Parse(line);
        }
        catch (JsonException e)
        {
            return Error(null, $"This is no JSON: {e.Message}");
        }

        using (json)
        {
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                return Error(null, "The line is no JSON object.");
            JsonElement? id = root.TryGetProperty("id", out var given) ? given : null;
            if (Text(root, "text") is not { } text)
                return Error(id, "The line has no 'text' that is a string.");
            var language = Text(root, "language") ?? Text(root, "lang") ?? identify(text);
            var document = new Document(Text(root, "title"), text, language);
            return Written(writer => WriteAnswer(writer, detector, document, id, explain));
        }
    }

    private static void WriteAnswer(Utf8JsonWriter writer, Detector detector, Document document, JsonElement? id, bool explain)
    {
        writer.WriteStartObject();
        WriteId(writer, id);
        writer.WriteString("language", document.Language);
        if (explain)
        {
            var explained = detector.DetectExplained(document);
            DecisionJson.Write(writer, explained);
        }
        else
        {
            DecisionJson.Write(writer, detector.Detect(document));
        }

        writer.WriteEndObject();
    }

    private static void WriteId(Utf8JsonWriter writer, JsonElement? id)
    {
        writer.WritePropertyName("id");
        if (id is { } given)
            writer.WriteRawValue(given.GetRawText());
        else
            writer.WriteNullValue();
    }

    private static string Error(JsonElement? id, string reason) => Written(writer =>
    {
        writer.WriteStartObject();
        WriteId(writer, id);
        writer.WriteString("error", reason);
        writer.WriteEndObject();
    });

    private static string Written(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Relaxed))
            write(writer);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    // The framework refuses escapes of lone surrogates, which scraped text does contain; a quote has to equal its range, so they are kept both ways.
    private static string? Text(JsonElement root, string name)
    {
        if (!root.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.String)
            return null;
        var raw = value.GetRawText().AsSpan()[1..^1];
        if (raw.IndexOf('\\') < 0)
            return raw.ToString();
        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\')
            {
                text.Append(raw[i]);
                continue;
            }

            i++;
            text.Append(raw[i] switch
            {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                'b' => '\b',
                'f' => '\f',
                'u' => (char)Convert.ToInt32(raw.Slice(i + 1, 4).ToString(), 16),
                var other => other,
            });
            if (raw[i] == 'u')
                i += 4;
        }

        return text.ToString();
    }
}
