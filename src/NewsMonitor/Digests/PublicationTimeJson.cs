using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using NewsMonitor.Text.Dates;

namespace NewsMonitor.Digests;

/// <summary>A publication time as ISO 8601, a date alone where the time is unknown.</summary>
internal sealed class PublicationTimeJson : JsonConverter<PublicationTime>
{
    private const string Day = "yyyy-MM-dd";

    public override PublicationTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString();
        if (DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return PublicationTime.OnDay(day);
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
            return PublicationTime.At(instant);
        throw new JsonException($"'{text}' is no publication time");
    }

    public override void Write(Utf8JsonWriter writer, PublicationTime value, JsonSerializerOptions options)
    {
        if (value.Instant is { } instant)
            writer.WriteStringValue(instant);
        else
            writer.WriteStringValue(value.Date.ToString(Day, CultureInfo.InvariantCulture));
    }
}
