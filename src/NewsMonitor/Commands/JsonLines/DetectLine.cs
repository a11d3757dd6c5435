using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NewsMonitor.Detection;

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
            WriteFindings(writer, explained.Detection, explained);
            WriteNearMisses(writer, explained);
        }
        else
        {
            WriteFindings(writer, detector.Detect(document), explained: null);
        }

        writer.WriteEndObject();
    }

    private static void WriteFindings(Utf8JsonWriter writer, Detection.Detection detection, ExplainedDetection? explained)
    {
        writer.WriteStartArray("findings");
        for (var i = 0; i < detection.Findings.Length; i++)
        {
            writer.WriteStartObject();
            WriteFinding(writer, detection.Findings[i]);
            if (explained is not null)
                WriteReasons(writer, explained.Reasons[i]);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (detection.Truncated)
            writer.WriteBoolean("truncated", true);
    }

    private static void WriteFinding(Utf8JsonWriter writer, Finding finding)
    {
        writer.WriteString("topic", finding.Topic);
        WriteIfPresent(writer, "kind", finding.Kind);
        WriteIfPresent(writer, "direction", finding.Direction);
        WriteIfPresent(writer, "recognizer", finding.Recognizer);
        if (finding.Regions is { } regions)
            WriteStrings(writer, "regions", regions);
        writer.WriteString("stance", finding.Stance.ToString().ToLowerInvariant());
        WriteEvidence(writer, finding.Evidence);
        writer.WriteNumber("confidence", finding.Confidence);
        writer.WriteString("rule", finding.Rule);
        WriteIfPresent(writer, "cameo", finding.Cameo);
    }

    private static void WriteReasons(Utf8JsonWriter writer, FindingReasons reasons)
    {
        WriteWords(writer, reasons.Words);
        WriteStrings(writer, "for", reasons.For);
        WriteStrings(writer, "against", reasons.Against);
        WriteStrings(writer, "stance_because", reasons.Stance);
    }

    private static void WriteNearMisses(Utf8JsonWriter writer, ExplainedDetection explained)
    {
        writer.WriteStartArray("near_misses");
        foreach (var miss in explained.NearMisses)
        {
            writer.WriteStartObject();
            writer.WriteString("topic", miss.Topic);
            writer.WriteString("what", miss.What);
            writer.WriteString("reason", miss.Reason);
            WriteEvidence(writer, miss.Evidence);
            writer.WriteNumber("confidence", miss.Confidence);
            WriteWords(writer, miss.Words);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteEvidence(Utf8JsonWriter writer, Evidence evidence)
    {
        writer.WriteStartObject("evidence");
        writer.WriteString("in", evidence.In == EvidencePlace.Title ? "title" : "text");
        WriteExactly(writer, "quote", evidence.Quote);
        writer.WriteNumber("start", evidence.Start);
        writer.WriteNumber("end", evidence.End);
        writer.WriteEndObject();
    }

    private static void WriteWords(Utf8JsonWriter writer, IEnumerable<FiredWord> words)
    {
        writer.WriteStartArray("words");
        foreach (var word in words)
        {
            writer.WriteStartObject();
            writer.WriteString("part", word.Part);
            WriteExactly(writer, "text", word.Text);
            writer.WriteString("in", word.In == EvidencePlace.Title ? "title" : "text");
            writer.WriteNumber("start", word.Start);
            writer.WriteNumber("end", word.End);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteStrings(Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
            writer.WriteStringValue(value);
        writer.WriteEndArray();
    }

    private static void WriteIfPresent(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
            writer.WriteString(name, value);
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

    private static void WriteExactly(Utf8JsonWriter writer, string name, string value)
    {
        writer.WritePropertyName(name);
        var hasLoneSurrogate = false;
        for (var i = 0; i < value.Length && !hasLoneSurrogate; i++)
        {
            if (char.IsHighSurrogate(value[i]) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
                i++;
            else
                hasLoneSurrogate = char.IsSurrogate(value[i]);
        }

        if (hasLoneSurrogate)
            writer.WriteRawValue(Escaped(value));
        else
            writer.WriteStringValue(value);
    }

    private static string Escaped(string value)
    {
        var escaped = new StringBuilder("\"");
        foreach (var c in value)
        {
            if (c is '"' or '\\' || char.IsControl(c) || char.IsSurrogate(c))
                escaped.Append("\\u").Append(((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture));
            else
                escaped.Append(c);
        }

        return escaped.Append('"').ToString();
    }
}
