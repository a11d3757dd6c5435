using System.Text.Encodings.Web;
using System.Text.Json;

namespace NewsMonitor.Matches;

/// <summary>A match that an analyst judged as a labelled text, so that a verdict becomes a regression test: <c>newsmonitor eval</c> reads these lines.</summary>
internal static class LabelledJson
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void WriteLine(Stream output, StoredMatch stored, Verdict verdict)
    {
        using (var json = new Utf8JsonWriter(output, Relaxed))
        {
            json.WriteStartObject();
            json.WriteString("id", stored.Match.Url);
            json.WriteString("lang", stored.Match.Language);
            json.WriteString("title", WholeText.Of(stored.Match.Title));
            json.WriteString("text", WholeText.Of(stored.Text));
            FindingJson.WriteAll(json, verdict == Verdict.Confirmed ? stored.Match.Findings : []);
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }
}
