using NewsMonitor.Articles.Pages;

namespace NewsMonitor.Articles.Content;

/// <summary>Weighs the sections of a page and marks those that are no part of an article.</summary>
internal static class ExclusionRules
{
    /// <summary>A section named as boilerplate that holds more of the page's prose than this is misnamed: the name told of its layout.</summary>
    private const double MostProseOfBoilerplate = 0.4;

    /// <summary>The same for names that are beside the text more often than of it.</summary>
    private const double MostProseOfAside = 0.15;

    public static void Apply(PageOutline page)
    {
        Weigh(page);
        var prose = Math.Max(1, page.Sections[0].Prose);
        foreach (var section in page.Sections)
        {
            if (section.Parent is not { } parent) continue;
            section.Excluded = parent.Excluded || IsExcluded(section, section.Prose / prose);
        }
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

    private static bool IsExcluded(Section section, double share)
    {
        var evidence = section.Evidence;
        if (evidence.HasAny(NameEvidence.Hidden) && share < 0.5) return true;
        if (evidence.HasAny(NameEvidence.Boilerplate | NameEvidence.Consent | NameEvidence.Paywall) && share < MostProseOfBoilerplate) return true;
        if (evidence.HasAny(NameEvidence.Caption | NameEvidence.Byline) && share < MostProseOfAside) return true;
        return evidence.HasAny(NameEvidence.Aside) && share < MostProseOfAside;
    }
}
