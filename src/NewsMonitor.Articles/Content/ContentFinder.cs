using NewsMonitor.Articles.Pages;

namespace NewsMonitor.Articles.Content;

/// <summary>Finds the section that holds the article's body.</summary>
internal static class ContentFinder
{
    /// <summary>A child that holds at least this part of its parent's prose holds the article.</summary>
    private const double Dominance = 0.7;

    /// <summary>Paragraphs of the body stand at most so many levels above the section that holds most of them.</summary>
    private const int Reach = 6;

    /// <summary>An element named as the body is the body where the densest section holds at least this part of its prose.</summary>
    private const double LeastPartOfNamed = 0.6;

    /// <summary>Less prose than this is no paragraph that was left out.</summary>
    private const double LeastGain = 60;

    public static Section Find(PageOutline page) => Widened(page, Named(Densest(page)));

    /// <summary>The densest part of an article may be a list inside it; the element that is named as its body holds the rest.</summary>
    private static Section Named(Section densest)
    {
        for (var (around, step) = (densest, 0); around?.Parent is not null && step < Reach && densest.Prose >= LeastPartOfNamed * around.Prose; around = around.Parent, step++)
        {
            if (around.Evidence.HasAny(NameEvidence.Body)) return around;
        }
        return densest;
    }

    private static Section Densest(PageOutline page)
    {
        var mass = Mass(page);
        var current = page.Sections[0];
        // Children come after their parent, and only one of them can hold most of what it holds.
        foreach (var section in page.Sections)
        {
            if (!ReferenceEquals(section.Parent, current) || section.Excluded) continue;
            if (mass[section.Index] > 0 && mass[section.Index] >= Dominance * mass[current.Index]) current = section;
        }
        return current;
    }

    /// <summary>Layouts set paragraphs apart: before a paywall, around an advertisement, in columns. What is built like the body and stands near it belongs to it.</summary>
    private static Section Widened(PageOutline page, Section content)
    {
        var shapes = BodyShapes.Of(page, content);
        var (widest, step) = (content, 0);
        for (var around = content.Parent; around?.Parent is not null && step < Reach && content.Tag != "article"; around = around.Parent, step++)
        {
            var (alike, other) = (0.0, 0.0);
            for (var i = around.Start; i < around.End; i++)
            {
                if (i == content.Start) i = content.End;
                if (i >= around.End) break;
                var block = page.Blocks[i];
                if (block.Section.Excluded || !block.IsProse || IsOfAnotherArticle(block.Section, around)) continue;
                // What follows the body in a box of its own is more often a notice of the house; only a paragraph's own class tells it apart.
                if (shapes.HasPlaced(block.Section) && (i < content.Start || block.Section.Classes.Length > 0)) alike += block.Weight;
                else other += block.Weight;
            }
            if (alike >= LeastGain && other <= alike) widest = around;
            if (around.Tag == "article") break;
        }
        return widest;
    }

    private static bool IsOfAnotherArticle(Section section, Section within)
    {
        for (var around = section; around is not null && !ReferenceEquals(around, within); around = around.Parent)
        {
            if (around.Tag == "article") return true;
        }
        return false;
    }

    /// <summary>The weight of the prose in each section, very long paragraphs cut; by the section's index.</summary>
    private static double[] Mass(PageOutline page)
    {
        var mass = new double[page.Sections.Length];
        foreach (var block in page.Blocks)
        {
            if (block.IsProse && !block.Section.Excluded) mass[block.Section.Index] += Math.Min(block.Weight, 1500) * (1 - block.LinkShare);
        }
        for (var i = page.Sections.Length - 1; i > 0; i--) mass[page.Sections[i].Parent!.Index] += mass[i];
        return mass;
    }
}
