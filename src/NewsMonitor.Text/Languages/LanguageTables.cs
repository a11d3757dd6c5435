using System.Reflection;

namespace NewsMonitor.Text.Languages;

/// <summary>The languages of <c>languages.txt</c>, by script.</summary>
internal sealed record LanguageTables(LanguageTable Latin, LanguageTable Cyrillic)
{
    private const string Resource = "NewsMonitor.Text.Languages.languages.txt";

    public static LanguageTables Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource) ?? throw new InvalidOperationException("Missing resource " + Resource);
        using var reader = new StreamReader(stream);
        var (latin, cyrillic) = (new List<string[]>(), new List<string[]>());
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            (line.Any(c => c is >= '\u0400' and <= '\u04FF') ? cyrillic : latin).Add(parts);
        }
        return new LanguageTables(new LanguageTable(latin), new LanguageTable(cyrillic));
    }
}
