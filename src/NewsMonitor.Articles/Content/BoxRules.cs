using NewsMonitor.Articles.Pages;

namespace NewsMonitor.Articles.Content;

/// <summary>Marks the boxes inside an article's section that are beside its text, by what they are made of rather than by their names.</summary>
internal static class BoxRules
{
    /// <summary>A part of the article this large is no box.</summary>
    private const double MostProse = 0.25;

    public static void Apply(PageOutline page, Section content)
    {
        var limit = content.Prose * MostProse;
        var alike = new Dictionary<(string, string), double>();
        foreach (var section in page.Sections)
        {
            if (section.Start < content.Start || section.End > content.End || section.Classes.Length == 0) continue;
            var shape = (section.Tag, section.Classes);
            alike[shape] = alike.GetValueOrDefault(shape) + section.Prose;
        }
        foreach (var section in page.Sections)
        {
            if (section.Parent is not { } parent || section.Start < content.Start || section.End > content.End || ReferenceEquals(section, content) || !content.Contains(section)) continue;
            if (section.Excluded) continue;
            section.Excluded = parent.Excluded || (Math.Max(section.Prose, alike.GetValueOrDefault((section.Tag, section.Classes))) <= limit && IsBox(page, section));
        }
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
