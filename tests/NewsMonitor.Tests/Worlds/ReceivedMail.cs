using System.Text;
using System.Text.RegularExpressions;

namespace NewsMonitor.Tests.Worlds;

/// <summary>A message as it came over the wire, with just enough MIME read to look into it.</summary>
internal sealed partial record ReceivedMail(string From, IReadOnlyList<string> Recipients, string Raw)
{
    /// <summary>Name and unfolded value of every header of the message itself, in order.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers() => Headers(Raw);

    /// <summary>The one header of this name, encoded words decoded.</summary>
    public string Header(string name) => Decoded(Assert.Single(Headers(), header => string.Equals(header.Name, name, StringComparison.OrdinalIgnoreCase)).Value);

    /// <summary>The media types of the parts of the multipart, in order, and their decoded content.</summary>
    public IReadOnlyList<(string MediaType, string Content)> Parts()
    {
        var boundary = Boundary().Match(Header("Content-Type")).Groups[1].Value;
        return [.. Raw.Split($"--{boundary}")[1..^1].Select(part => part.TrimStart('\r', '\n')).Select(part => (MediaType(part), Content(part)))];
    }

    private static List<(string Name, string Value)> Headers(string entity)
    {
        var end = entity.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var unfolded = entity[..end].Replace("\r\n ", " ", StringComparison.Ordinal).Replace("\r\n\t", " ", StringComparison.Ordinal);
        return [.. unfolded.Split("\r\n").Select(line => line.Split(':', 2)).Select(pair => (pair[0], pair[1].Trim()))];
    }

    private static string MediaType(string part) => Value(part, "Content-Type").Split(';')[0];

    private static string Content(string part)
    {
        Assert.Equal("base64", Value(part, "Content-Transfer-Encoding"));
        var body = part[(part.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
        return Encoding.UTF8.GetString(Convert.FromBase64String(body));
    }

    private static string Value(string part, string name) => Headers(part).Single(header => string.Equals(header.Name, name, StringComparison.OrdinalIgnoreCase)).Value;

    private static string Decoded(string value) => EncodedWord().Replace(
        EncodedWordGap().Replace(value, "?==?"), word => Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups[1].Value)));

    [GeneratedRegex("boundary=\"?([^\";]+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Boundary();

    [GeneratedRegex(@"=\?utf-8\?B\?([A-Za-z0-9+/=]*)\?=", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EncodedWord();

    [GeneratedRegex(@"\?=\s+=\?", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EncodedWordGap();
}
