namespace NewsMonitor.Articles.Pages;

/// <summary>An element that holds blocks of text: what is left of the page's tree once it has been read.</summary>
/// <param name="parent">The section around it; null for the page itself.</param>
/// <param name="tag">The element's local name.</param>
/// <param name="evidence">What its names say of its part in the page.</param>
/// <param name="classes">Its class names as written; with the tag they tell which elements are built alike.</param>
/// <param name="index">Its place among the page's sections.</param>
/// <param name="shape">A number that sections of one tag and one list of class names share, below the count of sections.</param>
internal sealed class Section(Section? parent, string tag, NameEvidence evidence, string classes, int index, int shape)
{
    public Section? Parent { get; } = parent;

    public string Tag { get; } = tag;

    public NameEvidence Evidence { get; } = evidence;

    public string Classes { get; } = classes;

    public int Index { get; } = index;

    public int Shape { get; } = shape;

    public int Depth { get; } = parent is null ? 0 : parent.Depth + 1;

    /// <summary>Index of the first block inside.</summary>
    public int Start { get; init; }

    /// <summary>Index after the last block inside.</summary>
    public int End { get; set; }

    /// <summary>Weight of the prose inside, descendants included.</summary>
    public double Prose { get; set; }

    /// <summary>Weight of all the text inside, descendants included.</summary>
    public double Weight { get; set; }

    /// <summary>Weight of the text inside that is links.</summary>
    public double LinkWeight { get; set; }

    /// <summary>Whether it is no part of the article, by itself or by a section around it.</summary>
    public bool Excluded { get; set; }

    /// <summary>The part of the text inside that is links, 0 to 1.</summary>
    public double LinkDensity => Weight == 0 ? 0 : LinkWeight / Weight;

    /// <summary>Whether <paramref name="other"/> is this section or one inside it.</summary>
    public bool Contains(Section other)
    {
        for (var section = other; section is not null && section.Depth >= Depth; section = section.Parent)
        {
            if (ReferenceEquals(section, this)) return true;
        }
        return false;
    }
}
