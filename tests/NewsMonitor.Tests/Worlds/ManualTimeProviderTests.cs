namespace NewsMonitor.Tests.Worlds;

public sealed class ManualTimeProviderTests
{
    [Fact]
    public void Timers_fire_in_the_order_of_their_times_and_see_their_own_time()
    {
        var clock = new ManualTimeProvider();
        List<(string Name, double Seconds)> fired = [];
        ITimer Timer(string name, int due, TimeSpan period) =>
            clock.CreateTimer(_ => fired.Add((name, clock.GetElapsedTime(0).TotalSeconds)), null, TimeSpan.FromSeconds(due), period);

        using var late = Timer("late", 5, Timeout.InfiniteTimeSpan);
        using var every = Timer("every", 2, TimeSpan.FromSeconds(2));
        clock.Advance(seconds: 6);

        Assert.Equal([("every", 2), ("every", 4), ("late", 5), ("every", 6)], fired);
        Assert.Equal(TimeSpan.FromSeconds(6), clock.GetElapsedTime(0));
    }

    [Fact]
    public async Task A_delay_ends_when_the_clock_says_so()
    {
        var clock = new ManualTimeProvider();
        var delay = Task.Delay(TimeSpan.FromSeconds(3), clock, TestContext.Current.CancellationToken);

        clock.Advance(seconds: 2.9);
        Assert.False(delay.IsCompleted);
        clock.Advance(seconds: 0.1);

        await delay;
    }

    [Fact]
    public void A_timer_that_was_stopped_does_not_fire()
    {
        var clock = new ManualTimeProvider();
        var fired = 0;
        var timer = clock.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));

        timer.Dispose();
        clock.Advance(seconds: 10);

        Assert.Equal(0, fired);
    }
}
