using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace NewsMonitor.Display;

/// <summary>
/// Builds HTML from interpolated strings in which the literal part is markup and every hole is escaped: forgetting to escape is not possible, only
/// asking for raw markup is, by handing in an <see cref="HtmlBuilder"/>.
/// </summary>
internal sealed class HtmlBuilder
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create("&<>\"'");

    private readonly StringBuilder html = new();

    /// <summary>Appends markup; holes are escaped text, numbers, or other builders.</summary>
    // The handler has written into this builder by the time the call is made.
    public HtmlBuilder Add([InterpolatedStringHandlerArgument("")] Markup markup) => markup.Builder == this ? this : throw new InvalidOperationException("the markup was written into another builder");

    /// <summary>Markup of the program's own that is no interpolated string, such as a style sheet. Never for text from outside.</summary>
    public static HtmlBuilder OfTrusted(string markup)
    {
        var builder = new HtmlBuilder();
        builder.html.Append(markup);
        return builder;
    }

    /// <summary>The length in bytes of UTF-8.</summary>
    public int ByteCount()
    {
        var count = 0;
        foreach (var chunk in html.GetChunks())
            count += Encoding.UTF8.GetByteCount(chunk.Span);
        return count;
    }

    public override string ToString() => html.ToString();

    private void AddText(string? text)
    {
        if (text is null)
            return;
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~') && !text.AsSpan().ContainsAny(Escaped))
        {
            html.Append(text);
            return;
        }

        foreach (var rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '&':
                    html.Append("&amp;");
                    break;
                case '<':
                    html.Append("&lt;");
                    break;
                case '>':
                    html.Append("&gt;");
                    break;
                case '"':
                    html.Append("&quot;");
                    break;
                case '\'':
                    html.Append("&#39;");
                    break;
                case '\n' or '\t':
                    html.Append((char)rune.Value);
                    break;
                default:
                    if (!Rune.IsControl(rune) && !SafeText.IsBidiControl(rune.Value))
                        html.Append(rune);
                    break;
            }
        }
    }

    /// <summary>The handler of the interpolated strings of <see cref="Add"/>.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Markup
    {
        public Markup(int literalLength, int formattedCount, HtmlBuilder builder)
        {
            Builder = builder;
            builder.html.EnsureCapacity(builder.html.Length + literalLength + (formattedCount * 16));
        }

        internal HtmlBuilder Builder { get; }

        public void AppendLiteral(string value) => Builder.html.Append(value);

        public void AppendFormatted(string? value) => Builder.AddText(value);

        public void AppendFormatted(long value) => Builder.html.Append(value.ToString(CultureInfo.InvariantCulture));

        public void AppendFormatted(HtmlBuilder? value) => Builder.html.Append(value?.html);
    }
}
