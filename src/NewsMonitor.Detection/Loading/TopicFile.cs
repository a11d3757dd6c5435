namespace NewsMonitor.Detection.Loading;

/// <summary>A topic file as its owner keeps it: a name to speak of it by, and its text.</summary>
public sealed record TopicFile(string Name, string Text);

/// <summary>A mistake in a topic file.</summary>
/// <param name="File">The name of the file.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Mend">What to write instead.</param>
public sealed record TopicProblem(string File, int Line, string What, string Mend)
{
    /// <summary>One line for a terminal.</summary>
    public override string ToString() => $"{File}:{Line}: {What} {Mend}";
}
