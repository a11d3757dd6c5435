using System.Reflection;

namespace NewsMonitor.Text.Languages;

/// <summary>The languages of <c>languages.txt</c>, by script.</summary>
internal sealed record LanguageProfiles(LanguageProfile[] Latin, LanguageProfile[] Cyrillic)
{
    private const string Resource = "NewsMonitor.Text.Languages.languages.txt";

    public static LanguageProfiles Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource) ?? throw new InvalidOperationException("Missing resource " + Resource);
        using var reader = new StreamReader(stream);
        var (latin, cyrillic) = (new Dictionary<string, LanguageProfile>(StringComparer.Ordinal), new Dictionary<string, LanguageProfile>(StringComparer.Ordinal));
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var script = line[(parts[0].Length + parts[1].Length)..].Any(c => c is >= '\u0400' and <= '\u04FF') ? cyrillic : latin;
            if (!script.TryGetValue(parts[0], out var profile)) script[parts[0]] = profile = new LanguageProfile(parts[0]);
            profile.Add(parts[1], parts[2..]);
        }
        return new LanguageProfiles(Weighed(latin.Values), Weighed(cyrillic.Values));
    }

    private static LanguageProfile[] Weighed(IEnumerable<LanguageProfile> profiles)
    {
        var all = profiles.ToArray();
        var counts = all.SelectMany(profile => profile.Letters).GroupBy(letter => letter).ToDictionary(group => group.Key, group => group.Count());
        foreach (var profile in all) profile.WeighLetters(counts);
        return all;
    }
}
