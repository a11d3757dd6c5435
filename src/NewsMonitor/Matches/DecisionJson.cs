using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NewsMonitor.Detection;

namespace NewsMonitor.Matches;

/// <summary>What was decided on a text and why, as members of a JSON object: <c>findings</c> with their reasons, and <c>near_misses</c>.</summary>
internal static class DecisionJson
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The whole record as one JSON object, as it is kept with an article.</summary>
    public static string Of(ExplainedDetection explained)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Relaxed))
        {
            writer.WriteStartObject();
            Write(writer, explained);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>The findings with their reasons, and the near misses.</summary>
    public static void Write(Utf8JsonWriter writer, ExplainedDetection explained)
    {
        WriteFindings(writer, explained.Detection, explained);
        WriteNearMisses(writer, explained);
    }

    /// <summary>The findings alone.</summary>
    public static void Write(Utf8JsonWriter writer, Detection.Detection detection) => WriteFindings(writer, detection, explained: null);

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
        if (reasons.StanceCue is { } cue)
        {
            writer.WritePropertyName("stance_cue");
            WriteWord(writer, cue);
        }
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
            WriteWord(writer, word);
        writer.WriteEndArray();
    }

    private static void WriteWord(Utf8JsonWriter writer, FiredWord word)
    {
        writer.WriteStartObject();
        writer.WriteString("part", word.Part);
        WriteExactly(writer, "text", word.Text);
        writer.WriteString("in", word.In == EvidencePlace.Title ? "title" : "text");
        writer.WriteNumber("start", word.Start);
        writer.WriteNumber("end", word.End);
        writer.WriteEndObject();
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
