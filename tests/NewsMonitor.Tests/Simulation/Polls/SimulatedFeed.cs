using System.Globalization;
using System.Text;

namespace NewsMonitor.Tests.Simulation.Polls;

/// <summary>A feed that publishes at a rhythm of its own, by day more than at night, and what it says of when to come again.</summary>
internal sealed class SimulatedFeed
{
    private const int Earlier = 60;

    private readonly List<DateTimeOffset> published = [];
    private readonly int listed;
    private readonly int validators;

    public SimulatedFeed(int number, string host, DateTimeOffset start, TimeSpan length, Random random)
    {
        Number = number;
        Host = host;
        Url = string.Create(CultureInfo.InvariantCulture, $"http://{host}/feed/{number}");
        listed = random.Next(10, 51);
        IsDated = random.NextDouble() < 0.9;
        validators = random.NextDouble() switch { < 0.7 => 2, < 0.85 => 1, _ => 0 };
        Ttl = random.NextDouble() < 0.1 ? TimeSpan.FromMinutes(random.Next(5, 121)) : null;
        MaxAge = random.NextDouble() < 0.2 ? TimeSpan.FromMinutes(random.Next(5, 61)) : null;
        SkipHours = random.NextDouble() < 0.03 ? [1, 2, 3, 4] : [];
        Publish(start, length, TimeSpan.FromMinutes(Math.Exp(Math.Log(5) + (random.NextDouble() * Math.Log(5 * 24 * 60 / 5)))), random);
    }

    public int Number { get; }

    public string Host { get; }

    public string Url { get; }

    /// <summary>Whether its entries have dates.</summary>
    public bool IsDated { get; }

    /// <summary>What its answers say of how long they are fresh; null where they do not.</summary>
    public TimeSpan? MaxAge { get; }

    /// <summary>How long it asks to be left alone; null where it does not.</summary>
    public TimeSpan? Ttl { get; }

    /// <summary>The hours in which it asks not to be read.</summary>
    public IReadOnlyList<int> SkipHours { get; }

    /// <summary>Where it redirects for good; null where it stays.</summary>
    public string? MovedTo { get; set; }

    /// <summary>From here on it answers 410; null where it lives.</summary>
    public DateTimeOffset? GoneAt { get; set; }

    /// <summary>In this time its body breaks off in the middle.</summary>
    public (DateTimeOffset From, DateTimeOffset Until)? Broken { get; set; }

    /// <summary>How many entries it has published by a time.</summary>
    public int CountAt(DateTimeOffset time)
    {
        var at = published.BinarySearch(time);
        return at < 0 ? ~at : at + 1;
    }

    /// <summary>The numbers of the entries it lists at a time, from the first to before the last.</summary>
    public (int From, int Until) ListedAt(DateTimeOffset time)
    {
        var count = CountAt(time);
        return (Math.Max(0, count - listed), count);
    }

    /// <summary>When an entry was published.</summary>
    public DateTimeOffset PublishedAt(int entry) => published[entry];

    /// <summary>Its entity tag at a time, and its date; null where it gives none.</summary>
    public (string? ETag, string? LastModified) ValidatorsAt(DateTimeOffset time)
    {
        var count = CountAt(time);
        return (
            validators == 2 ? string.Create(CultureInfo.InvariantCulture, $"\"{count}\"") : null,
            validators >= 1 ? published[count - 1].ToString("R", CultureInfo.InvariantCulture) : null);
    }

    /// <summary>Its body at a time.</summary>
    public string BodyAt(DateTimeOffset time)
    {
        var xml = new StringBuilder("<rss version=\"2.0\"><channel><title>Feed ").Append(Number).Append("</title>");
        if (Ttl is { } ttl)
            xml.Append(CultureInfo.InvariantCulture, $"<ttl>{ttl.TotalMinutes}</ttl>");
        if (SkipHours.Count > 0)
            xml.Append("<skipHours>").AppendJoin("", SkipHours.Select(hour => $"<hour>{hour}</hour>")).Append("</skipHours>");
        var (from, until) = ListedAt(time);
        for (var entry = until - 1; entry >= from; entry--)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<item><guid>{Number}-{entry}</guid><title>Entry {entry}</title><link>http://{Host}/{Number}/{entry}</link>");
            if (IsDated)
                xml.Append(CultureInfo.InvariantCulture, $"<pubDate>{published[entry]:R}</pubDate>");
            xml.Append("</item>");
        }

        return xml.Append("</channel></rss>").ToString();
    }

    private void Publish(DateTimeOffset start, TimeSpan length, TimeSpan rhythm, Random random)
    {
        var time = start;
        for (var i = 0; i < Earlier; i++)
        {
            time -= Gap(rhythm, time, random);
            published.Add(time);
        }

        published.Reverse();
        for (time = start + Gap(rhythm, start, random); time < start + length; time += Gap(rhythm, time, random))
            published.Add(time);
    }

    // Exponential gaps, four times as long at night; now and then several at once.
    private static TimeSpan Gap(TimeSpan rhythm, DateTimeOffset time, Random random)
    {
        if (random.NextDouble() < 0.03)
            return TimeSpan.FromSeconds(random.Next(1, 20));
        var factor = time.Hour < 6 ? 4.0 : 1.0;
        return (rhythm * (-Math.Log(1 - random.NextDouble()) * factor)) + TimeSpan.FromSeconds(1);
    }
}
