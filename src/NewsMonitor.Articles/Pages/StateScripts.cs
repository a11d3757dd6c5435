using System.Buffers;

namespace NewsMonitor.Articles.Pages;

/// <summary>Recognizes scripts that hand a page's program the state it starts from: <c>window.__STATE__ = {…}</c>.</summary>
internal static class StateScripts
{
    private static readonly SearchValues<char> Structure = SearchValues.Create("{}[]\"");

    /// <summary>Shorter states hold no article.</summary>
    private const int Shortest = 500;

    /// <summary>Whether a script assigns an object of JSON to a property of the window.</summary>
    public static bool IsOne(ReadOnlySpan<char> script) => From(script).Length > 0;

    /// <summary>The JSON that a script assigns; empty where it does nothing of the kind.</summary>
    public static ReadOnlySpan<char> Value(ReadOnlySpan<char> script) => From(script) is { Length: > 0 } value ? value[..Length(value)] : [];

    /// <summary>The script from the value on.</summary>
    private static ReadOnlySpan<char> From(ReadOnlySpan<char> script)
    {
        var text = script.TrimStart();
        if (text.Length < Shortest || !text.StartsWith("window", StringComparison.Ordinal) || text[6] is not ('.' or '[')) return [];
        var equals = text.IndexOf('=');
        if (equals is < 0 or > 80) return [];
        var value = text[(equals + 1)..].TrimStart();
        return value is ['{' or '[', ..] ? value : [];
    }

    /// <summary>How long a value is: to the bracket that closes its first.</summary>
    private static int Length(ReadOnlySpan<char> value)
    {
        var depth = 0;
        for (var i = 0; i < value.Length; i++)
        {
            var next = value[i..].IndexOfAny(Structure);
            if (next < 0) break;
            i += next;
            switch (value[i])
            {
                case '{' or '[':
                    depth++;
                    break;
                case '}' or ']':
                    if (--depth == 0) return i + 1;
                    break;
                default:
                    i = AfterString(value, i);
                    break;
            }
        }
        return value.Length;
    }

    /// <summary>The index of the quote that ends a string.</summary>
    private static int AfterString(ReadOnlySpan<char> value, int quote)
    {
        for (var i = quote + 1; i < value.Length; i++)
        {
            var next = value[i..].IndexOfAny('"', '\\');
            if (next < 0) break;
            i += next;
            if (value[i] == '"') return i;
            i++;
        }
        return value.Length;
    }
}
