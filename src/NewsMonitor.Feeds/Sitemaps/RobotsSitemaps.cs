namespace NewsMonitor.Feeds.Sitemaps;

/// <summary>The sitemaps that a robots.txt names (sitemaps.org, "Specifying the Sitemap location in your robots.txt file").</summary>
public static class RobotsSitemaps
{
    private const string Key = "sitemap";
    private const int Most = 1000;

    /// <summary>The addresses of all <c>Sitemap:</c> lines, whatever group they stand in, at most a thousand.</summary>
    /// <param name="robots">The text of the file.</param>
    public static IReadOnlyList<string> In(string robots)
    {
        var addresses = new List<string>();
        foreach (var line in robots.AsSpan().EnumerateLines())
        {
            var record = line.TrimStart(" \t\uFEFF");
            var value = record.StartsWith(Key, StringComparison.OrdinalIgnoreCase) ? record[Key.Length..].TrimStart() : [];
            if (value is not [':', ..] || addresses.Count == Most)
                continue;
            value = value[1..].Trim();
            var end = value.IndexOfAny(" \t");
            value = end < 0 ? value : value[..end];
            if (!value.IsEmpty)
                addresses.Add(value.ToString());
        }

        return addresses;
    }
}
