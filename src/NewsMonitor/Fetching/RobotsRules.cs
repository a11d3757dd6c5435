using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace NewsMonitor.Fetching;

/// <summary>What a robots.txt allows one crawler (RFC 9309).</summary>
internal sealed class RobotsRules
{
    /// <summary>The most bytes of a robots.txt that are read: RFC 9309, 2.5 asks for at least 500 KiB.</summary>
    public const int MaxBytes = 512 * 1024;

    private const int MaxRules = 5000;
    private const int MaxPathLength = 2048;

    private readonly ImmutableArray<RobotsPattern> _patterns;

    private RobotsRules(ImmutableArray<RobotsPattern> patterns) => _patterns = patterns;

    /// <summary>Everything is allowed.</summary>
    public static RobotsRules AllowAll { get; } = new([]);

    /// <summary>Reads the rules that hold for a crawler: those of all groups that name it, else those of the groups for <c>*</c>.</summary>
    /// <param name="text">The file.</param>
    /// <param name="productToken">The crawler's name, without version.</param>
    public static RobotsRules Parse(string text, string productToken)
    {
        List<RobotsPattern> ours = [], everyones = [];
        var (named, starred, weAreNamed, inAgents) = (false, false, false, false);

        foreach (var line in text.EnumerateLines())
        {
            if (!TryReadRecord(line, out var key, out var value))
                continue;
            if (key.Equals("user-agent", StringComparison.OrdinalIgnoreCase))
            {
                if (!inAgents)
                    (named, starred, inAgents) = (false, false, true);
                named |= Token(value).Equals(productToken, StringComparison.OrdinalIgnoreCase);
                starred |= value is "*";
                weAreNamed |= named;
                continue;
            }

            var allows = key.Equals("allow", StringComparison.OrdinalIgnoreCase);
            if (!allows && !key.Equals("disallow", StringComparison.OrdinalIgnoreCase))
                continue; // Sitemap, Crawl-delay and the like neither belong to a group nor end the list of its agents
            inAgents = false;
            if (value.Length == 0)
                continue;
            if (named && ours.Count < MaxRules)
                ours.Add(new RobotsPattern(Normalize(value), allows));
            else if (starred && everyones.Count < MaxRules)
                everyones.Add(new RobotsPattern(Normalize(value), allows));
        }

        return new RobotsRules([.. weAreNamed ? ours : everyones]);
    }

    /// <summary>Whether a path with its query may be fetched: the longest matching pattern decides, and of two equally long ones the one that allows.</summary>
    public bool Allows(string pathAndQuery)
    {
        if (pathAndQuery == "/robots.txt")
            return true;
        var path = Normalize(pathAndQuery.Length > MaxPathLength ? pathAndQuery[..MaxPathLength] : pathAndQuery);
        RobotsPattern? decisive = null;
        foreach (var pattern in _patterns)
        {
            var outweighs = decisive is null || pattern.Length > decisive.Length || (pattern.Length == decisive.Length && pattern.Allows);
            if (outweighs && pattern.Matches(path))
                decisive = pattern;
        }

        return decisive?.Allows ?? true;
    }

    private static bool TryReadRecord(ReadOnlySpan<char> line, out string key, out string value)
    {
        (key, value) = ("", "");
        var comment = line.IndexOf('#');
        if (comment >= 0)
            line = line[..comment];
        var colon = line.IndexOf(':');
        if (colon <= 0)
            return false;
        key = line[..colon].Trim().Trim('\uFEFF').ToString();
        value = line[(colon + 1)..].Trim().ToString();
        return true;
    }

    private static string Token(string agent)
    {
        var end = 0;
        while (end < agent.Length && (char.IsAsciiLetter(agent[end]) || agent[end] is '-' or '_'))
            end++;
        return agent[..end];
    }

    // Both sides are brought to one spelling: non-ASCII as percent-encoded UTF-8, hexadecimal digits in upper case, unreserved characters plain.
    private static string Normalize(string path)
    {
        var bytes = Encoding.UTF8.GetBytes(path);
        var normal = new StringBuilder(bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
        {
            var value = bytes[i];
            var escaped = value == '%' && i + 2 < bytes.Length && char.IsAsciiHexDigit((char)bytes[i + 1]) && char.IsAsciiHexDigit((char)bytes[i + 2]);
            if (escaped)
            {
                value = byte.Parse(bytes.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
                i += 2;
            }

            var plain = char.IsAsciiLetterOrDigit((char)value) || value is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~';
            if (plain || (!escaped && value < 0x80))
                normal.Append((char)value);
            else
                normal.Append(CultureInfo.InvariantCulture, $"%{value:X2}");
        }

        return normal.ToString();
    }
}
