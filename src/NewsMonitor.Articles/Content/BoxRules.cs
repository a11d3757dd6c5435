using NewsMonitor.Articles.Pages;

namespace NewsMonitor.Articles.Content;

/// <summary>Marks the boxes inside an article's section that are beside its text, by what they are made of rather than by their names.</summary>
internal static class BoxRules
{
    /// <summary>A part of the article this large is no box.</summary>
    private const double MostProse = 0.25;

    /// <summary>Where one template made this part of the prose, what is built otherwise was put in from elsewhere.</summary>
    private const double Uniform = 0.8;

    /// <summary>A part of the article this large was not put in from elsewhere.</summary>
    private const double MostForeign = 0.15;

    /// <summary>What comes more often is how the article itself is set.</summary>
    private const int MostAlike = 2;

    public static void Apply(PageOutline page, Section content)
    {
        var shapes = BodyShapes.Of(page, content);
        var first = FirstOf(page, content, shapes);
        var limit = content.Prose * MostProse;
        var (alike, count) = (new double[page.Sections.Length], new int[page.Sections.Length]);
        foreach (var section in page.Sections)
        {
            if (section.Start < content.Start || section.End > content.End) continue;
            if (section.Classes.Length > 0) alike[section.Shape] += section.Prose;
            if (content.Contains(section)) count[section.Shape]++;
        }
        foreach (var section in page.Sections)
        {
            if (section.Parent is not { } parent || section.Start < content.Start || section.End > content.End || ReferenceEquals(section, content) || !content.Contains(section)) continue;
            if (section.Excluded) continue;
            section.Excluded = (parent.Excluded && !ExclusionRules.IsQuotedFigure(section, parent))
                || (Math.Max(section.Prose, alike[section.Shape]) <= limit && (IsBox(page, section) || (count[section.Shape] <= MostAlike && IsForeign(page, section, content, shapes, first))));
        }
    }

    private static int FirstOf(PageOutline page, Section content, BodyShapes shapes)
    {
        for (var i = content.Start; i < content.End; i++)
        {
            if (page.Blocks[i].IsProse && shapes.HasPlaced(page.Blocks[i].Section)) return i;
        }
        return content.End;
    }

    /// <summary>A box with a heading, links or labels, none of it built like the paragraphs around: another article's summary, a poll, an offer.</summary>
    private static bool IsForeign(PageOutline page, Section section, Section content, BodyShapes shapes, int first)
    {
        if (section.Tag is not ("div" or "section") || section.Start <= first || section.End - section.Start is < 2 or > 12) return false;
        if (shapes.Share < Uniform || section.Weight > MostForeign * content.Weight || section.Evidence.HasAny(NameEvidence.Body | NameEvidence.Standfirst)) return false;
        var blocks = page.Blocks.AsSpan(section.Start, section.End - section.Start);
        foreach (var block in blocks)
        {
            if (block.Kind is not (BlockKind.Paragraph or BlockKind.Heading) || shapes.Has(block.Section)) return false;
        }
        return blocks[0].Kind == BlockKind.Heading || section.LinkDensity > 0.2;
    }

    private static bool IsBox(PageOutline page, Section section)
    {
        if (section.Start >= section.End) return false;
        switch (section.Tag)
        {
            case "article":
                return true; // Another article's card.
            case "p" or "span" or "li" or "blockquote" or "td" or "tr" or "table" or "tbody" or "dd" or "dt" or ['h', _]:
                return false;
            case "ul" or "ol":
                return section.LinkDensity > 0.6;
        }
        if (section.LinkDensity > 0.6 && section.Weight < 2000) return true;
        var first = page.Blocks[section.Start];
        if (section.End - section.Start > 1 && BoilerplatePhrases.IntroducesOthers(first.Text)) return true;
        // A card: a linked heading and a line or two.
        return first.Kind == BlockKind.Heading && first.LinkShare > 0.9 && section.End - section.Start <= 4 && section.End - section.Start > 1;
    }
}
