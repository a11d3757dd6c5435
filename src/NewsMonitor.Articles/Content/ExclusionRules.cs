using NewsMonitor.Articles.Pages;

namespace NewsMonitor.Articles.Content;

/// <summary>Weighs the sections of a page and marks those that are no part of an article.</summary>
internal static class ExclusionRules
{
    /// <summary>Sections named as boilerplate that hold more of the page's prose than this are misnamed: the name told of their layout.</summary>
    private const double MostProseOfBoilerplate = 0.7;

    /// <summary>Readers may well write more than the article; only what is nearly all of the page is an opinion piece that calls itself a comment.</summary>
    private const double MostProseOfComments = 0.95;

    /// <summary>The same for names that are beside the text more often than of it.</summary>
    private const double MostProseOfAside = 0.15;

    /// <summary>More prose than this behind the name of a paywall is the article itself.</summary>
    private const double LongestOffer = 300;

    /// <summary>An excluded section that holds so many times the prose of all that is left is the article under a misleading name.</summary>
    private const double Overwhelming = 2.5;

    /// <summary>Weighs and marks every section.</summary>
    /// <param name="page">The page.</param>
    /// <param name="headline">Index of the block with the headline, or −1: what holds it is no boilerplate.</param>
    public static void Apply(PageOutline page, int headline)
    {
        Weigh(page);
        var shares = SharesByShape(page);
        Mark(page, headline, shares, misnamed: null);
        if (Misnamed(page) is { } misnamed) Mark(page, headline, shares, misnamed);
    }

    private static void Mark(PageOutline page, int headline, double[] shares, Section? misnamed)
    {
        foreach (var section in page.Sections)
        {
            if (section.Parent is not { } parent) continue;
            var around = IsQuotedFigure(section, parent) ? parent.Parent! : parent;
            var isExempt = ReferenceEquals(section, misnamed) || (section.Start <= headline && headline < section.End && section.Prose > LongestOffer);
            section.Excluded = (around.Excluded && !ReferenceEquals(section, misnamed)) || (!isExempt && IsExcluded(section, shares[section.Shape]));
        }
    }

    private static Section? Misnamed(PageOutline page)
    {
        const NameEvidence Certain = NameEvidence.Comments | NameEvidence.Consent | NameEvidence.Hidden;
        Section? largest = null;
        var excluded = 0.0;
        foreach (var section in page.Sections)
        {
            if (!section.Excluded || section.Parent is not { Excluded: false }) continue;
            excluded += section.Prose;
            if (!section.Evidence.HasAny(Certain) && section.Tag is not ("nav" or "footer") && section.Prose > (largest?.Prose ?? 0)) largest = section;
        }
        return largest is not null && largest.Prose > Overwhelming * (page.Sections[0].Prose - excluded) ? largest : null;
    }

    /// <summary>What part of the page's prose stands in sections built alike: each paragraph of an article may have a box of its own.</summary>
    private static double[] SharesByShape(PageOutline page)
    {
        var shares = new double[page.Sections.Length];
        var total = Math.Max(1, page.Sections[0].Prose);
        foreach (var section in page.Sections)
        {
            ref var share = ref shares[section.Shape];
            share = section.Classes.Length == 0 ? Math.Max(share, section.Prose / total) : share + (section.Prose / total);
        }
        return shares;
    }

    private static void Weigh(PageOutline page)
    {
        foreach (var block in page.Blocks)
        {
            block.Section.Weight += block.Weight;
            block.Section.LinkWeight += block.Weight * block.LinkShare;
            if (block.IsProse) block.Section.Prose += block.Weight * (1 - block.LinkShare);
        }
        for (var i = page.Sections.Length - 1; i > 0; i--)
        {
            var section = page.Sections[i];
            if (section.End > page.Blocks.Length) section.End = page.Blocks.Length;
            var parent = section.Parent!;
            parent.Weight += section.Weight;
            parent.LinkWeight += section.LinkWeight;
            parent.Prose += section.Prose;
        }
    }

    /// <summary>A quotation may be marked up as a figure; it is text all the same.</summary>
    public static bool IsQuotedFigure(Section section, Section parent) => section.Tag == "blockquote" && parent.Tag == "figure";

    private static bool IsExcluded(Section section, double share)
    {
        var evidence = section.Evidence;
        if (evidence.HasAny(NameEvidence.Comments) && share < MostProseOfComments) return true;
        if (evidence.HasAny(NameEvidence.Hidden) && share < MostProseOfBoilerplate) return true;
        if (evidence.HasAny(NameEvidence.Boilerplate | NameEvidence.Consent) && share < MostProseOfBoilerplate) return true;
        if (evidence.HasAny(NameEvidence.Paywall) && section.Prose < LongestOffer) return true;
        if (evidence.HasAny(NameEvidence.Caption | NameEvidence.Byline) && share < MostProseOfAside) return true;
        return evidence.HasAny(NameEvidence.Aside) && share < MostProseOfAside;
    }
}
