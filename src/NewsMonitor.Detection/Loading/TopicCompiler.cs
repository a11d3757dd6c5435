using System.Collections.Immutable;
using NewsMonitor.Detection.Model;
using NewsMonitor.Detection.Reading;
using NewsMonitor.Detection.Vocabulary;
using YamlDotNet.RepresentationModel;

namespace NewsMonitor.Detection.Loading;

/// <summary>Turns topic files into topics and lexicons, or into a list of what is wrong with them.</summary>
internal sealed class TopicCompiler
{
    private readonly List<(YamlSource Source, YamlMappingNode Root, string Type)> _files = [];
    private readonly Dictionary<string, short> _actors = new(StringComparer.Ordinal);

    public List<TopicProblem> Problems { get; } = [];

    public List<Topic> Topics { get; } = [];

    public List<string> Actors { get; } = [];

    public Dictionary<string, Lexicon> Lexicons { get; } = new(StringComparer.Ordinal);

    public Weights Weights { get; } = new();

    public void Read(ImmutableArray<TopicFile> builtIn, ImmutableArray<TopicFile> own)
    {
        var replaced = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var file in builtIn.Concat(own))
            Open(file, replaced);
        // Grammars say how words are written, topics what may be named: both come before the words.
        foreach (var (source, root, _) in OfType("grammar"))
            new GrammarReader(source, this).Read(root);
        foreach (var (source, root, _) in OfType("topic"))
            new TopicReader(source, this).Read(root);
        foreach (var (source, root, _) in OfType("gazetteer"))
            new GazetteerReader(source, this).Read(root);
        foreach (var (source, root, _) in OfType("lexicon"))
            new LexiconReader(source, this).Read(root);
    }

    /// <summary>The index of an actor by its code; codes are known by being used.</summary>
    public short Actor(string code)
    {
        if (!_actors.TryGetValue(code, out var index))
        {
            index = (short)Actors.Count;
            Actors.Add(code);
            _actors.Add(code, index);
        }

        return index;
    }

    /// <summary>Adds every expression of a list to a language.</summary>
    public static void AddAll(YamlSource source, Lexicon lexicon, YamlNode list, Sense sense)
    {
        foreach (var (text, node) in source.Words(list))
        {
            var patterns = Patterns.Expand(text, out var problem);
            if (patterns is null)
            {
                source.Problem(node, problem!, "Write plain words, with '*' for any ending and '(a|b)' for alternatives.");
                continue;
            }

            foreach (var pattern in patterns)
            {
                lexicon.Trie.Add(pattern, sense);
                if (sense.Kind == SenseKind.Territory || (sense.Kind == SenseKind.Actor && (NameForm)(sense.B & 0xFF) != NameForm.Alias))
                    lexicon.Names.Add((pattern, sense));
            }
        }
    }

    /// <summary>The lexicon of the file's language, or null with a problem.</summary>
    public Lexicon? LexiconOf(YamlSource source, YamlMappingNode root)
    {
        var language = Value(source, root, "language");
        if (language is null)
            return null;
        if (Lexicons.TryGetValue(language, out var lexicon))
            return lexicon;
        source.Problem(root, $"There is no grammar for language '{language}'.", "Add a file with 'file: grammar' for it, or mend 'language'.");
        return null;
    }

    public static string? Value(YamlSource source, YamlMappingNode root, string key)
    {
        if (root.Children.TryGetValue(new YamlScalarNode(key), out var node))
            return source.Word(node);
        source.Problem(root, $"The file does not say its '{key}'.", $"Add a line '{key}: ...' at its top.");
        return null;
    }

    private IEnumerable<(YamlSource Source, YamlMappingNode Root, string Type)> OfType(string type) => _files.Where(f => f.Type == type);

    private void Open(TopicFile file, Dictionary<string, int> replaced)
    {
        if (file.Name.EndsWith(".tsv", StringComparison.Ordinal))
        {
            var line = Weights.Read(file.Text);
            if (line > 0)
                Problems.Add(new TopicProblem(file.Name, line, "This is no line of weights.", "Write section, feature and number with tabs between."));
            return;
        }

        var source = new YamlSource(file, Problems);
        if (source.Parse() is not { } root || Value(source, root, "file") is not { } type)
            return;
        if (type is not ("topic" or "lexicon" or "gazetteer" or "grammar"))
        {
            source.Problem(root, $"'file: {type}' is none of the four kinds of file.", "Write 'topic', 'lexicon', 'gazetteer' or 'grammar'.");
            return;
        }

        string[] named = ["topic", "language", "part"];
        var identity = string.Join('/', named.Select(k => root.Children.TryGetValue(new YamlScalarNode(k), out var v) ? v.ToString() : "").Prepend(type));
        if (replaced.TryGetValue(identity, out var place))
        {
            _files[place] = (source, root, type);
            return;
        }

        replaced.Add(identity, _files.Count);
        _files.Add((source, root, type));
    }
}
