using System.Text.Json;
using NewsMonitor.Detection;

namespace NewsMonitor.Matches;

/// <summary>Findings in the JSON Lines forms: keys in a fixed order, attributes that a topic does not have absent.</summary>
internal static class FindingJson
{
    /// <summary>Writes the property <c>findings</c> into the object that is open.</summary>
    public static void WriteAll(Utf8JsonWriter json, IEnumerable<Finding> findings)
    {
        json.WriteStartArray("findings");
        foreach (var finding in findings)
            Write(json, finding);
        json.WriteEndArray();
    }

    /// <summary>The findings as a JSON array.</summary>
    public static string Of(IEnumerable<Finding> findings)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartArray();
            foreach (var finding in findings)
                Write(json, finding);
            json.WriteEndArray();
        }

        return System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>Writes one finding as an object.</summary>
    public static void Write(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("topic", finding.Topic);
        WriteGiven(json, "kind", finding.Kind);
        WriteGiven(json, "direction", finding.Direction);
        WriteGiven(json, "recognizer", finding.Recognizer);
        if (finding.Regions is { } regions)
        {
            json.WriteStartArray("regions");
            foreach (var region in regions)
                json.WriteStringValue(region);
            json.WriteEndArray();
        }

        json.WriteString("stance", finding.Stance.Word());
        json.WriteStartObject("evidence");
        json.WriteString("in", finding.Evidence.In.Word());
        json.WriteString("quote", WholeText.Of(finding.Evidence.Quote));
        json.WriteNumber("start", finding.Evidence.Start);
        json.WriteNumber("end", finding.Evidence.End);
        json.WriteEndObject();
        json.WriteNumber("confidence", finding.Confidence);
        json.WriteString("rule", finding.Rule);
        WriteGiven(json, "cameo", finding.Cameo);
        json.WriteEndObject();
    }

    private static void WriteGiven(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }
}
