using NewsMonitor.Fetching;

namespace NewsMonitor.Commands;

/// <summary>A line on a terminal that says how far long work has come; nothing in a pipe.</summary>
internal sealed class ProgressLine(string what) : IDisposable
{
    private const int Width = 78;

    private readonly bool visible = !Console.IsErrorRedirected;
    private readonly Lock writing = new();
    private bool shown;

    public void Show(int done, int all, string at)
    {
        if (!visible || all == 0)
            return;
        var line = $"{what} {done}/{all} {at}";
        lock (writing)
        {
            Console.Error.Write('\r' + (line.Length > Width ? line[..Width] : line.PadRight(Width)));
            shown = true;
        }
    }

    /// <summary>Shows every address before it is asked for.</summary>
    /// <param name="most">How many there may be.</param>
    public IProgress<WebAddress> Asking(int most)
    {
        var asked = 0;
        return new Told<WebAddress>(address => Show(Interlocked.Increment(ref asked), most, address.Display));
    }

    /// <summary>Says something that stays, above the line.</summary>
    public void Say(string sentence)
    {
        lock (writing)
        {
            Clear();
            Console.Error.WriteLine(sentence);
        }
    }

    public void Clear()
    {
        lock (writing)
        {
            if (shown)
                Console.Error.Write('\r' + new string(' ', Width) + '\r');
            shown = false;
        }
    }

    public void Dispose() => Clear();
}

/// <summary>Progress that is told at once, on the thread that reports it.</summary>
internal sealed class Told<T>(Action<T> tell) : IProgress<T>
{
    public void Report(T value) => tell(value);
}
