using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace NewsMonitor.Digests.Delivery;

/// <summary>What a delivery is known by, the same at every attempt, so that the other side can tell a repetition from a second digest.</summary>
internal static class DeliveryIdentity
{
    /// <summary>32 hexadecimal digits of a digest, its window and its recipient.</summary>
    public static string Of(Digest digest, ChannelKind channel, string recipient)
    {
        // The window makes digests of different databases different even where their names agree.
        var key = string.Create(
            CultureInfo.InvariantCulture,
            $"{digest.Name}\n{digest.Window.From.UtcTicks}\n{digest.Window.Until.UtcTicks}\n{channel}\n{recipient.ToUpperInvariant()}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..32];
    }
}
