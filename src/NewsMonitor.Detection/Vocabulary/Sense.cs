namespace NewsMonitor.Detection.Vocabulary;

/// <summary>What a matched expression can mean to the rules.</summary>
internal enum SenseKind : byte
{
    /// <summary>A state, a body or another party; A is the actor, B its <see cref="NameForm"/>.</summary>
    Actor,

    /// <summary>A breakaway territory; A is its index.</summary>
    Territory,

    /// <summary>A name that only looks like one of an actor or a territory.</summary>
    NotAName,

    /// <summary>A thing or deed a topic is about; A is the index of its <see cref="TopicClass"/>.</summary>
    Matter,

    /// <summary>A context in which the topic's words mean something else; A is the topic.</summary>
    NotAbout,

    /// <summary>A verb or deverbal noun; A is an <see cref="Act"/>.</summary>
    Act,

    /// <summary>A cue for stance or framing; A is a <see cref="Cue"/>.</summary>
    Cue,

    /// <summary>A preposition or particle; A is a <see cref="Role"/>, B 1 where it follows its noun.</summary>
    Marker,

    /// <summary>A word that stands for a party named before; A is a <see cref="Pronoun"/>.</summary>
    Pronoun,

    /// <summary>A word that separates clauses.</summary>
    Break,

    /// <summary>A word that joins equals.</summary>
    And,
}

/// <summary>The layers of the matcher: within one, the longest match wins; between them, matches may overlap.</summary>
internal enum Layer : byte
{
    Names,
    Matter,
    Cues,
}

/// <summary>How a name names its actor.</summary>
internal enum NameForm : byte
{
    Name,
    Adjective,
    Capital,
    Person,
    Office,
    People,

    /// <summary>A town or region of its territory.</summary>
    Place,

    /// <summary>A short or ambiguous name that counts only beside a full one.</summary>
    Alias,
}

/// <summary>What somebody does in a sentence, as the grammar files group verbs.</summary>
internal enum Act : byte
{
    None,
    Give,
    Get,
    Trade,
    Agree,
    Support,
    Fight,
    Go,
    Use,
    Make,
    Sanction,
    Meet,
    Ask,
    Say,
}

/// <summary>What a cue tells about the stance of a text, or about its frame.</summary>
internal enum Cue : byte
{
    Negation,
    Denial,
    Refusal,
    NoEvidence,
    Plan,
    Modal,
    Offer,
    Condition,
    Ask,
    Urge,
    Fear,
    Question,
    End,
    Undo,
    Presupposition,
    Confirm,
    Claim,
    NeverDenied,
    Past,
    Follow,
    Epithet,
    Passive,
    Only,
    Others,
    Nobody,
    Continue,
    Against,
}

/// <summary>The part an actor plays by the word that marks it.</summary>
internal enum Role : byte
{
    None,
    Goal,
    Source,
    Agent,
    Possessor,
    With,
    Between,
    Against,
    In,
    About,
    Subject,
    Object,
    Modifier,
}

/// <summary>What a pronoun stands for.</summary>
internal enum Pronoun : byte
{
    /// <summary>The party last spoken of.</summary>
    It,

    /// <summary>The same, as an owner.</summary>
    Its,

    /// <summary>Both parties of an exchange.</summary>
    Both,

    /// <summary>Whoever speaks: "we will not recognize it", said a diplomat.</summary>
    We,

    /// <summary>The same, as an owner.</summary>
    Our,

    /// <summary>The other party of an exchange than the one last spoken of.</summary>
    Other,
}

/// <summary>One meaning of one expression.</summary>
internal readonly record struct Sense(SenseKind Kind, short A, short B = 0)
{
    public Layer Layer => Kind switch
    {
        SenseKind.Actor or SenseKind.Territory or SenseKind.NotAName => Layer.Names,
        SenseKind.Matter or SenseKind.NotAbout or SenseKind.Act => Layer.Matter,
        _ => Layer.Cues,
    };
}
