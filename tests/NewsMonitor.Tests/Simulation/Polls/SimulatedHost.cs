namespace NewsMonitor.Tests.Simulation.Polls;

/// <summary>A host, how it answers, and what of our manners it has seen.</summary>
internal sealed class SimulatedHost
{
    private readonly Queue<DateTimeOffset> lastMinute = new();

    public SimulatedHost(string name, DateTimeOffset start, Random random)
    {
        Name = name;
        Latency = random.NextDouble() < 0.02 ? TimeSpan.FromSeconds(random.Next(5, 25)) : TimeSpan.FromMilliseconds(random.Next(30, 900));
        ErrorRate = random.NextDouble() < 0.1 ? 0.1 : 0.002;
        AllowedAMinute = random.NextDouble() < 0.03 ? random.Next(2, 20) : null;
        if (random.NextDouble() < 0.05)
            Outage = (start.AddHours(random.Next(1, 20)), TimeSpan.FromMinutes(random.Next(10, 240)), random.Next(2) == 0);
    }

    public string Name { get; }

    public TimeSpan Latency { get; }

    /// <summary>How often it answers 500 out of the blue.</summary>
    public double ErrorRate { get; }

    /// <summary>With more requests a minute it says 429; null where it bears everything.</summary>
    public int? AllowedAMinute { get; }

    /// <summary>When it is down, for how long, and whether it hangs instead of refusing.</summary>
    public (DateTimeOffset From, TimeSpan For, bool Hangs)? Outage { get; }

    /// <summary>Until then it asked to be left alone.</summary>
    public DateTimeOffset LeftAloneUntil { get; set; }

    public DateTimeOffset? LastStart { get; set; }

    public int UnderWay { get; set; }

    public bool IsDownAt(DateTimeOffset time) => Outage is { } outage && time >= outage.From && time < outage.From + outage.For;

    /// <summary>Whether this request is one too many.</summary>
    public bool IsTooMuch(DateTimeOffset time)
    {
        while (lastMinute.TryPeek(out var first) && first <= time.AddMinutes(-1))
            lastMinute.Dequeue();
        lastMinute.Enqueue(time);
        return lastMinute.Count > AllowedAMinute;
    }
}
