using System.Text;

namespace NewsMonitor.Text.Charsets;

/// <summary>
/// UTF-8 in which stray bytes are read as windows-1252: what publishers produce who paste a quotation mark from a word processor into an
/// otherwise sound text.
/// </summary>
internal static class RepairedUtf8
{
    public static readonly Encoding Instance = Encoding.GetEncoding(Encoding.UTF8.CodePage, EncoderFallback.ReplacementFallback, new StrayByteFallback());

    private sealed class StrayByteFallback : DecoderFallback
    {
        public override int MaxCharCount => 4;

        public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer();
    }

    private sealed class Buffer : DecoderFallbackBuffer
    {
        private string text = "";
        private int next;

        public override int Remaining => text.Length - next;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            text = CharsetLabels.Windows1252.GetString(bytesUnknown);
            next = 0;
            return true;
        }

        // The runtime asks until it is given a NUL, which it takes for the end.
        public override char GetNextChar() => next < text.Length ? text[next++] : '\0';

        public override bool MovePrevious()
        {
            if (next == 0)
                return false;
            next--;
            return true;
        }

        public override void Reset()
        {
            text = "";
            next = 0;
        }
    }
}
