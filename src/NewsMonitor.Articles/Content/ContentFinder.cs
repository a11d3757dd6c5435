using NewsMonitor.Articles.Pages;

namespace NewsMonitor.Articles.Content;

/// <summary>Finds the section that holds the article's body.</summary>
internal static class ContentFinder
{
    /// <summary>A child that holds at least this part of its parent's prose holds the article.</summary>
    private const double Dominance = 0.7;

    public static Section Find(PageOutline page)
    {
        var mass = Mass(page);
        var children = Children(page);
        var current = page.Sections[0];
        while (true)
        {
            Section? best = null;
            foreach (var child in children[current])
            {
                if (!child.Excluded && (best is null || mass[child] > mass[best])) best = child;
            }
            if (best is null || mass[best] < Dominance * mass[current] || mass[best] == 0) return current;
            current = best;
        }
    }

    private static Dictionary<Section, double> Mass(PageOutline page)
    {
        var mass = page.Sections.ToDictionary(section => section, _ => 0.0);
        foreach (var block in page.Blocks)
        {
            if (block.IsProse && !block.Section.Excluded) mass[block.Section] += Math.Min(block.Weight, 1500) * (1 - block.LinkShare);
        }
        for (var i = page.Sections.Length - 1; i > 0; i--) mass[page.Sections[i].Parent!] += mass[page.Sections[i]];
        return mass;
    }

    private static ILookup<Section, Section> Children(PageOutline page) =>
        page.Sections.Where(section => section.Parent is not null).ToLookup(section => section.Parent!);
}
