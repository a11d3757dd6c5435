using NewsMonitor.Articles.Pages;

namespace NewsMonitor.Articles.Metadata;

/// <summary>Where on a page the article stands, in blocks.</summary>
/// <param name="Headline">The block that shows the headline, −1 where none does.</param>
/// <param name="Start">The first block of the text proper.</param>
/// <param name="End">The block after its last.</param>
internal readonly record struct Placement(int Headline, int Start, int End)
{
    /// <summary>Where the article begins for a reader.</summary>
    public int Top => Headline >= 0 ? Headline : Start;

    /// <summary>From the first paragraph of the text to its last; the section it was looked for in where there is none.</summary>
    public static Placement Of(int headline, Section content, List<Block> body)
    {
        var prose = body.FindAll(block => block.IsProse && block.Index > headline);
        return prose.Count > 0 ? new Placement(headline, prose[0].Index, prose[^1].Index + 1) : new Placement(headline, content.Start, content.Start);
    }
}
