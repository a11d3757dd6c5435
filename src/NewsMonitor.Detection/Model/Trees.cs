using System.Globalization;

namespace NewsMonitor.Detection.Model;

/// <summary>
/// Boosted regression trees over a few numbers (Friedman 2001). A node's children are 2n+1, where its number is below the split, and 2n+2; a tree of depth three at
/// most, so that the whole can be read.
/// </summary>
internal sealed class Trees(IReadOnlyList<string> numbers)
{
    /// <summary>Nodes of one tree: seven splits and eight leaves.</summary>
    public const int Nodes = 15;

    private readonly List<Node[]> _trees = [];

    /// <summary>A split on a number, or a leaf where <paramref name="Number"/> is -1.</summary>
    internal readonly record struct Node(int Number, float Value);

    public bool IsEmpty => _trees.Count == 0;

    public void Add(Node[] tree) => _trees.Add(tree);

    public float Score(ReadOnlySpan<float> values)
    {
        var sum = 0f;
        foreach (var tree in _trees)
        {
            var at = 0;
            while (tree[at].Number >= 0)
                at = (2 * at) + (values[tree[at].Number] < tree[at].Value ? 1 : 2);
            sum += tree[at].Value;
        }

        return sum;
    }

    /// <summary>Reads one line's node, named "tree.node number" or "tree.node leaf"; false where it is none.</summary>
    public bool Read(ReadOnlySpan<char> name, float value)
    {
        var dot = name.IndexOf('.');
        var space = name.IndexOf(' ');
        if (dot < 0 || space < dot
            || !int.TryParse(name[..dot], NumberStyles.None, CultureInfo.InvariantCulture, out var tree) || tree > _trees.Count
            || !int.TryParse(name[(dot + 1)..space], NumberStyles.None, CultureInfo.InvariantCulture, out var node) || node >= Nodes)
            return false;
        var number = name[(space + 1)..] is "leaf" ? -1 : IndexOf(name[(space + 1)..]);
        if (number < -1)
            return false;
        if (tree == _trees.Count)
            _trees.Add(new Node[Nodes]);
        _trees[tree][node] = new Node(number, value);
        return true;
    }

    /// <summary>The nodes as lines, name and value.</summary>
    public IEnumerable<(string Name, float Value)> Lines()
    {
        for (var tree = 0; tree < _trees.Count; tree++)
        {
            foreach (var node in Reached(_trees[tree], 0))
            {
                var (number, value) = _trees[tree][node];
                yield return (string.Create(CultureInfo.InvariantCulture, $"{tree}.{node} {(number < 0 ? "leaf" : numbers[number])}"), value);
            }
        }
    }

    private static IEnumerable<int> Reached(Node[] tree, int node) =>
        tree[node].Number < 0 ? [node] : [node, .. Reached(tree, (2 * node) + 1), .. Reached(tree, (2 * node) + 2)];

    private int IndexOf(ReadOnlySpan<char> number)
    {
        for (var i = 0; i < numbers.Count; i++)
        {
            if (number.SequenceEqual(numbers[i]))
                return i;
        }

        return -2;
    }
}
