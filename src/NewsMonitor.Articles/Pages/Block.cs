namespace NewsMonitor.Articles.Pages;

/// <summary>A run of text that a reader sees as one piece.</summary>
/// <param name="Index">Its place in reading order.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Level">1 to 6 for a heading, else 0.</param>
/// <param name="Text">White space collapsed; never empty.</param>
/// <param name="Weight">Length in Latin letters: an ideograph or a syllable counts for more than one.</param>
/// <param name="LinkShare">The part of it that is links, 0 to 1.</param>
/// <param name="BoldShare">The part of it that is set in bold, 0 to 1.</param>
/// <param name="Section">The innermost section that holds it.</param>
internal sealed record Block(int Index, BlockKind Kind, int Level, string Text, double Weight, double LinkShare, double BoldShare, Section Section)
{
    /// <summary>Whether it reads as prose rather than as a label, a link or a heading.</summary>
    public bool IsProse => Kind is BlockKind.Paragraph or BlockKind.ListItem or BlockKind.Quote && Weight >= 60 && LinkShare < 0.5;
}

/// <summary>What a block is.</summary>
internal enum BlockKind
{
    Paragraph,
    Heading,
    ListItem,
    Quote,
    Row,
    Preformatted,
}
