using System.Text.Json;

namespace NewsMonitor.Detection.Evaluation;

/// <summary>Reads a labelled text from one line of JSON: <c>id</c>, <c>text</c>, <c>findings</c>, and perhaps <c>title</c> and <c>language</c> or <c>lang</c>.</summary>
public static class LabelledLine
{
    /// <summary>The text of a line; null where the line cannot be read.</summary>
    /// <param name="line">A JSON object.</param>
    /// <param name="reason">What is wrong with the line, in one sentence; null where nothing is.</param>
    public static LabelledText? Read(string line, out string? reason)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return Read(json.RootElement, out reason);
        }
        catch (JsonException e)
        {
            reason = $"This is no JSON: {e.Message}";
            return null;
        }
    }

    private static LabelledText? Read(JsonElement root, out string? reason)
    {
        reason = null;
        if (root.ValueKind != JsonValueKind.Object || Word(root, "text") is not { } text)
        {
            reason = "The line has no 'text' that is a string.";
            return null;
        }

        if (!root.TryGetProperty("findings", out var labels) || labels.ValueKind != JsonValueKind.Array)
        {
            reason = "The line has no list of 'findings'; write [] where the text says nothing of the topics.";
            return null;
        }

        var findings = new List<LabelledFinding>();
        foreach (var label in labels.EnumerateArray())
        {
            if (Finding(label, ref reason) is not { } finding)
                return null;
            findings.Add(finding);
        }

        return new LabelledText(Word(root, "id") ?? "", new Document(Word(root, "title"), text, Word(root, "language") ?? Word(root, "lang")), [.. findings]);
    }

    private static LabelledFinding? Finding(JsonElement label, ref string? reason)
    {
        if (label.ValueKind != JsonValueKind.Object || Word(label, "topic") is not { } topic)
            reason = "A finding has no 'topic'.";
        else if (!Enum.TryParse<Stance>(Word(label, "stance"), ignoreCase: true, out var stance) || !Enum.IsDefined(stance))
            reason = "A finding's 'stance' is none of affirmed, denied, prospective, withdrawn.";
        else
            return new LabelledFinding(topic, Word(label, "kind"), Word(label, "direction"), Word(label, "recognizer"), [.. Words(label, "regions")], stance);
        return null;
    }

    private static string? Word(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static IEnumerable<string> Words(JsonElement element, string name) =>
        element.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!)
            : [];
}
