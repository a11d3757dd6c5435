namespace NewsMonitor.Detection.Training;

/// <summary>A fixed sequence of orders.</summary>
internal sealed class Shuffle(uint seed)
{
    private uint _state = seed;

    public IEnumerable<T> Of<T>(List<T> items)
    {
        var places = Enumerable.Range(0, items.Count).ToArray();
        for (var i = places.Length - 1; i > 0; i--)
        {
            _state = (_state * 1664525u) + 1013904223u;
            var j = (int)(_state % (uint)(i + 1));
            (places[i], places[j]) = (places[j], places[i]);
        }

        return places.Select(p => items[p]);
    }
}
