namespace NewsMonitor.Tests.Simulation;

/// <summary>
/// A clock for a whole simulated day on one thread: it moves to the next timer only when everything that could run has run. Code under it must stay on the thread, that is, wait only for
/// timers of this clock, for semaphores and for what is done already.
/// </summary>
internal sealed class SimulatedClock : TimeProvider
{
    private readonly PriorityQueue<SimulatedTimer, (DateTimeOffset Due, long Order)> timers = new();
    private readonly Queue<(SendOrPostCallback Callback, object? State)> ready = new();
    private readonly DateTimeOffset start;
    private DateTimeOffset now;
    private long order;
    private int thread;

    public SimulatedClock(DateTimeOffset start) => this.start = now = start;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => now;

    public override long GetTimestamp() => (now - start).Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SimulatedTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Runs <paramref name="work"/> to its end, moving the clock whenever all of it waits.</summary>
    /// <exception cref="InvalidOperationException">It waits for something that no timer will bring.</exception>
    /// <returns>The work, done or failed.</returns>
    public Task Run(Func<Task> work)
    {
        var outside = SynchronizationContext.Current;
        thread = Environment.CurrentManagedThreadId;
        SynchronizationContext.SetSynchronizationContext(new OneThread(this));
        try
        {
            var task = work();
            while (true)
            {
                while (ready.TryDequeue(out var next))
                    next.Callback(next.State);
                if (task.IsCompleted)
                    return task;
                FireNext();
            }
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outside);
        }
    }

    private void FireNext()
    {
        while (timers.TryDequeue(out var timer, out var due))
        {
            if (timer.Due != due)
                continue; // it was changed or disposed of meanwhile
            now = due.Due > now ? due.Due : now;
            timer.Fire();
            return;
        }

        throw new InvalidOperationException("everything waits, and for nothing that the clock could bring");
    }

    private void Post(SendOrPostCallback callback, object? state)
    {
        if (Environment.CurrentManagedThreadId != thread)
            throw new InvalidOperationException("something has left the simulation's thread");
        ready.Enqueue((callback, state));
    }

    private sealed class OneThread(SimulatedClock clock) : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state) => clock.Post(d, state);

        public override void Send(SendOrPostCallback d, object? state) => d(state);

        public override SynchronizationContext CreateCopy() => this;
    }

    private sealed class SimulatedTimer(SimulatedClock clock, TimerCallback callback, object? state) : ITimer
    {
        public (DateTimeOffset Due, long Order)? Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Due = dueTime == Timeout.InfiniteTimeSpan ? null : (clock.now + dueTime, clock.order++);
            if (Due is { } due)
                clock.timers.Enqueue(this, due);
            return true;
        }

        public void Fire()
        {
            Due = null;
            callback(state);
        }

        public void Dispose() => Due = null;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
