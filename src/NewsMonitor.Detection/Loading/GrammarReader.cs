using NewsMonitor.Detection.Reading;
using NewsMonitor.Detection.Vocabulary;
using YamlDotNet.RepresentationModel;

namespace NewsMonitor.Detection.Loading;

/// <summary>Reads a grammar file: how a language marks roles, clauses and stance.</summary>
internal sealed class GrammarReader(YamlSource source, TopicCompiler compiler)
{
    public void Read(YamlMappingNode root)
    {
        if (TopicCompiler.Value(source, root, "language") is not { } language || TopicCompiler.Value(source, root, "words") is not { } words)
            return;
        if (source.OneOf<Words>(words, root, "way to write words") is not { } way)
            return;
        var lexicon = new Lexicon(language, way);
        compiler.Lexicons[language] = lexicon;
        foreach (var (key, name, value) in source.Entries(root))
            ReadSection(lexicon, key, name, value);
        lexicon.Particles.Sort((a, b) => b.Text.Length != a.Text.Length ? b.Text.Length - a.Text.Length : string.CompareOrdinal(a.Text, b.Text));
    }

    private void ReadSection(Lexicon lexicon, string key, YamlNode name, YamlNode value)
    {
        switch (key)
        {
            case "file" or "language" or "words":
                break;
            case "abbreviations":
                foreach (var (text, _) in source.Words(value))
                    lexicon.Abbreviations.Add(NormalizedText.Fold(text));
                break;
            case "markers-before":
                Group<Role>(value, "role", (r, list) => TopicCompiler.AddAll(source, lexicon, list, new Sense(SenseKind.Marker, (short)r)));
                break;
            case "markers-after":
                Group<Role>(value, "role", (r, list) => lexicon.Particles.AddRange(source.Words(list).Select(w => (NormalizedText.Fold(w.Text), r))));
                break;
            case "between-name-and-marker":
                lexicon.BeforeParticle.AddRange(source.Words(value).Select(w => NormalizedText.Fold(w.Text)));
                break;
            case "acts":
                Group<Act>(value, "act", (a, list) => TopicCompiler.AddAll(source, lexicon, list, new Sense(SenseKind.Act, (short)a)));
                break;
            case "cues":
                Group<Cue>(value, "cue", (c, list) => TopicCompiler.AddAll(source, lexicon, list, new Sense(SenseKind.Cue, (short)c)));
                break;
            case "pronouns":
                Group<Pronoun>(value, "pronoun", (p, list) => TopicCompiler.AddAll(source, lexicon, list, new Sense(SenseKind.Pronoun, (short)p)));
                break;
            case "clause-breaks":
                TopicCompiler.AddAll(source, lexicon, value, new Sense(SenseKind.Break, 0));
                break;
            case "and":
                TopicCompiler.AddAll(source, lexicon, value, new Sense(SenseKind.And, 0));
                break;
            default:
                source.Problem(
                    name, $"A grammar has no '{key}'.",
                    "It has: words, abbreviations, markers-before, markers-after, between-name-and-marker, acts, cues, pronouns, clause-breaks, and.");
                break;
        }
    }

    private void Group<T>(YamlNode value, string what, Action<T, YamlNode> add)
        where T : struct, Enum
    {
        foreach (var (key, name, list) in source.Entries(value))
        {
            if (source.OneOf<T>(key, name, what) is { } one)
                add(one, list);
        }
    }
}
