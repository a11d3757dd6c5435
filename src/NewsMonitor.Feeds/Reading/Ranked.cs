namespace NewsMonitor.Feeds.Reading;

/// <summary>A value that several elements may give: the one of the lowest rank stays, and of equals the first.</summary>
internal sealed class Ranked<T>
{
    private int rank = int.MaxValue;

    public T? Value { get; private set; }

    /// <summary>Offers a value; null is none.</summary>
    public void Offer(T? value, int rank)
    {
        if (value is null || rank >= this.rank)
            return;
        Value = value;
        this.rank = rank;
    }

    public void Clear()
    {
        Value = default;
        rank = int.MaxValue;
    }
}
