using System.Text;

namespace NewsMonitor.Text.Charsets;

/// <summary>
/// Tells encodings apart by how natural the text is that they give. Each candidate is read and its letters are counted: the most frequent
/// letters of the languages written in it make up half of any true text and a small part of a misread one.
/// </summary>
internal static class CharsetSniffer
{
    private const int Window = 8192;
    private const double Convincing = 0.75;

    /// <summary>The encoding that gives the most natural text, or null where none is convincing.</summary>
    public static Encoding? Best(ReadOnlySpan<byte> bytes)
    {
        var sample = Sample(bytes);
        Encoding? best = null;
        var highest = Convincing;
        foreach (var reading in CharsetReading.All)
        {
            var score = reading.Score(sample);
            if (score > highest)
                (highest, best) = (score, reading.Encoding);
        }
        return best;
    }

    /// <summary>How natural the text is in this encoding: above 0.75 convincing, below zero hardly text.</summary>
    public static double Score(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        var sample = Sample(bytes);
        var readings = CharsetReading.All.Where(reading => reading.Encoding.CodePage == encoding.CodePage).ToArray();
        return readings.Length == 0 ? CharsetReading.Unknown(encoding).Score(sample) : readings.Max(reading => reading.Score(sample));
    }

    /// <summary>Whether so many bytes mean nothing in this encoding that a claim of it must be wrong.</summary>
    public static bool CannotBe(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        if (encoding.IsSingleByte)
            return false;
        var text = encoding.GetString(Sample(bytes));
        var broken = text.AsSpan().Count('\uFFFD');
        var foreign = text.Count(c => c > 0x7F);
        return broken > 2 && broken * 10 > foreign;
    }

    /// <summary>The bytes from the first that is not ASCII: what comes before is the same in every candidate.</summary>
    private static byte[] Sample(ReadOnlySpan<byte> bytes)
    {
        var first = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
        if (first < 0)
            return [];
        var rest = bytes[Math.Max(0, first - 1)..];
        return rest[..Math.Min(rest.Length, Window)].ToArray();
    }
}
