namespace NewsMonitor.Stories.Grouping;

/// <summary>How a report stands to the one that it joined its story by.</summary>
internal enum EdgeKind
{
    /// <summary>Its text is the other's, whole or for the most part.</summary>
    Copy,

    /// <summary>It tells the same event in other words of the same language.</summary>
    Rewrite,

    /// <summary>It tells the same event in another language.</summary>
    Translation,

    /// <summary>An analyst put it there.</summary>
    Analyst,
}

/// <summary>Why a report belongs to its story.</summary>
/// <param name="To">The report of the story that it is closest to.</param>
/// <param name="Story">The story.</param>
/// <param name="Kind">How it stands to that report.</param>
/// <param name="Original">For a copy the report whose text it is, which is no copy itself; else null.</param>
/// <param name="Likeness">How sure, 0 to 1.</param>
/// <param name="Reason">One line for an analyst, after "joined because".</param>
internal sealed record StoryEdge(long To, long Story, EdgeKind Kind, long? Original, double Likeness, string Reason);
