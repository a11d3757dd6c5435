using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace NewsMonitor.Text.Charsets;

/// <summary>How well bytes read as UTF-8.</summary>
/// <param name="Sequences">Valid sequences of two bytes or more.</param>
/// <param name="LongSequences">Those of three or four bytes.</param>
/// <param name="Invalid">Bytes that are part of no valid sequence; a sequence cut off by the end of the input does not count where others are sound.</param>
internal readonly record struct Utf8Evidence(int Sequences, int LongSequences, int Invalid)
{
    public static Utf8Evidence In(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes))
            return CountValid(bytes);
        int sequences = 0, longer = 0, invalid = 0;
        while (true)
        {
            var next = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (next < 0)
                return new Utf8Evidence(sequences, longer, invalid);
            bytes = bytes[next..];
            var status = Rune.DecodeFromUtf8(bytes, out _, out var length);
            if (status == OperationStatus.NeedMoreData)
                return new Utf8Evidence(sequences, longer, invalid + (sequences == 0 ? bytes.Length : 0));
            if (status == OperationStatus.Done)
            {
                sequences++;
                longer += length > 2 ? 1 : 0;
            }
            else
            {
                invalid += length;
            }
            bytes = bytes[length..];
        }
    }

    /// <summary>In valid UTF-8 the lead bytes alone tell; a few are enough to know, so counting stops at a thousand.</summary>
    private static Utf8Evidence CountValid(ReadOnlySpan<byte> bytes)
    {
        int sequences = 0, longer = 0;
        while (sequences < 1000)
        {
            var next = bytes.IndexOfAnyInRange((byte)0xC0, (byte)0xFF);
            if (next < 0)
                break;
            sequences++;
            longer += bytes[next] >= 0xE0 ? 1 : 0;
            bytes = bytes[(next + 1)..];
        }
        return new Utf8Evidence(sequences, longer, 0);
    }
}
