using System.Collections.Immutable;

namespace NewsMonitor.Detection.Vocabulary;

/// <summary>The two shapes of assertion the engine can read.</summary>
internal enum TopicShape
{
    /// <summary>One party gives another something.</summary>
    Exchange,

    /// <summary>Somebody recognizes a territory.</summary>
    Recognition,
}

/// <summary>From whom to whom, between the first and the second party of a topic.</summary>
internal enum Direction : byte
{
    FirstToSecond,
    SecondToFirst,
    Mutual,
}

/// <summary>What is given, and its event code.</summary>
internal sealed record TopicKind(string Id, string? Cameo)
{
    public Model.Arg Arg { get; } = new(Id);
}

/// <summary>A group of words that mean the same to a topic, such as weapons or tourists.</summary>
/// <param name="Id">Its name in the topic's files.</param>
/// <param name="Kind">Index of the kind it stands for; -1 for a topic about recognition.</param>
/// <param name="Trigger">Whether such a word alone can start a finding; others only add weight.</param>
/// <param name="Directions">The only directions it can have, or empty for all.</param>
/// <param name="Refers">Whether its words only repeat what was told before: "did so", "followed suit".</param>
/// <param name="Alone">Whether its words count only in a sentence without another trigger.</param>
/// <param name="IsNoun">Whether its words are nouns, whose doer owns them rather than precedes them.</param>
internal sealed record TopicClass(string Id, int Kind, bool Trigger, ImmutableArray<Direction> Directions, bool IsNoun, bool Refers, bool Alone)
{
    public Model.Arg Arg { get; } = new(Id);
}

/// <summary>A breakaway territory.</summary>
/// <param name="IsGeneral">It stands for its conflict as a whole, and is left out beside a territory named.</param>
internal sealed record Territory(string Id, string Conflict, string? Parent, string? Patron, bool IsGeneral);

/// <summary>What makes a text speak of a party of an exchange without naming it: another actor, or a word of a class.</summary>
internal sealed record Implication(short Party, ImmutableArray<short> Actors, ImmutableArray<short> Classes);

/// <summary>What a topic is about, apart from any language.</summary>
internal sealed record Topic(string Id, TopicShape Shape)
{
    /// <summary>Actor indexes of the two parties of an exchange.</summary>
    public short First { get; init; } = -1;

    public short Second { get; init; } = -1;

    /// <summary>Names of the directions by <see cref="Direction"/>.</summary>
    public ImmutableArray<string> DirectionNames { get; init; } = [];

    public ImmutableArray<TopicKind> Kinds { get; init; } = [];

    /// <summary>Index of the kind that gives way to every other of the same direction, or -1.</summary>
    public int Unspecified { get; init; } = -1;

    public ImmutableArray<TopicClass> Classes { get; init; } = [];

    public ImmutableArray<Implication> Implications { get; init; } = [];

    public ImmutableArray<Territory> Territories { get; init; } = [];

    public string? Cameo { get; init; }

    /// <summary>The recognizer written where the text names none.</summary>
    public string NobodyNamed { get; init; } = "XXX";
}
