namespace NewsMonitor.Subscriptions;

/// <summary>How long a healthy feed is left alone.</summary>
internal static class PollInterval
{
    /// <summary>The interval before anything is known of a feed's rhythm.</summary>
    public static readonly TimeSpan First = TimeSpan.FromMinutes(30);

    // A poll without news lengthens the interval of a feed without dates, one with news shortens it.
    private const double Quiet = 1.25;
    private const double Busy = 0.7;

    // However busy a feed, a few of the least intervals are soon enough while its items stay listed for longer.
    private const int Unhurried = 3;

    private const int UsualGaps = 8;
    private static readonly TimeSpan Dormant = TimeSpan.FromDays(7);

    /// <summary>
    /// The time in which an item is to be expected, but not less than publisher and server ask for, and never so long that items could be pushed out of
    /// the feed unseen.
    /// </summary>
    /// <param name="state">What is known of the feed.</param>
    /// <param name="freshFor">How long the server calls its answer fresh.</param>
    /// <param name="newItems">How many items of this poll were new.</param>
    /// <param name="now">UTC.</param>
    /// <param name="bounds">The bounds of the result.</param>
    public static TimeSpan Of(PollState state, TimeSpan? freshFor, int newItems, DateTimeOffset now, PollBounds bounds)
    {
        var interval = ExpectedWait(state, now) is { } wait ? Max(wait, bounds.Min * Unhurried) : Adapted(state, newItems);
        interval = Max(interval, Max(state.AskedInterval ?? TimeSpan.Zero, freshFor ?? TimeSpan.Zero));
        if (state.OldestItemAt is { } oldest && now > oldest)
            interval = Min(interval, (now - oldest) / 2);

        // After a quiet night the oldest item is old, and the morning fills the feed all the sooner: up to three times as fast as its newest third came.
        if (state.NewestThirdAt is { } third && now > third)
            interval = Min(interval, now - third);
        return bounds.Clamp(interval);
    }

    // A feed that is silent beyond its rhythm is asked less often: a quarter of the silence takes over. But silence ends in a burst as often as not, so
    // until the feed seems dormant the wait stays within a few of its usual gaps.
    private static TimeSpan? ExpectedWait(PollState state, DateTimeOffset now)
    {
        if (state.NewestItemAt is not { } newest)
            return null;
        var silence = now - newest;
        if (state.Rhythm is not { } rhythm)
            return silence / 4;
        return Max(rhythm, silence < Dormant ? Min(silence / 4, rhythm * UsualGaps) : silence / 4);
    }

    private static TimeSpan Adapted(PollState state, int newItems) =>
        state.Interval <= TimeSpan.Zero ? First : state.Interval * (newItems > 0 ? Busy : Quiet);

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
