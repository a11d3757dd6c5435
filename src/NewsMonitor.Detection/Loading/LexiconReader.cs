using NewsMonitor.Detection.Vocabulary;
using YamlDotNet.RepresentationModel;

namespace NewsMonitor.Detection.Loading;

/// <summary>Reads a lexicon: the words of one topic in one language.</summary>
internal sealed class LexiconReader(YamlSource source, TopicCompiler compiler)
{
    public void Read(YamlMappingNode root)
    {
        if (compiler.LexiconOf(source, root) is not { } lexicon || TopicCompiler.Value(source, root, "topic") is not { } id)
            return;
        var topic = compiler.Topics.FindIndex(t => t.Id == id);
        if (topic < 0)
        {
            source.Problem(root, $"There is no topic '{id}'.", "Add a file with 'file: topic' for it, or mend 'topic'.");
            return;
        }

        foreach (var (key, name, value) in source.Entries(root))
        {
            switch (key)
            {
                case "file" or "language" or "topic" or "part":
                    break;
                case "words":
                    ReadClasses(lexicon, topic, value);
                    break;
                case "territories":
                    ReadTerritories(lexicon, topic, value);
                    break;
                case "not-about":
                    TopicCompiler.AddAll(source, lexicon, value, new Sense(SenseKind.NotAbout, (short)topic));
                    break;
                default:
                    source.Problem(name, $"A lexicon has no '{key}'.", "It has: words, territories, not-about.");
                    break;
            }
        }
    }

    private void ReadClasses(Lexicon lexicon, int topic, YamlNode value)
    {
        var classes = compiler.Topics[topic].Classes;
        foreach (var (id, name, list) in source.Entries(value))
        {
            var index = -1;
            for (var i = 0; i < classes.Length; i++)
            {
                if (classes[i].Id == id)
                    index = i;
            }

            if (index < 0)
                source.Problem(name, $"The topic has no class '{id}'.", $"Choose one of: {string.Join(", ", classes.Select(c => c.Id))}.");
            else
                TopicCompiler.AddAll(source, lexicon, list, new Sense(SenseKind.Matter, (short)topic, (short)index));
        }
    }

    // "donetsk+luhansk" is one name for several territories.
    private void ReadTerritories(Lexicon lexicon, int topic, YamlNode value)
    {
        var territories = compiler.Topics[topic].Territories;
        foreach (var (ids, name, list) in source.Entries(value))
        {
            foreach (var id in ids.Split('+', StringSplitOptions.TrimEntries))
            {
                var index = -1;
                for (var i = 0; i < territories.Length; i++)
                {
                    if (territories[i].Id == id)
                        index = i;
                }

                if (index < 0)
                    source.Problem(name, $"The topic has no territory '{id}'.", $"Choose one of: {string.Join(", ", territories.Select(t => t.Id))}.");
                else
                    TopicCompiler.AddAll(source, lexicon, list, new Sense(SenseKind.Territory, (short)topic, (short)index));
            }
        }
    }
}
