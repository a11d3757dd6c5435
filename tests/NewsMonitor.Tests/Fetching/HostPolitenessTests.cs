using NewsMonitor.Fetching;
using NewsMonitor.Tests.Worlds;

namespace NewsMonitor.Tests.Fetching;

public sealed class HostPolitenessTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly CancellationToken _cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_starts_at_one_host_are_never_closer_than_the_delay()
    {
        using var politeness = Politeness(new() { PerHostConnections = 2 });
        using var first = await politeness.TurnAsync("a.example", _cancel);
        var second = politeness.TurnAsync("a.example", _cancel);

        await _clock.UntilTimersWaitAsync(1);
        _clock.Advance(seconds: 0.999);
        Assert.False(second.IsCompleted);
        _clock.Advance(seconds: 0.001);

        (await second).Dispose();
    }

    [Fact]
    public async Task A_host_never_has_more_requests_at_once_than_allowed()
    {
        using var politeness = Politeness(new() { PerHostConnections = 2, PerHostDelay = TimeSpan.Zero });
        using var first = await politeness.TurnAsync("a.example", _cancel);
        using var second = await politeness.TurnAsync("a.example", _cancel);
        var third = politeness.TurnAsync("a.example", _cancel);

        Assert.False(third.IsCompleted);
        first.Dispose();

        (await third).Dispose();
    }

    [Fact]
    public async Task Another_host_does_not_wait_for_a_slow_one()
    {
        using var politeness = Politeness(new() { PerHostConnections = 1, MaxConcurrency = 2 });
        using var slow = await politeness.TurnAsync("slow.example", _cancel);
        var queue = Enumerable.Range(0, 50).Select(_ => politeness.TurnAsync("slow.example", _cancel)).ToList();

        using var other = await politeness.TurnAsync("other.example", _cancel);

        Assert.All(queue, waiting => Assert.False(waiting.IsCompleted));
    }

    [Fact]
    public async Task Over_all_hosts_there_are_never_more_requests_than_allowed()
    {
        using var politeness = Politeness(new() { MaxConcurrency = 1 });
        using var first = await politeness.TurnAsync("a.example", _cancel);
        var second = politeness.TurnAsync("b.example", _cancel);

        Assert.False(second.IsCompleted);
        first.Dispose();

        (await second).Dispose();
    }

    [Fact]
    public async Task Turns_come_in_the_order_they_were_asked_for()
    {
        using var politeness = Politeness(new() { PerHostConnections = 1, PerHostDelay = TimeSpan.Zero });
        var held = await politeness.TurnAsync("a.example", _cancel);
        List<int> order = [];
        var turns = Enumerable.Range(0, 20).Select(async number =>
        {
            using var turn = await politeness.TurnAsync("a.example", _cancel);
            order.Add(number);
        }).ToList();

        held.Dispose();
        await Task.WhenAll(turns);

        Assert.Equal(Enumerable.Range(0, 20), order);
    }

    [Fact]
    public async Task A_canceled_wait_leaves_the_turn_to_the_next()
    {
        using var politeness = Politeness(new() { PerHostConnections = 1 });
        using var canceled = new CancellationTokenSource();
        var held = await politeness.TurnAsync("a.example", _cancel);
        held.Dispose();
        var waiting = politeness.TurnAsync("a.example", canceled.Token);
        var next = politeness.TurnAsync("a.example", _cancel);

        await _clock.UntilTimersWaitAsync(1);
        await canceled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await _clock.UntilTimersWaitAsync(1);
        _clock.Advance(seconds: 1);

        (await next).Dispose();
    }

    [Fact]
    public void A_host_is_left_alone_for_the_time_it_named()
    {
        using var politeness = Politeness(new());

        politeness.Rest("a.example", TimeSpan.FromDays(3));
        _clock.Advance(TimeSpan.FromDays(3) - TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.FromSeconds(1), politeness.RestOf("a.example"));
        _clock.Advance(seconds: 1);

        Assert.Null(politeness.RestOf("a.example"));
        Assert.Null(politeness.RestOf("b.example"));
    }

    [Fact]
    public void A_host_that_names_no_time_is_left_alone_longer_each_time_and_an_hour_at_most()
    {
        using var politeness = Politeness(new());

        var minutes = Enumerable.Range(0, 9).Select(_ => politeness.Rest("a.example", null).TotalMinutes);

        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60, 60], minutes);
    }

    [Fact]
    public void A_host_that_answers_again_starts_anew()
    {
        using var politeness = Politeness(new());
        politeness.Rest("a.example", null);
        politeness.Rest("a.example", null);
        _clock.Advance(seconds: 120);

        politeness.Forgive("a.example");

        Assert.Equal(TimeSpan.FromMinutes(1), politeness.Rest("a.example", null));
    }

    [Fact]
    public async Task Hosts_with_nothing_to_remember_are_forgotten()
    {
        using var politeness = Politeness(new());
        politeness.Rest("resting.example", TimeSpan.FromDays(1));

        for (var i = 0; i < 20_000; i++)
        {
            (await politeness.TurnAsync($"h{i}.example", _cancel)).Dispose();
            _clock.Advance(seconds: 1);
        }

        Assert.InRange(politeness.KnownHosts, 1, 10_000);
        Assert.NotNull(politeness.RestOf("resting.example"));
    }

    [Fact]
    public async Task In_a_crowd_of_hosts_no_bound_is_ever_crossed_and_everyone_is_served()
    {
        using var politeness = Politeness(new() { PerHostConnections = 2, MaxConcurrency = 8 });
        var atOnce = new int[30];
        var (everywhere, mostAtHost, mostEverywhere, served) = (0, 0, 0, 0);
        var random = new Random(11);

        async Task RequestAsync(int host, TimeSpan duration)
        {
            using var turn = await politeness.TurnAsync($"h{host}.example", _cancel);
            InterlockedMax(ref mostAtHost, Interlocked.Increment(ref atOnce[host]));
            InterlockedMax(ref mostEverywhere, Interlocked.Increment(ref everywhere));
            await Task.Delay(duration, _clock, _cancel);
            Interlocked.Decrement(ref everywhere);
            Interlocked.Decrement(ref atOnce[host]);
            Interlocked.Increment(ref served);
        }

        var all = Task.WhenAll(Enumerable.Range(0, 300).Select(i => RequestAsync(i % 30, TimeSpan.FromSeconds(random.Next(1, 9)))));
        while (await Task.WhenAny(all, _clock.UntilTimersWaitAsync(1)) != all)
            _clock.Advance(seconds: 0.25);
        await all;

        Assert.Equal((8, 300), (mostEverywhere, served));
        Assert.InRange(mostAtHost, 1, 2);
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = Volatile.Read(ref most); value > seen; seen = Volatile.Read(ref most))
            Interlocked.CompareExchange(ref most, value, seen);
    }

    private HostPoliteness Politeness(FetchingOptions options) => new(_clock, options);
}
