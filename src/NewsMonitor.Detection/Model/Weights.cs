using System.Globalization;

namespace NewsMonitor.Detection.Model;

/// <summary>
/// Weights of a logistic model over the rules' features, one column for acceptance or for each stance, and the trees that weigh claims against each other, as a
/// table of text: section, feature or node, weight.
/// </summary>
internal sealed class Weights
{
    // What is asked for and missing is not added: many threads ask at once.
    private static readonly Dictionary<uint, float> Nothing = [];

    private readonly Dictionary<string, Dictionary<uint, float>> _sections = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Trees> _trees =
        Enum.GetValues<Vocabulary.TopicShape>().ToDictionary(Judge.RivalsSection, s => new Trees(Candidates.Rivals.NumbersOf(s)), StringComparer.Ordinal);

    /// <summary>The weights of one section; empty where it has none.</summary>
    public IReadOnlyDictionary<uint, float> Section(string name) => _sections.TryGetValue(name, out var section) ? section : Nothing;

    /// <summary>The trees of one section; without a tree where the table has none.</summary>
    public Trees TreesOf(string section) => _trees[section];

    /// <summary>Reads the table's lines; gives the number of the first line it cannot read, or 0.</summary>
    public int Read(string text)
    {
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            if (line.IsEmpty || line[0] == '#')
                continue;
            var first = line.IndexOf('\t');
            var last = line.LastIndexOf('\t');
            if (first < 0 || last <= first || !float.TryParse(line[(last + 1)..], NumberStyles.Float, CultureInfo.InvariantCulture, out var weight))
                return number;
            var name = line[(first + 1)..last];
            if (!_trees.TryGetValue(line[..first].ToString(), out var trees))
                Grown(line[..first].ToString())[FeatureList.HashOf(name.ToString())] = weight;
            else if (!trees.Read(name, weight))
                return number;
        }

        return 0;
    }

    /// <summary>The sum of the weights of <paramref name="features"/>.</summary>
    public static float Sum(IReadOnlyDictionary<uint, float> section, FeatureList features)
    {
        var sum = 0f;
        for (var i = 0; i < features.Hashes.Count; i++)
        {
            if (section.TryGetValue(features.Hashes[i], out var weight))
                sum += weight;
        }

        return sum;
    }

    private Dictionary<uint, float> Grown(string name)
    {
        if (!_sections.TryGetValue(name, out var section))
            _sections[name] = section = [];
        return section;
    }
}
