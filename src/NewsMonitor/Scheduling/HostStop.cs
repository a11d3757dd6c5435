namespace NewsMonitor.Scheduling;

/// <summary>Work that ends with the host: what is left then is pending in the store, and no failure.</summary>
internal static class HostStop
{
    public static async Task UntilStopAsync(this IHostApplicationLifetime host, Func<CancellationToken, Task> work)
    {
        try
        {
            await work(host.ApplicationStopping);
        }
        catch (OperationCanceledException) when (host.ApplicationStopping.IsCancellationRequested)
        {
            // The next start takes it up again.
        }
    }
}
