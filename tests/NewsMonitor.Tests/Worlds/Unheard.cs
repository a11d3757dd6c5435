namespace NewsMonitor.Tests.Worlds;

/// <summary>Progress of work that nobody watches.</summary>
internal sealed class Unheard<T> : IProgress<T>
{
    public void Report(T value)
    {
    }
}
