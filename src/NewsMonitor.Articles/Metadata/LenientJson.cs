using System.Text;
using System.Text.Json;

namespace NewsMonitor.Articles.Metadata;

/// <summary>JSON as it stands in pages: with comments, trailing commas, line breaks inside strings, wrapped in CDATA or HTML comments.</summary>
internal static class LenientJson
{
    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    /// <summary>The root value, or null where the text is no JSON even with mends.</summary>
    public static JsonElement? Parse(string text) => TryParse(text) ?? TryParse(Mended(text));

    private static JsonElement? TryParse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Options);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null; // Expected of pages in the wild; the caller tries again or goes without.
        }
    }

    /// <summary>The text from its first bracket on, control characters inside strings made spaces, stray escapes doubled.</summary>
    private static string Mended(string text)
    {
        var mended = new StringBuilder(text.Length);
        var inString = false;
        var start = text.AsSpan().IndexOfAny('{', '[');
        var end = text.AsSpan().LastIndexOfAny('}', ']');
        if (start < 0 || end < start) return "";
        for (var i = start; i <= end; i++)
        {
            var c = text[i];
            if (c == '\\' && inString && i + 1 <= end)
            {
                if ("\"\\/bfnrtu".Contains(text[i + 1], StringComparison.Ordinal))
                    mended.Append(c).Append(text[++i]);
                continue;
            }
            if (c == '"') inString = !inString;
            mended.Append(c < ' ' ? ' ' : c);
        }
        return mended.ToString();
    }
}
