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

    /// <summary>Plain names of actors and territories, for the sieve.</summary>
    public List<string> Names { get; } = [];
}
