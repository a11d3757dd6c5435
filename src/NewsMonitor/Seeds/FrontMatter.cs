using System.Collections.Immutable;
using NewsMonitor.Text.Dates;

namespace NewsMonitor.Seeds;

/// <summary>What stands between two lines of <c>---</c> at the head of a seed: <c>title</c>, <c>url</c>, <c>published</c>, <c>author</c>, <c>language</c>, <c>outlet</c>, each optional.</summary>
internal sealed record FrontMatter(string? Title, Uri? Url, PublicationTime? Published, ImmutableArray<string> Authors, string? Language, string? Outlet)
{
    public static readonly FrontMatter None = new(null, null, null, [], null, null);

    /// <summary>Parts a seed into its front matter and what follows.</summary>
    /// <exception cref="SeedUnreadableException">A key is unknown, or a value is not what the key asks for.</exception>
    public static (FrontMatter Matter, string Body) Read(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var end = lines[0].Trim() == "---" ? Array.FindIndex(lines, 1, line => line.Trim() is "---" or "...") : -1;
        if (end < 0)
            return (None, text);

        var matter = None;
        for (var i = 1; i < end; i++)
        {
            var line = lines[i];
            if (line.AsSpan().Trim().IsEmpty || line.TrimStart().StartsWith('#'))
                continue;
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
                throw new SeedUnreadableException($"line {i + 1}: write key: value");
            matter = matter.With(line[..colon].Trim().ToLowerInvariant(), line[(colon + 1)..].Trim().Trim('"', '\''), i + 1);
        }

        return (matter, string.Join('\n', lines.Skip(end + 1)));
    }

    private FrontMatter With(string key, string value, int line) => key switch
    {
        _ when value.Length == 0 => this,
        "title" => this with { Title = value },
        "url" => this with { Url = WebAddress(value, line) },
        "published" or "date" => this with { Published = DateReader.Read(value) ?? throw new SeedUnreadableException($"line {line}: {value} is no date; write 2026-11-24 or 2026-11-24T07:00:00Z") },
        "author" or "authors" => this with { Authors = [.. value.Trim('[', ']').Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(name => name.Trim('"', '\''))] },
        "language" or "lang" => this with { Language = value.ToLowerInvariant() },
        "outlet" => this with { Outlet = value },
        _ => throw new SeedUnreadableException($"line {line}: the key {key} is unknown; use title, url, published, author, language, outlet"),
    };

    private static Uri WebAddress(string value, int line) =>
        Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? url
            : throw new SeedUnreadableException($"line {line}: {value} is no web address; write http:// or https://");
}

/// <summary>A seed file cannot be taken. The message says where and why, in one line.</summary>
internal sealed class SeedUnreadableException(string message) : Exception(message);
