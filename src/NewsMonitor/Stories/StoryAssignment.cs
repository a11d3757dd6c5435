namespace NewsMonitor.Stories;

/// <summary>Where a report belongs, and why.</summary>
internal abstract record StoryAssignment
{
    /// <summary>It tells what no recent report told: a story of its own.</summary>
    public sealed record Started : StoryAssignment;

    /// <summary>It belongs to a known story.</summary>
    /// <param name="Story">The story.</param>
    /// <param name="Article">The report of that story it is closest to.</param>
    /// <param name="Likeness">How close, 0 to 1: of several candidates the highest wins.</param>
    /// <param name="Reason">One line for an analyst, after "joined because".</param>
    public sealed record Joined(long Story, long Article, double Likeness, string Reason) : StoryAssignment;
}
