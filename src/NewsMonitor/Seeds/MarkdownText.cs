using System.Text.RegularExpressions;

namespace NewsMonitor.Seeds;

/// <summary>Markdown as the text a reader sees: no marks of headings, emphasis, links or code; list and table rows stay rows.</summary>
internal static class MarkdownText
{
    private static readonly Regex Heading = new(@"^#{1,6}\s+(?<words>.+?)\s*#*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);
    private static readonly Regex TableRule = new(@"^\|?[\s:|-]*-{3,}[\s:|-]*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);
    private static readonly Regex ListMark = new(@"^([-*+]|\d{1,3}[.)])\s", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);
    private static readonly Regex Quote = new(@"^(>\s?)+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);
    private static readonly Regex Link = new(@"!?\[(?<words>[^\[\]]*)\]\([^()\s]*(\s+""[^""]*"")?\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);
    private static readonly Regex Emphasis = new(@"(\*\*\*|\*\*|\*|___|__|\b_)(?<words>\S[^*_]*)(\*\*\*|\*\*|\*|___|__|_\b)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);

    /// <summary>The first heading, or null, and the text with paragraphs separated by one line break.</summary>
    public static (string? Heading, string Text) Read(string markdown)
    {
        string? heading = null;
        var paragraphs = new List<string>();
        var open = false;
        foreach (var raw in markdown.ReplaceLineEndings("\n").Split('\n'))
        {
            var line = raw.Trim();
            if (line.Length == 0 || line.StartsWith("```", StringComparison.Ordinal) || TableRule.IsMatch(line))
            {
                open = false;
                continue;
            }

            if (Heading.Match(line) is { Success: true } match)
            {
                open = false;
                var words = Plain(match.Groups["words"].Value);
                if (heading is null && paragraphs.Count == 0)
                    heading = words;
                else
                    paragraphs.Add(words);
                continue;
            }

            var ownLine = line[0] == '|' || ListMark.IsMatch(line);
            if (open && !ownLine)
                paragraphs[^1] += ' ' + Plain(line);
            else
                paragraphs.Add(Plain(line));
            open = line[0] != '|';
        }

        return (heading, string.Join('\n', paragraphs));
    }

    private static string Plain(string line)
    {
        line = Quote.Replace(line, "");
        line = Link.Replace(line, "${words}");
        return Emphasis.Replace(line, "${words}").Replace("`", "", StringComparison.Ordinal);
    }
}
