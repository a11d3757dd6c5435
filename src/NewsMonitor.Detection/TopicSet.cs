using System.Collections.Immutable;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using NewsMonitor.Detection.Loading;
using NewsMonitor.Detection.Model;
using NewsMonitor.Detection.Vocabulary;

namespace NewsMonitor.Detection;

/// <summary>The topics, and the words of every language they are read in: all that a <see cref="Detector"/> knows.</summary>
public sealed class TopicSet
{
    private static readonly Lazy<TopicSet> FromResources = new(() =>
        Load([]).Topics ?? throw new InvalidOperationException("The built-in topic files do not load: " + string.Join("; ", Load([]).Problems)));

    private TopicSet(string version, ImmutableArray<Topic> topics, ImmutableArray<string> actors, IReadOnlyDictionary<string, Lexicon> lexicons, Weights weights)
    {
        Version = version;
        Topics = topics;
        Actors = actors;
        ActorArgs = [.. actors.Select(a => new Arg(a))];
        Lexicons = lexicons;
        Weights = weights;
    }

    /// <summary>The topics this program comes with.</summary>
    public static TopicSet BuiltIn => FromResources.Value;

    /// <summary>A hash of all rules and weights: equal versions and equal texts give equal findings.</summary>
    public string Version { get; }

    /// <summary>The ids of the topics, in order.</summary>
    public ImmutableArray<string> Ids => [.. Topics.Select(t => t.Id)];

    /// <summary>ISO 639-1 codes of the languages that have rules.</summary>
    public ImmutableArray<string> Languages => [.. Lexicons.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The names that any text about a topic must hold one of, as the sieve looks for them: stems, folded.</summary>
    public IReadOnlyCollection<string> Names() => Sieve.NamesOf(this);

    internal ImmutableArray<Topic> Topics { get; }

    internal ImmutableArray<string> Actors { get; }

    internal ImmutableArray<Arg> ActorArgs { get; }

    internal IReadOnlyDictionary<string, Lexicon> Lexicons { get; }

    internal Weights Weights { get; }

    /// <summary>The built-in files, as they may be copied to a folder and edited.</summary>
    public static ImmutableArray<TopicFile> BuiltInFiles()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return [.. assembly.GetManifestResourceNames().Where(n => n.StartsWith("Topics/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Read)];

        TopicFile Read(string name)
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var reader = new StreamReader(stream, Encoding.UTF8);
            return new TopicFile(name["Topics/".Length..], reader.ReadToEnd());
        }
    }

    /// <summary>
    /// The built-in topics with <paramref name="files"/> laid over them: a file that says the same <c>file</c>, <c>topic</c> and <c>language</c> as a built-in one
    /// replaces it, any other is added.
    /// </summary>
    public static TopicLoad Load(IEnumerable<TopicFile> files) => Compile([.. BuiltInFiles()], [.. files]);

    /// <summary>Only <paramref name="files"/>, and nothing built in but the weights.</summary>
    public static TopicLoad LoadOnly(IEnumerable<TopicFile> files) => Compile([.. BuiltInFiles().Where(f => f.Name.EndsWith(".tsv", StringComparison.Ordinal))], [.. files]);

    internal TopicSet With(Weights weights) => new(Version, Topics, Actors, Lexicons, weights);

    private static TopicLoad Compile(ImmutableArray<TopicFile> builtIn, ImmutableArray<TopicFile> own)
    {
        var compiler = new TopicCompiler();
        compiler.Read(builtIn, own);
        if (compiler.Problems.Count > 0)
            return new TopicLoad(null, [.. compiler.Problems]);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', builtIn.Concat(own).SelectMany(f => new[] { f.Name, f.Text }))));
        var set = new TopicSet(
            Convert.ToHexStringLower(hash.AsSpan(0, 8)), [.. compiler.Topics], [.. compiler.Actors], compiler.Lexicons, compiler.Weights);
        return new TopicLoad(set, []);
    }
}

/// <summary>What came of loading topic files: topics, or the mistakes that keep them from loading.</summary>
public sealed record TopicLoad(TopicSet? Topics, ImmutableArray<TopicProblem> Problems);
