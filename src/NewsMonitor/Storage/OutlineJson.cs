using System.Collections.Immutable;
using System.Text.Json;
using NewsMonitor.Subscriptions;

namespace NewsMonitor.Storage;

/// <summary>What an OPML outline said beside address, title and language, kept so that an export loses nothing.</summary>
internal static class OutlineJson
{
    public static string Write(OpmlEntry entry) =>
        JsonSerializer.Serialize(new Outline([.. entry.Folders], [.. entry.Categories], [.. entry.Attributes.Select(one => new Other(one.Name, one.Namespace, one.Value))]));

    public static OpmlEntry Read(string url, string? title, string? language, string json)
    {
        var outline = JsonSerializer.Deserialize<Outline>(json)!;
        return new OpmlEntry(url, title, language, [.. outline.Folders ?? []], [.. outline.Categories ?? []], [.. (outline.Attributes ?? []).Select(one => new OpmlAttribute(one.Name, one.Namespace, one.Value))]);
    }

    private sealed record Outline(string[]? Folders, string[]? Categories, Other[]? Attributes);

    private sealed record Other(string Name, string Namespace, string Value);
}
