using System.Net;

namespace NewsMonitor.Fetching;

/// <summary>Asks this program's own worker for its health; the one request that is meant for an address of our own.</summary>
internal static class HealthProbe
{
    /// <returns>Null where the worker is well, otherwise one line that says what is wrong.</returns>
    public static async Task<string?> AskAsync(Uri worker, TimeSpan patience, CancellationToken cancel)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(patience);
        using var transport = new HttpMessageInvoker(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Reachable(worker), "/healthz"));
        try
        {
            using var response = await transport.SendAsync(request, deadline.Token);
            return response.StatusCode == HttpStatusCode.OK ? null : $"the worker answers {(int)response.StatusCode}";
        }
        catch (HttpRequestException trouble)
        {
            return $"the worker does not answer ({trouble.HttpRequestError})";
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return $"the worker does not answer within {patience.TotalSeconds:0} seconds";
        }
    }

    // A worker that listens on every address is asked on this machine's own.
    private static Uri Reachable(Uri worker) => IPAddress.TryParse(worker.Host.Trim('[', ']'), out var address) && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any))
        ? new UriBuilder(worker) { Host = "127.0.0.1" }.Uri
        : worker;
}
