using NewsMonitor.Pipeline;

namespace NewsMonitor.Scheduling;

/// <summary>
/// The worker's polling. Every tick asks what is due by then and waits for none of the ticks before it: a slow host with many feeds keeps its own tick busy and holds up nobody else.
/// Disposing waits for what is under way; whoever wants that to be soon stops it first.
/// </summary>
internal sealed class PollTicks(Polling polling, ILogger<PollTicks> log) : IAsyncDisposable
{
    private readonly Lock counting = new();
    private readonly HashSet<Task> underWay = [];

    /// <summary>Starts to ask what is due now.</summary>
    public void Tick(CancellationToken stop)
    {
        lock (counting)
        {
            underWay.RemoveWhere(round => round.IsCompleted);
            underWay.Add(RunAsync(stop));
        }
    }

    public async ValueTask DisposeAsync()
    {
        Task[] rounds;
        lock (counting)
            rounds = [.. underWay];
        await Task.WhenAll(rounds);
    }

    private async Task RunAsync(CancellationToken stop)
    {
        try
        {
            await polling.RunAsync(new PollScope.Due(), new RoundTally(), RoundStep.Unheard, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The claims are given back; the next start takes it up again.
        }
        catch (Exception trouble) when (trouble is not OutOfMemoryException)
        {
            // Nobody waits for a tick, so nobody else would tell.
            log.LogError(trouble, "A polling round failed");
        }
    }
}
