using System.Text.Json;
using System.Text.Json.Serialization;
using NewsMonitor.Matches;

namespace NewsMonitor.Digests;

/// <summary>Strings without lone surrogates, so that what is written is the same when it is read and written again.</summary>
internal sealed class WholeTextJson : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(WholeText.Of(value));
}
