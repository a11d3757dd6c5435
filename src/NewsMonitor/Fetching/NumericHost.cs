using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;

namespace NewsMonitor.Fetching;

/// <summary>
/// IPv4 addresses in every spelling that resolvers accept: fewer than four parts, octal, hexadecimal. Source: the IPv4 parser of the WHATWG URL standard.
/// </summary>
internal static class NumericHost
{
    /// <summary>Whether the last label is a number, so that the host is an IPv4 address or nothing at all.</summary>
    public static bool EndsInNumber(string host)
    {
        var last = host[(host.LastIndexOf('.') + 1)..];
        return last.All(char.IsAsciiDigit) || TryReadPart(last, out _);
    }

    /// <summary>Reads such a host; false where a part is no number or too large.</summary>
    public static bool TryRead(string host, [NotNullWhen(true)] out IPAddress? address)
    {
        address = null;
        var parts = host.Split('.');
        if (parts.Length > 4)
            return false;

        ulong value = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            // The last part fills all the bytes that the others leave.
            var bytes = i == parts.Length - 1 ? 4 - i : 1;
            if (!TryReadPart(parts[i], out var part) || part >= 1UL << (8 * bytes))
                return false;
            value = (value << (8 * bytes)) | part;
        }

        address = new IPAddress([(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value]);
        return true;
    }

    private static bool TryReadPart(string part, out ulong value)
    {
        value = 0;
        if (part.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
            return part.Length == 2 || ulong.TryParse(part.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
        if (part.Length == 0 || !part.All(char.IsAsciiDigit))
            return false;
        if (part[0] != '0')
            return ulong.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out value);

        foreach (var digit in part)
        {
            if (digit > '7' || value > uint.MaxValue)
                return false;
            value = (value * 8) + (ulong)(digit - '0');
        }

        return true;
    }
}
