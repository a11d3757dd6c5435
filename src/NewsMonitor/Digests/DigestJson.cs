using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsMonitor.Digests;

/// <summary>The JSON form of a digest: what is stored when it is frozen, what the JSON file and the webhook carry.</summary>
internal static class DigestJson
{
    private static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower), new PublicationTimeJson(), new WholeTextJson() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // people read the files; nothing puts them into a page unescaped
        RespectNullableAnnotations = true,
    };

    private static readonly JsonSerializerOptions Indented = new(Form) { WriteIndented = true };

    /// <summary>One line.</summary>
    public static string Write(Digest digest) => JsonSerializer.Serialize(digest, Form);

    /// <summary>The same for people: indented, ending with a line break.</summary>
    public static string WriteIndented(Digest digest) => JsonSerializer.Serialize(digest, Indented) + "\n";

    /// <summary>Reads what <see cref="Write"/> or <see cref="WriteIndented"/> wrote.</summary>
    /// <exception cref="JsonException">The text is no digest.</exception>
    public static Digest Read(string json) => JsonSerializer.Deserialize<Digest>(json, Form) ?? throw new JsonException("the digest is null");
}
