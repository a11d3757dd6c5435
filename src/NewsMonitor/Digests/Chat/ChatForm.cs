using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NewsMonitor.Digests.Chat;

/// <summary>How a chat wants its messages.</summary>
internal interface IChatForm
{
    /// <summary>What a message may hold.</summary>
    ChatLimits Limits { get; }

    /// <summary>What a passage takes of it, at most.</summary>
    int Size(Passage passage);

    /// <summary>The body of the call that posts a message.</summary>
    /// <param name="message">Its passages.</param>
    /// <param name="subject">What is shown where the message itself is not.</param>
    /// <param name="recipient">Whom the outbox names.</param>
    JsonObject Body(ImmutableArray<Passage> message, string subject, string recipient);
}

/// <summary>JSON as it goes over the wire: letters of every script as they are, since limits count bytes.</summary>
internal static class ChatJson
{
    private static readonly JsonSerializerOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Bytes(JsonNode body) => Encoding.UTF8.GetBytes(body.ToJsonString(Form));
}
