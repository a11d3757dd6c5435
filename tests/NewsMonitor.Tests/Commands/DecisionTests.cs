using NewsMonitor.Detection;
using NewsMonitor.Tests.Worlds;

namespace NewsMonitor.Tests.Commands;

/// <summary>From a decision to its reasons, to other rules, to a verdict, to a regression test.</summary>
public sealed class DecisionTests : IDisposable
{
    private const string Shells = "---\ntitle: Shells for Moscow\nlanguage: en\n---\nNorth Korea has sent artillery shells to Russia, officials said. The two countries also spoke of sport.";
    private const string Weather = "---\ntitle: Rain\nlanguage: en\n---\nHeavy rain is expected in the north of the country, the weather service said on Friday.";

    private readonly TemporaryFolder _folder = new();
    private readonly NewsMonitorProgram _program;

    public DecisionTests()
    {
        _program = new NewsMonitorProgram(_folder);
        Directory.CreateDirectory(_folder.File("in"));
        File.WriteAllText(_folder.File("in/a.md"), Shells);
        File.WriteAllText(_folder.File("in/b.md"), Weather);
    }

    [Fact]
    public async Task An_article_is_explained_by_its_words_and_one_that_names_nobody_says_so()
    {
        await _program.RunAsync("seed", _folder.File("in"));

        var shells = await _program.RunAsync("explain", "1");
        var weather = await _program.RunAsync("explain", "2");
        var nothing = await _program.RunAsync("explain", "https://example.org/never-seen");

        Assert.Contains("found: materiel dprk-to-russia, affirmed", shells.Output, StringComparison.Ordinal);
        Assert.Contains("trigger weapons: shells", shells.Output, StringComparison.Ordinal);
        Assert.Contains("party: North Korea", shells.Output, StringComparison.Ordinal);
        Assert.Contains("name no party and no territory", weather.Output, StringComparison.Ordinal);
        Assert.Equal(1, nothing.ExitCode);
        Assert.Contains("no such article", nothing.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_rules_are_tried_without_a_trace_and_applied_with_what_was_said_before_kept()
    {
        await _program.RunAsync("seed", _folder.File("in"));
        await RulesWithoutWeaponsAsync();

        var tried = await _program.RunAsync("rescan", "--dry-run");
        var untouched = await _program.RunAsync("matches", "--format", "csv");
        var applied = await _program.RunAsync("rescan");
        var gone = await _program.RunAsync("matches", "--format", "csv");
        var explained = await _program.RunAsync("explain", "1");
        var again = await _program.RunAsync("rescan");

        Assert.Contains("gone     North Korea sent materiel to Russia", Spaced(tried.Output), StringComparison.Ordinal);
        Assert.Contains("artillery shells to Russia", tried.Output, StringComparison.Ordinal);
        Assert.Contains("nothing was written", tried.Output, StringComparison.Ordinal);
        Assert.Contains("Shells for Moscow", untouched.Output, StringComparison.Ordinal);
        Assert.Contains("1 gone", applied.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Shells for Moscow", gone.Output, StringComparison.Ordinal);
        Assert.Contains("read before by rules", explained.Output, StringComparison.Ordinal);
        Assert.Contains("0 findings new, 0 gone, 0 changed", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_verdict_becomes_a_regression_test()
    {
        await _program.RunAsync("seed", _folder.File("in"));

        var judged = await _program.RunAsync("verdict", "1", "confirmed", "--note", "seen it");
        var exported = await _program.RunAsync("matches", "--format", "labelled");
        var kept = await _program.RunAsync(exported.Output, ["eval", "-", "--floor", "strict.all=1"]);
        await RulesWithoutWeaponsAsync();
        var lost = await _program.RunAsync(exported.Output, ["eval", "-", "--floor", "strict.all=1"]);

        Assert.Equal(0, judged.ExitCode);
        Assert.Equal(0, kept.ExitCode);
        Assert.Equal(1, lost.ExitCode);
        Assert.Contains("missed  dprk-russia-support materiel dprk-to-russia affirmed", lost.Output, StringComparison.Ordinal);
        Assert.Contains("strict.all is 0.000, below its floor 1.000", lost.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_is_no_labelled_text_is_named_and_the_others_are_counted()
    {
        var evaluated = await _program.RunAsync("{}\nno json\n{\"id\":\"x\",\"lang\":\"en\",\"text\":\"Rain.\",\"findings\":[]}\n", ["eval", "-"]);

        Assert.Equal(1, evaluated.ExitCode);
        Assert.Contains("-:1: The line has no 'text'", evaluated.Error, StringComparison.Ordinal);
        Assert.Contains("-:2: This is no JSON", evaluated.Error, StringComparison.Ordinal);
        Assert.Contains("en        1.000 1.000 1.000", evaluated.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static string Spaced(string text) => text.ReplaceLineEndings(" ");

    private async Task RulesWithoutWeaponsAsync()
    {
        var english = TopicSet.BuiltInFiles().Single(f => f.Name.EndsWith("dprk-russia-support/en.yaml", StringComparison.Ordinal));
        var others = english.Text.Split('\n').Where(line => !line.StartsWith("  weapons:", StringComparison.Ordinal) && !line.StartsWith("  military-goods:", StringComparison.Ordinal));
        Directory.CreateDirectory(_folder.File("topics"));
        await File.WriteAllTextAsync(_folder.File("topics/en.yaml"), string.Join('\n', others), TestContext.Current.CancellationToken);
        _program.Environment["NEWSMONITOR_Topics__Path"] = _folder.File("topics");
    }
}
