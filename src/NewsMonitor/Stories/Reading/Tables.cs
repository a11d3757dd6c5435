namespace NewsMonitor.Stories.Reading;

/// <summary>Tables of tab-separated values among the program's resources; lines that begin with <c>#</c> are for the reader.</summary>
internal static class Tables
{
    /// <summary>The rows of a table.</summary>
    /// <exception cref="InvalidOperationException">The table is missing, or a row has another number of columns: the program was built wrongly.</exception>
    public static IEnumerable<string[]> Rows(string name, int columns)
    {
        using var stream = typeof(Tables).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The table {name} is not in the program.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            var row = line.Split('\t');
            if (row.Length != columns)
                throw new InvalidOperationException($"{name}: '{line}' has {row.Length} columns and not {columns}.");
            yield return row;
        }
    }
}
