namespace NewsMonitor.Tests.Worlds;

/// <summary>A door in a scripted answer: the site says when a request has come to it and waits until the test opens it.</summary>
internal sealed class Gate
{
    private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the first request has come to the gate.</summary>
    public Task Arrived => _arrived.Task;

    /// <summary>Lets through who waits and who comes later.</summary>
    public void Open() => _opened.TrySetResult();

    /// <summary>Waits at the gate, or until the client hangs up.</summary>
    public Task PassAsync(CancellationToken hungUp)
    {
        _arrived.TrySetResult();
        return _opened.Task.WaitAsync(hungUp);
    }
}
