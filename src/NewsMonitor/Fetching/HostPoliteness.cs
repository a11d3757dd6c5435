namespace NewsMonitor.Fetching;

/// <summary>
/// Gives each request its turn: per host never more than <see cref="FetchingOptions.PerHostConnections"/> at once and never two starts closer than
/// <see cref="FetchingOptions.PerHostDelay"/>; over all hosts never more than <see cref="FetchingOptions.MaxConcurrency"/>. Turns are given in the order
/// asked, and a host whose requests wait holds no place that another host could use. Remembers which hosts asked to be left alone.
/// </summary>
internal sealed class HostPoliteness : IDisposable
{
    // Beyond this many hosts, those with nothing to remember are forgotten.
    private const int SweepAbove = 4096;

    private readonly TimeProvider _time;
    private readonly FetchingOptions _options;
    private readonly SemaphoreSlim _everywhere;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Host> _hosts = new(StringComparer.Ordinal);
    private int _sweepAt = SweepAbove;

    /// <summary>A house rule for all requests of the process.</summary>
    public HostPoliteness(TimeProvider time, FetchingOptions options)
    {
        _time = time;
        _options = options;
        _everywhere = new SemaphoreSlim(options.MaxConcurrency, options.MaxConcurrency);
    }

    /// <summary>How many hosts something is remembered of.</summary>
    public int KnownHosts
    {
        get
        {
            lock (_lock)
                return _hosts.Count;
        }
    }

    /// <summary>How long this host still wants to be left alone; null where it did not ask or the time is over.</summary>
    public TimeSpan? RestOf(string host)
    {
        lock (_lock)
        {
            return _hosts.TryGetValue(host, out var known) && known.RestsUntil is { } until && until > _time.GetUtcNow() ? until - _time.GetUtcNow() : null;
        }
    }

    /// <summary>
    /// Remembers that this host refused for being asked too much (429, 503). Without a time of its own it is left alone for a minute, twice as long each
    /// time it repeats itself, an hour at most.
    /// </summary>
    /// <returns>How long the host is left alone from now.</returns>
    public TimeSpan Rest(string host, TimeSpan? retryAfter)
    {
        lock (_lock)
        {
            var known = Known(host);
            var rest = retryAfter ?? TimeSpan.FromMinutes(Math.Min(60, 1 << Math.Min(known.Refusals, 6)));
            var until = _time.GetUtcNow() + rest;
            known.Refusals++;
            known.RestsUntil = known.RestsUntil is { } already && already > until ? already : until;
            return rest;
        }
    }

    /// <summary>Remembers that this host answers again.</summary>
    public void Forgive(string host)
    {
        lock (_lock)
        {
            if (_hosts.TryGetValue(host, out var known) && RestIsOver(known))
                known.Refusals = 0;
        }
    }

    /// <summary>Waits for this host's turn; disposing the turn gives it back.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was canceled before the turn came.</exception>
    public async Task<IDisposable> TurnAsync(string host, CancellationToken cancel)
    {
        var known = Enter(host);
        try
        {
            await known.Connections.WaitAsync(cancel);
            try
            {
                await StartAsync(known, cancel);
            }
            catch
            {
                known.Connections.Release();
                throw;
            }
        }
        catch
        {
            Leave(known);
            throw;
        }

        return new Turn(this, known);
    }

    /// <inheritdoc/>
    public void Dispose() => _everywhere.Dispose();

    // Starts of one host follow each other through its own door, so that only the first of them waits for a place among all hosts
    // and the delay is counted between real starts, not between reservations.
    private async Task StartAsync(Host host, CancellationToken cancel)
    {
        await host.Door.WaitAsync(cancel);
        try
        {
            if (host.LastStart is { } last)
            {
                var wait = _options.PerHostDelay - _time.GetElapsedTime(last);
                if (wait > TimeSpan.Zero)
                    await Task.Delay(wait, _time, cancel);
            }

            await _everywhere.WaitAsync(cancel);
            host.LastStart = _time.GetTimestamp();
        }
        finally
        {
            host.Door.Release();
        }
    }

    private Host Enter(string host)
    {
        lock (_lock)
        {
            var known = Known(host);
            known.Users++;
            return known;
        }
    }

    private void Leave(Host host)
    {
        lock (_lock)
            host.Users--;
    }

    private Host Known(string name)
    {
        if (_hosts.TryGetValue(name, out var known))
            return known;
        if (_hosts.Count >= _sweepAt)
            Sweep();
        return _hosts[name] = new Host(_options.PerHostConnections);
    }

    private void Sweep()
    {
        foreach (var (name, host) in _hosts)
        {
            var idle = host.Users == 0 && RestIsOver(host) && (host.LastStart is not { } last || _time.GetElapsedTime(last) >= _options.PerHostDelay);
            if (idle)
                _hosts.Remove(name);
        }

        _sweepAt = Math.Max(SweepAbove, 2 * _hosts.Count);
    }

    private bool RestIsOver(Host host) => host.RestsUntil is not { } until || until <= _time.GetUtcNow();

    private void GiveBack(Host host)
    {
        _everywhere.Release();
        host.Connections.Release();
        Leave(host);
    }

    // The semaphores never hand out a wait handle, so there is nothing in them to dispose of.
    private sealed class Host(int connections)
    {
        public SemaphoreSlim Connections { get; } = new(connections, connections);

        public SemaphoreSlim Door { get; } = new(1, 1);

        public long? LastStart { get; set; }

        public DateTimeOffset? RestsUntil { get; set; }

        public int Refusals { get; set; }

        public int Users { get; set; }
    }

    private sealed class Turn(HostPoliteness politeness, Host host) : IDisposable
    {
        private int _givenBack;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _givenBack, 1) == 0)
                politeness.GiveBack(host);
        }
    }
}
