namespace NewsMonitor.Digests;

/// <summary>A time at which the schedule wants a digest, and what the digest is known by to the schedule: of one slot there is one digest, whatever the clock does.</summary>
/// <param name="Local">The time by the clocks of the digest's zone.</param>
/// <param name="Instant">When those clocks show it: at an hour that is shown twice the first time, at one that is left out the instant at which it would have been.</param>
internal readonly record struct DigestSlot(DateTime Local, DateTimeOffset Instant)
{
    /// <summary>The local day.</summary>
    public DateOnly Day => DateOnly.FromDateTime(Local);
}
