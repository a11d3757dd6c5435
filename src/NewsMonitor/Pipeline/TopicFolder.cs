using NewsMonitor.Detection;
using NewsMonitor.Detection.Loading;

namespace NewsMonitor.Pipeline;

/// <summary>Topic files from a folder, laid over the built-in ones.</summary>
internal static class TopicFolder
{
    /// <summary>The topics of a folder, or the built-in ones where there is none.</summary>
    /// <exception cref="TopicsUnusableException">A file has a mistake.</exception>
    public static TopicSet Load(string? folder)
    {
        var topics = folder is null ? TopicSet.BuiltIn : Read(folder);

        // Reading nine languages leaves behind several times what it keeps; a small container needs that back before work begins.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return topics;
    }

    private static TopicSet Read(string folder)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path) is ".yaml" or ".yml" or ".tsv")
            .Order(StringComparer.Ordinal)
            .Select(path => new TopicFile(Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllText(path)));
        var load = TopicSet.Load(files);
        return load.Topics ?? throw new TopicsUnusableException([.. load.Problems.Select(problem => $"{Path.Combine(folder, problem.ToString())}")]);
    }
}

/// <summary>Topic files with mistakes, each named with file, line and mend.</summary>
internal sealed class TopicsUnusableException(IReadOnlyList<string> problems) : Exception(string.Join(Environment.NewLine, problems));
