using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NewsMonitor.Matches;

/// <summary>A match as the verb's JSON Lines form and the API write it.</summary>
internal static class MatchJson
{
    // The forms are read by people and programs, never put into a page: every script stands as it is.
    private static readonly JsonWriterOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the match as one line of UTF-8, without the line break.</summary>
    public static void WriteLine(Stream stream, Match match)
    {
        using var json = new Utf8JsonWriter(stream, Form);
        Write(json, match);
    }

    /// <summary>Writes matches as one JSON array.</summary>
    public static void WriteArray(Stream stream, IEnumerable<Match> matches)
    {
        using var json = new Utf8JsonWriter(stream, Form);
        json.WriteStartArray();
        foreach (var match in matches)
            Write(json, match);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Match match)
    {
        json.WriteStartObject();
        json.WriteNumber("id", match.Id);
        json.WriteString("url", WholeText.Of(match.Url));
        json.WriteString("title", WholeText.Of(match.Title));
        json.WriteStartArray("authors");
        foreach (var author in match.Authors)
            json.WriteStringValue(WholeText.Of(author));
        json.WriteEndArray();
        WriteOrNull(json, "published", match.Published?.ToString());
        json.WriteString("first_seen", Utc(match.FirstSeen));
        WriteOrNull(json, "language", match.Language);
        json.WriteString("outlet", WholeText.Of(match.Outlet));
        json.WriteString("text_source", match.TextSource.Word());
        json.WriteNumber("story", match.Story);
        json.WriteStartArray("sightings");
        foreach (var sighting in match.Sightings)
        {
            json.WriteStartObject();
            WriteOrNull(json, "feed", sighting.Feed);
            json.WriteString("url", WholeText.Of(sighting.Url));
            json.WriteString("seen", Utc(sighting.Seen));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        FindingJson.WriteAll(json, match.Findings);
        json.WriteEndObject();
    }

    private static void WriteOrNull(Utf8JsonWriter json, string name, string? value)
    {
        if (value is null)
            json.WriteNull(name);
        else
            json.WriteString(name, WholeText.Of(value));
    }

    private static string Utc(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
