using System.Collections.Immutable;
using NewsMonitor.Detection.Vocabulary;
using YamlDotNet.RepresentationModel;

namespace NewsMonitor.Detection.Loading;

/// <summary>Reads a topic: what it is about, apart from any language.</summary>
internal sealed class TopicReader(YamlSource source, TopicCompiler compiler)
{
    private static readonly ImmutableArray<string> ExchangeDirections = ["first-to-second", "second-to-first", "mutual"];

    public void Read(YamlMappingNode root)
    {
        if (TopicCompiler.Value(source, root, "topic") is not { } id || TopicCompiler.Value(source, root, "shape") is not { } shapeWord)
            return;
        if (source.OneOf<TopicShape>(shapeWord, root, "shape of topic") is not { } shape)
            return;
        var topic = new Topic(id, shape);
        // Other sections name kinds and classes, so these are read first wherever they stand.
        foreach (var (key, name, value) in source.Entries(root).OrderBy(e => e.Key switch { "kinds" => 0, "classes" => 1, _ => 2 }).ToList())
            topic = ReadSection(topic, key, name, value);
        if (shape == TopicShape.Exchange && (topic.First < 0 || topic.Second < 0 || topic.DirectionNames.Length != 3 || topic.Kinds.IsEmpty))
            source.Problem(root, "A topic of shape 'exchange' lacks its parties, directions or kinds.", "Add 'parties: [A, B]', 'directions' and 'kinds'.");
        if (shape == TopicShape.Recognition && topic.Territories.IsEmpty)
            source.Problem(root, "A topic of shape 'recognition' has no territories.", "Add 'territories'.");
        compiler.Topics.Add(topic);
    }

    private Topic ReadSection(Topic topic, string key, YamlNode name, YamlNode value)
    {
        switch (key)
        {
            case "file" or "topic" or "shape":
                return topic;
            case "parties":
                return ReadParties(topic, value);
            case "directions":
                return ReadDirections(topic, value);
            case "kinds":
                return topic with { Kinds = [.. source.Entries(value).Select(e => new TopicKind(e.Key, source.Word(e.Value)))] };
            case "unspecified":
                var kind = KindIndex(topic, source.Word(value) ?? "");
                if (kind < 0)
                    source.Problem(value, "'unspecified' names no kind of this topic.", $"Choose one of: {KindNames(topic)}; write 'kinds' before it.");
                return topic with { Unspecified = kind };
            case "classes":
                return topic with { Classes = [.. source.Entries(value).Select(e => ReadClass(topic, e.Key, e.Value))] };
            case "implied":
                return topic with { Implications = [.. source.Entries(value).Select(e => ReadImplication(topic, e.Key, e.Value))] };
            case "territories":
                return topic with { Territories = [.. source.Entries(value).Select(e => ReadTerritory(e.Key, e.Value))] };
            case "cameo":
                return topic with { Cameo = source.Word(value) };
            case "nobody-named":
                return topic with { NobodyNamed = source.Word(value) ?? topic.NobodyNamed };
            default:
                source.Problem(
                    name, $"A topic has no '{key}'.", "It has: topic, shape, parties, directions, kinds, unspecified, classes, implied, territories, cameo, nobody-named.");
                return topic;
        }
    }

    private Topic ReadParties(Topic topic, YamlNode value)
    {
        var parties = source.Words(value).ToList();
        if (parties.Count == 2)
            return topic with { First = compiler.Actor(parties[0].Text), Second = compiler.Actor(parties[1].Text) };
        source.Problem(value, "An exchange has two parties.", "Write 'parties: [A, B]' with codes of the gazetteer.");
        return topic;
    }

    private Topic ReadDirections(Topic topic, YamlNode value)
    {
        var names = new string[ExchangeDirections.Length];
        foreach (var (key, name, word) in source.Entries(value))
        {
            var index = ExchangeDirections.IndexOf(key);
            if (index < 0)
                source.Problem(name, $"'{key}' is no direction.", $"Choose one of: {string.Join(", ", ExchangeDirections)}.");
            else
                names[index] = source.Word(word) ?? "";
        }

        if (names.Any(string.IsNullOrEmpty))
            source.Problem(value, "A direction has no name.", $"Name all of: {string.Join(", ", ExchangeDirections)}.");
        return topic with { DirectionNames = [.. names] };
    }

    private TopicClass ReadClass(Topic topic, string id, YamlNode value)
    {
        var kind = -1;
        var trigger = true;
        var noun = false;
        var refers = false;
        var alone = false;
        var directions = ImmutableArray.CreateBuilder<Direction>();
        foreach (var (key, name, part) in source.Entries(value))
        {
            switch (key)
            {
                case "kind":
                    kind = KindIndex(topic, source.Word(part) ?? "");
                    if (kind < 0)
                        source.Problem(part, $"The topic has no such kind.", $"Choose one of: {KindNames(topic)}.");
                    break;
                case "trigger":
                    trigger = source.Word(part) == "true";
                    break;
                case "refers":
                    refers = source.Word(part) == "true";
                    break;
                case "alone":
                    alone = source.Word(part) == "true";
                    break;
                case "noun":
                    noun = source.Word(part) == "true";
                    break;
                case "directions":
                    foreach (var (word, node) in source.Words(part))
                    {
                        if (source.OneOf<Direction>(word, node, "direction") is { } direction)
                            directions.Add(direction);
                    }

                    break;
                default:
                    source.Problem(name, $"A class has no '{key}'.", "It has: kind, trigger, noun, refers, alone, directions.");
                    break;
            }
        }

        return new TopicClass(id, kind, trigger, directions.ToImmutable(), noun, refers, alone);
    }

    private Implication ReadImplication(Topic topic, string party, YamlNode value)
    {
        var classes = topic.Classes.Select(c => c.Id).ToList();
        var words = source.Words(value).Select(w => w.Text).ToLookup(classes.Contains);
        return new Implication(
            compiler.Actor(party), [.. words[false].Select(compiler.Actor)], [.. words[true].Select(w => (short)classes.IndexOf(w))]);
    }

    private Territory ReadTerritory(string id, YamlNode value)
    {
        string? conflict = null, parent = null, patron = null;
        var general = false;
        foreach (var (key, name, part) in source.Entries(value))
        {
            switch (key)
            {
                case "conflict":
                    conflict = source.Word(part);
                    break;
                case "parent":
                    parent = source.Word(part);
                    break;
                case "patron":
                    patron = source.Word(part);
                    break;
                case "general":
                    general = source.Word(part) == "true";
                    break;
                default:
                    source.Problem(name, $"A territory has no '{key}'.", "It has: conflict, parent, patron, general.");
                    break;
            }
        }

        return new Territory(id, conflict ?? id, parent, patron, general);
    }

    private static int KindIndex(Topic topic, string id)
    {
        for (var i = 0; i < topic.Kinds.Length; i++)
        {
            if (topic.Kinds[i].Id == id)
                return i;
        }

        return -1;
    }

    private static string KindNames(Topic topic) => string.Join(", ", topic.Kinds.Select(k => k.Id));
}
