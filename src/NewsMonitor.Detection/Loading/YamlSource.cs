using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace NewsMonitor.Detection.Loading;

/// <summary>One topic file being read: gives values with their lines, and collects what is wrong with them.</summary>
internal sealed class YamlSource(TopicFile file, List<TopicProblem> problems)
{
    public TopicFile File { get; } = file;

    public void Problem(YamlNode at, string what, string mend) => problems.Add(new TopicProblem(File.Name, (int)at.Start.Line, what, mend));

    /// <summary>The top-level mapping, or null with a problem.</summary>
    public YamlMappingNode? Parse()
    {
        try
        {
            var stream = new YamlStream();
            using var reader = new StringReader(File.Text);
            stream.Load(reader);
            if (stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode root)
                return root;
            problems.Add(new TopicProblem(File.Name, 1, "The file is not one YAML mapping.", "Begin it with 'file: topic', 'lexicon', 'gazetteer' or 'grammar'."));
        }
        catch (YamlException e)
        {
            problems.Add(new TopicProblem(File.Name, (int)e.Start.Line, $"This is not YAML: {e.Message}", "Mend the line; quote expressions with ':' or '*' at their start."));
        }

        return null;
    }

    /// <summary>The entries of a mapping; null and a problem where it is something else.</summary>
    public IEnumerable<(string Key, YamlNode Name, YamlNode Value)> Entries(YamlNode node)
    {
        if (node is not YamlMappingNode mapping)
        {
            Problem(node, "Here stands a list or a word where 'name: value' lines belong.", "Write 'name: value'.");
            yield break;
        }

        foreach (var (key, value) in mapping)
        {
            if (key is YamlScalarNode { Value: { Length: > 0 } name })
                yield return (name, key, value);
            else
                Problem(key, "A key is not a word.", "Write a plain word before the colon.");
        }
    }

    public string? Word(YamlNode node)
    {
        if (node is YamlScalarNode { Value: { Length: > 0 } word })
            return word;
        Problem(node, "Here stands no word.", "Write one plain word or quoted expression.");
        return null;
    }

    /// <summary>A list of words; a single word counts as a list of one.</summary>
    public IEnumerable<(string Text, YamlNode Node)> Words(YamlNode node)
    {
        if (node is YamlSequenceNode list)
        {
            foreach (var item in list)
            {
                if (Word(item) is { } word)
                    yield return (word, item);
            }
        }
        else if (node is not YamlScalarNode { Value: "" or null } && Word(node) is { } word)
        {
            yield return (word, node);
        }
    }

    /// <summary>One of an enumeration's values written with hyphens, or null and a problem that lists them.</summary>
    public T? OneOf<T>(string word, YamlNode node, string what)
        where T : struct, Enum
    {
        if (Enum.TryParse<T>(word.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var value) && !char.IsAsciiDigit(word[0]))
            return value;
        Problem(node, $"'{word}' is no {what}.", $"Choose one of: {string.Join(", ", Enum.GetNames<T>().Select(Hyphenated))}.");
        return null;
    }

    internal static string Hyphenated(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
