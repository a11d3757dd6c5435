using NewsMonitor.Detection.Vocabulary;

namespace NewsMonitor.Detection.Reading;

/// <summary>What kind of line a sentence stands in.</summary>
internal enum SentenceForm : byte
{
    Prose,
    Title,
    Row,
    Item,

    /// <summary>A line of a ticker: nothing in it refers to the line before.</summary>
    Entry,
}

/// <summary>One meaning at one place of a text.</summary>
/// <param name="Start">First place in the normalized text.</param>
/// <param name="End">Place after the last.</param>
/// <param name="Clause">How many clause boundaries lie before it in its sentence; a comma counts one, anything stronger two.</param>
/// <param name="Sense">The meaning.</param>
/// <param name="Word">How many words of the sentence begin before it.</param>
/// <param name="EndWord">How many words of the sentence begin before its end.</param>
internal readonly record struct Token(int Start, int End, int Clause, Sense Sense, int Word = 0, int EndWord = 0)
{
    /// <summary>Words between this token and another, on either side of it; 0 where they touch or overlap.</summary>
    public int WordsTo(Token other) => Math.Max(0, other.Start < Start ? Word - other.EndWord : other.Word - EndWord);
}

/// <summary>A party named in a sentence, and the part that its marking gives it.</summary>
/// <param name="Token">Where it stands.</param>
/// <param name="Actor">The actor's index.</param>
/// <param name="Form">How it is named.</param>
/// <param name="Role">What marks it.</param>
/// <param name="Coordination">Mentions joined by commas and conjunctions share this number.</param>
/// <param name="Anaphor">It stands for a name said before.</param>
internal readonly record struct Mention(Token Token, short Actor, NameForm Form, Role Role, int Coordination, bool Anaphor)
{
    public int Start => Token.Start;

    public int End => Token.End;
}

/// <summary>A sentence with everything the vocabulary knows in it.</summary>
internal sealed class Sentence(NormalizedText text, int start, int end, SentenceForm form, bool inTitle)
{
    public NormalizedText Text { get; } = text;

    public int Start { get; } = start;

    public int End { get; } = end;

    public SentenceForm Form { get; } = form;

    public bool InTitle { get; } = inTitle;

    /// <summary>The number of the line it stands in; a line break ends a paragraph.</summary>
    public int Line { get; init; }

    public bool Question { get; set; }

    /// <summary>Everything but names of actors, by place.</summary>
    public List<Token> Tokens { get; } = [];

    public List<Mention> Mentions { get; } = [];
}
