namespace NewsMonitor.Stories.Grouping;

/// <summary>What a report adds to its story.</summary>
internal enum Tells
{
    /// <summary>It is the first.</summary>
    New,

    /// <summary>It says that an earlier report was wrong.</summary>
    Corrected,

    /// <summary>It tells a fact that the story did not have.</summary>
    Updated,

    /// <summary>It adds nothing.</summary>
    Repeated,
}
