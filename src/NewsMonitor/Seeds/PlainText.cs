namespace NewsMonitor.Seeds;

/// <summary>Plain text as paragraphs: a line is a paragraph where lines run long, otherwise a blank line parts them and wrapped lines are joined.</summary>
internal static class PlainText
{
    private const int LongestWrappedLine = 120;
    private const int LongestTitle = 160;

    /// <summary>The first line where it reads like a headline, or null, and the text with paragraphs separated by one line break.</summary>
    public static (string? Title, string Text) Read(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).ToArray();
        var paragraphs = Array.Exists(lines, line => line.Length > LongestWrappedLine)
            ? [.. lines.Where(line => line.Length > 0)]
            : Joined(lines);
        if (paragraphs.Count > 1 && paragraphs[0].Length <= LongestTitle && !(paragraphs[0][^1] is '.' or '!' or ':' or ';' or ',' or '。'))
            return (paragraphs[0], string.Join('\n', paragraphs.Skip(1)));
        return (null, string.Join('\n', paragraphs));
    }

    private static List<string> Joined(string[] lines)
    {
        var paragraphs = new List<string>();
        var open = false;
        foreach (var line in lines)
        {
            if (line.Length == 0)
            {
                open = false;
                continue;
            }

            if (open && line[0] is not ('-' or '*' or '•' or '|'))
                paragraphs[^1] += ' ' + line;
            else
                paragraphs.Add(line);
            open = line[0] != '|';
        }

        return paragraphs;
    }
}
