using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NewsMonitor.Detection;
using NewsMonitor.Matches;
using NewsMonitor.Stories;
using NewsMonitor.Text;
using NewsMonitor.Text.Dates;

namespace NewsMonitor.Commands.JsonLines;

/// <summary>Answers the lines of <c>stories --jsonl</c>, one after the other: the answer to a line depends on the lines before it.</summary>
/// <param name="detector">What finds.</param>
/// <param name="stream">What groups.</param>
/// <param name="identify">Gives the language of a text, or null; asked only where a line names none.</param>
internal sealed class StoryLine(Detector detector, StoryStream stream, Func<string, string?> identify)
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<string> ids = [];
    private DateTimeOffset last = DateTimeOffset.UnixEpoch;

    /// <summary>The answer to <paramref name="line"/>: its story, or an <c>error</c> where the line cannot be read.</summary>
    public string Answer(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                return Error(null, "The line is no JSON object.");
            var id = root.TryGetProperty("id", out var given) ? given.GetRawText() : null;
            if (Text(root, "text") is not { } text)
                return Error(id, "The line has no 'text' that is a string.");
            if (id is null)
                return Error(null, "The line has no 'id'.");
            return Written(id, stream.Take(Read(root, text)));
        }
        catch (Exception trouble) when (trouble is JsonException or InvalidOperationException)
        {
            // A string with an escaped lone surrogate is an invalid operation to the reader.
            return Error(null, $"This is no JSON: {trouble.Message}");
        }
    }

    private Report Read(JsonElement root, string text)
    {
        var title = Text(root, "title") ?? "";
        var language = Text(root, "language") ?? Text(root, "lang") ?? identify(text);
        // Lines come in order of publication: one without a time was published with the one before.
        last = DateReader.Read(Text(root, "published") ?? "") is { } published ? published.Instant ?? new DateTimeOffset(published.Date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : last;
        var findings = detector.Detect(new Document(title, text, language)).Findings;
        return new Report(ids.Count, Text(root, "url") ?? "", Text(root, "outlet") ?? "", title, text, language, last, findings);
    }

    private string Written(string id, StreamedReport told)
    {
        ids.Add(id);
        return Written(writer =>
        {
            writer.WritePropertyName("id");
            writer.WriteRawValue(id);
            writer.WriteString("story", told.Story.ToString(CultureInfo.InvariantCulture));
            writer.WritePropertyName("copy_of");
            writer.WriteRawValue(told.Edge?.Original is { } original ? ids[(int)original] : "null");
            writer.WriteString("tells", told.Tells.Word());
        });
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { } text ? WellFormedText.Of(text) : null;

    private static string Error(string? id, string reason) => Written(writer =>
    {
        writer.WritePropertyName("id");
        writer.WriteRawValue(id ?? "null");
        writer.WriteString("error", reason);
    });

    private static string Written(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Relaxed))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
