using NewsMonitor.Detection.Vocabulary;
using YamlDotNet.RepresentationModel;

namespace NewsMonitor.Detection.Loading;

/// <summary>Reads a gazetteer: the names of states, bodies and other parties in one language.</summary>
internal sealed class GazetteerReader(YamlSource source, TopicCompiler compiler)
{
    public void Read(YamlMappingNode root)
    {
        if (compiler.LexiconOf(source, root) is not { } lexicon)
            return;
        foreach (var (key, name, value) in source.Entries(root))
        {
            switch (key)
            {
                case "file" or "language" or "part":
                    break;
                case "actors":
                    foreach (var (code, _, forms) in source.Entries(value))
                        ReadActor(lexicon, compiler.Actor(code), forms);
                    break;
                case "not-names":
                    TopicCompiler.AddAll(source, lexicon, value, new Sense(SenseKind.NotAName, 0));
                    break;
                default:
                    source.Problem(name, $"A gazetteer has no '{key}'.", "It has: actors, not-names.");
                    break;
            }
        }
    }

    private void ReadActor(Lexicon lexicon, short actor, YamlNode forms)
    {
        if (forms is not YamlMappingNode)
        {
            TopicCompiler.AddAll(source, lexicon, forms, new Sense(SenseKind.Actor, actor, (short)NameForm.Name));
            return;
        }

        foreach (var (key, name, list) in source.Entries(forms))
        {
            // "name.goal" is a form that by its case alone marks a role.
            var parts = key.Split('.', 2);
            var form = source.OneOf<NameForm>(parts[0], name, "form of a name");
            var role = parts.Length == 2 ? source.OneOf<Role>(parts[1], name, "role") : Role.None;
            if (form is { } f && role is { } r)
                TopicCompiler.AddAll(source, lexicon, list, new Sense(SenseKind.Actor, actor, (short)((int)f | ((int)r << 8))));
        }
    }
}
