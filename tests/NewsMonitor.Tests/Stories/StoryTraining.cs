using System.Globalization;
using System.Text;
using System.Text.Json;
using NewsMonitor.Detection;
using NewsMonitor.Stories;
using NewsMonitor.Stories.Grouping;
using NewsMonitor.Stories.Reading;

namespace NewsMonitor.Tests.Stories;

/// <summary>
/// Writes the tables that grouping weighs by. Run by name, in this order, after a change of what is read of a report:
/// <c>--explicit only --filter-method '*Count_the_background'</c>, then, built anew, <c>'*Learn_*'</c>.
/// </summary>
public sealed class StoryTraining(ITestOutputHelper output)
{
    private const int FewestTexts = 3;
    private const double Penalty = 0.0005;
    private const double StrongPenalty = 0.005;

    // Reports of what came after are few and are the hardest to join.
    private const double FollowUp = 3;

    private static readonly DateTimeOffset NoDay = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact(Explicit = true)]
    public void Count_the_background()
    {
        var reader = new ProfileReader(new Detector(TopicSet.BuiltIn));
        var counts = new Dictionary<(string Language, string Unit), int>();
        foreach (var path in Directory.EnumerateFiles(Path.Combine(Root(), "tests", "NewsMonitor.Detection.Tests", "Labelled"), "*.jsonl").Order(StringComparer.Ordinal))
        {
            foreach (var line in File.ReadLines(path))
            {
                using var json = JsonDocument.Parse(line);
                var root = json.RootElement;
                var language = root.GetProperty("lang").GetString()!;
                var title = root.TryGetProperty("title", out var given) ? given.GetString() ?? "" : "";
                var report = new Report(0, "", "", title, root.GetProperty("text").GetString()!, language, NoDay, []);
                Count(language, ProfileReader.WordsOf(report));
                Count(Background.AnyLanguage, reader.FactsOf(report).Where(fact => !fact.StartsWith(Fact.Day, StringComparison.Ordinal)));
            }
        }

        var table = new StringBuilder(
            "# How many of the labelled texts have a unit: language (* for facts that need none), unit, texts. The unit that is empty counts all texts.\n# Written by StoryTraining, never by hand.\n");
        foreach (var ((language, unit), texts) in counts.Where(count => count.Value >= FewestTexts).OrderBy(count => count.Key.Language, StringComparer.Ordinal).ThenBy(count => count.Key.Unit, StringComparer.Ordinal))
            table.Append(CultureInfo.InvariantCulture, $"{language}\t{unit}\t{texts}\n");
        File.WriteAllText(Path.Combine(Root(), "src", "NewsMonitor", "Stories", "Reading", "background.tsv"), table.ToString());

        void Count(string language, IEnumerable<string> units)
        {
            foreach (var unit in units.Distinct(StringComparer.Ordinal).Append(""))
                counts[(language, unit)] = counts.GetValueOrDefault((language, unit)) + 1;
        }
    }

    [Fact(Explicit = true)]
    public void Learn_the_weights()
    {
        var profiles = Profiles();
        var pairs = (
            from later in profiles
            from earlier in profiles
            where earlier.Profile.Report < later.Profile.Report && later.Profile.Time - earlier.Profile.Time <= StoryGrouping.Reach
            let isSame = later.Label.Event == earlier.Label.Event
            let features = PairFeatures.Of(later.Profile, earlier.Profile)
            select (features.SameLanguage, Row: (features.Values(), isSame, isSame && later.Label.Tells is "updated" or "corrected" ? FollowUp : 1.0))).ToArray();

        var same = Regression.Fit([.. pairs.Where(pair => pair.SameLanguage).Select(pair => pair.Row)], Penalty);
        var across = Regression.Fit([.. pairs.Where(pair => !pair.SameLanguage).Select(pair => pair.Row)], Penalty);

        Write(
            Likeness.Table,
            "# What each feature of a pair of reports is worth, in log-odds: for two reports in one language, and in two. PairFeatures.cs says what the features are.",
            PairFeatures.Names,
            same,
            across);
    }

    [Fact(Explicit = true)]
    public void Learn_what_is_new()
    {
        var rows = new List<(double[], bool, double)>();
        foreach (var reports in Profiles().GroupBy(report => report.Label.Event, StringComparer.Ordinal))
        {
            var earlier = new List<ReportProfile>();
            foreach (var (label, profile) in reports)
            {
                if (earlier.Count > 0 && label.CopyOf is null && label.Tells is "updated" or "repeated")
                    rows.Add((Telling.Features(profile, earlier), label.Tells == "updated", 1));
                earlier.Add(profile);
            }
        }

        Write(
            Telling.Table,
            "# What speaks for a report telling something new, in log-odds. Telling.cs says what the features are.",
            Telling.Names,
            Regression.Fit(rows, StrongPenalty));
    }

    private static (LabelledReport Label, ReportProfile Profile)[] Profiles()
    {
        var detector = new Detector(TopicSet.BuiltIn);
        var reader = new ProfileReader(detector);
        return
        [
            .. StorySet.Reports.Where(report => !report.IsHeld).Select((report, i) => (report, reader.Read(new Report(
                i, report.Url, report.Outlet, report.Title, report.Text, report.Lang, report.Published,
                detector.Detect(new Document(report.Title, report.Text, report.Lang)).Findings)))),
        ];
    }

    private void Write(string name, string comment, IEnumerable<string> names, params double[][] columns)
    {
        var table = new StringBuilder($"{comment}\n# Written by StoryTraining, never by hand.\n");
        foreach (var (row, i) in names.Prepend("bias").Select((row, i) => (row, i)))
            table.Append(row).Append('\t').AppendJoin('\t', columns.Select(column => column[i].ToString("0.###", CultureInfo.InvariantCulture))).Append('\n');
        File.WriteAllText(Path.Combine(Root(), "src", "NewsMonitor", "Stories", "Reading", name), table.ToString());
        output.WriteLine(table.ToString());
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "NewsMonitor.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests do not run from the repository.");
        return folder.FullName;
    }
}
