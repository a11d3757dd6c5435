using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NewsMonitor.Stories;

/// <summary>A story as one line of JSON.</summary>
internal static class StoryJson
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The line, with its line feed.</summary>
    public static string Line(Story story)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Relaxed))
        {
            writer.WriteStartObject();
            writer.WriteNumber("story", story.Id);
            writer.WriteString("headline", story.First.Title);
            writer.WriteString("first_told", Time(story.First.Told));
            writer.WriteString("first_told_by", story.First.Outlet);
            writer.WriteStartArray("reports");
            foreach (var report in story.Reports)
                Write(writer, story, report);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + "\n";
    }

    private static void Write(Utf8JsonWriter writer, Story story, StoryReport report)
    {
        var original = story.OriginalOf(report);
        writer.WriteStartObject();
        writer.WriteNumber("id", report.Article);
        writer.WriteString("url", report.Url);
        writer.WriteString("title", report.Title);
        writer.WriteString("outlet", report.Outlet);
        writer.WriteString("language", report.Language);
        writer.WriteString("told", Time(report.Told));
        writer.WriteString("first_seen", Time(report.FirstSeen));
        if (original == report)
            writer.WriteNull("copy_of");
        else
            writer.WriteNumber("copy_of", original.Article);
        writer.WriteString("joined_because", report.Link?.Reason);
        writer.WriteEndObject();
    }

    private static string Time(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
