namespace NewsMonitor.Detection.Vocabulary;

/// <summary>Everything the topic files say in one language, ready for matching.</summary>
internal sealed class Lexicon(string language, Words words)
{
    public string Language { get; } = language;

    public Words Words { get; } = words;

    public Trie Trie { get; } = new(words);

    /// <summary>Words after which a full stop ends no sentence, folded, without the stop.</summary>
    public HashSet<string> Abbreviations { get; } = new(StringComparer.Ordinal);

    /// <summary>Particles and endings that mark the noun before them, longest first, folded.</summary>
    public List<(string Text, Role Role)> Particles { get; } = [];

    /// <summary>What may stand between a name and its particle, folded.</summary>
    public List<string> BeforeParticle { get; } = [];

    /// <summary>Names of actors and territories with what they name, for the sieve.</summary>
    public List<(string Pattern, Sense Sense)> Names { get; } = [];
}
