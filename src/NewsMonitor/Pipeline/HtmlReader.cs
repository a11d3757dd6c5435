using NewsMonitor.Articles;

namespace NewsMonitor.Pipeline;

/// <summary>Extraction with its bounds: a deadline for each page, and at most one page a core, because more at once only feeds the garbage collector.</summary>
internal sealed class HtmlReader : IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim cores = new(Environment.ProcessorCount);

    /// <summary>The article of a page.</summary>
    public Task<Extraction> ReadAsync(string html, Uri url, CancellationToken cancel) =>
        BoundedAsync(deadline => ArticleExtractor.ExtractAsync(html, url, deadline, cancel), cancel);

    /// <summary>The text of a piece of HTML, such as a feed's summary; empty where it takes longer than a page may.</summary>
    public async Task<string> FragmentAsync(string html, CancellationToken cancel)
    {
        try
        {
            return await BoundedAsync(deadline => FragmentText.ReadAsync(html, deadline), cancel);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return "";
        }
    }

    public void Dispose() => cores.Dispose();

    private async Task<T> BoundedAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancel)
    {
        await cores.WaitAsync(cancel);
        try
        {
            // A processor's work takes its own time, whatever clock the monitor goes by.
            using var deadline = new CancellationTokenSource(Deadline);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, deadline.Token);
            return await work(either.Token);
        }
        finally
        {
            cores.Release();
        }
    }
}
