namespace NewsMonitor.Feeds.Markup;

internal enum TokenKind
{
    /// <summary>Character data with references in it.</summary>
    Text,

    /// <summary>The content of a CDATA section, to be taken as it is.</summary>
    Verbatim,

    Start,
    End,
}
