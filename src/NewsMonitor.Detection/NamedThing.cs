namespace NewsMonitor.Detection;

/// <summary>Something that a text names and the topic files know, under an id that is the same in every language.</summary>
/// <param name="Sort">What it is.</param>
/// <param name="Id">
/// An actor's code (<c>PRK</c>), a territory's id (<c>abkhazia</c>), a topic's class of words (<c>soldiers</c>), or what is done (<c>give</c>).
/// </param>
/// <param name="Person">Whether an actor is named by one of its people (<c>Lavrov</c>), a place of its own (<c>Kursk</c>), and not as a whole.</param>
/// <param name="In">Where it stands.</param>
/// <param name="Start">UTF-16 offset of its first character.</param>
/// <param name="End">UTF-16 offset after its last.</param>
/// <param name="Sentence">The number of its sentence in the document, the title's first: from 0.</param>
public sealed record NamedThing(NamedThingSort Sort, string Id, bool Person, EvidencePlace In, int Start, int End, int Sentence);

/// <summary>What a text can name.</summary>
public enum NamedThingSort
{
    /// <summary>A state or a body.</summary>
    Actor,

    /// <summary>A breakaway territory.</summary>
    Territory,

    /// <summary>A thing or deed that a topic is about.</summary>
    Matter,

    /// <summary>What is done: giving, agreeing, fighting, sanctioning.</summary>
    Act,
}

/// <summary>One sentence of a document as the detector reads it.</summary>
/// <param name="In">Where it stands.</param>
/// <param name="Start">UTF-16 offset of its first character.</param>
/// <param name="End">UTF-16 offset after its last.</param>
public sealed record SentenceSpan(EvidencePlace In, int Start, int End);

/// <summary>A document's sentences and what is named in them, in any of the languages that have rules.</summary>
public sealed record NamedThings(System.Collections.Immutable.ImmutableArray<SentenceSpan> Sentences, System.Collections.Immutable.ImmutableArray<NamedThing> Things);
