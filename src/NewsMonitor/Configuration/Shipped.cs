namespace NewsMonitor.Configuration;

/// <summary>Files that come with the program: taken from the current folder where they are, as in a checkout, else from beside the program.</summary>
internal static class Shipped
{
    /// <summary>The full path of a file or folder, or null where there is none.</summary>
    public static string? Find(string path)
    {
        if (Path.Exists(path))
            return Path.GetFullPath(path);
        var beside = Path.Combine(AppContext.BaseDirectory, path);
        return Path.Exists(beside) ? beside : null;
    }
}
