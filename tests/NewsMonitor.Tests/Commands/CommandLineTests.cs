using System.Text.Json;
using NewsMonitor.Tests.Worlds;

namespace NewsMonitor.Tests.Commands;

public sealed class CommandLineTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly NewsMonitorProgram program;

    public CommandLineTests() => program = new NewsMonitorProgram(folder);

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("frobnicate")]
    [InlineData("matches --format xml")]
    [InlineData("matches --since yesterday")]
    [InlineData("matches --limit 0")]
    [InlineData("digest --date 24.11.2026")]
    [InlineData("feeds add ftp://example.org/rss")]
    [InlineData("poll --feed http://not-subscribed.example/rss")]
    [InlineData("config --config no-such-file.json")]
    public async Task A_wrong_call_is_one_line_on_standard_error_and_exit_code_2(string call)
    {
        var end = await program.RunAsync(call.Split(' '));

        Assert.Equal(2, end.ExitCode);
        Assert.Equal("", end.Output);
        Assert.Single(end.Error.TrimEnd().Split('\n'));
        Assert.DoesNotContain("   at ", end.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_configuration_names_every_problem_at_once_each_with_key_value_and_mend()
    {
        program.Environment["NEWSMONITOR_Digest__TimeZone"] = "Mars/Olympus";
        program.Environment["NEWSMONITOR_Feeds__Schedule"] = "every minute";
        program.Environment["NEWSMONITOR_Fetching__Timeout"] = "30";
        program.Environment["NEWSMONITOR_Digest__Folderr"] = "x";
        program.Environment["NEWSMONITOR_Web__Urls"] = "http://0.0.0.0:8080";
        program.Environment["NEWSMONITOR_Web__Tokn"] = "hunter2-hunter2";

        var end = await program.RunAsync("run");

        Assert.Equal(2, end.ExitCode);
        var lines = end.Error.TrimEnd().Split('\n');
        Assert.Contains(lines, line => line.StartsWith("Digest:TimeZone = \"Mars/Olympus\": write an IANA", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("Feeds:Schedule = \"every minute\": write a Quartz cron", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("Fetching:Timeout = \"30\": write a duration as hh:mm:ss", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("did you mean Digest:Folder?", StringComparison.Ordinal));
        Assert.DoesNotContain("hunter2", end.Error + end.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_parser_that_this_build_does_not_have_is_refused()
    {
        program.Environment["NEWSMONITOR_Feeds__Parser"] = "codehollow";

        var end = await program.RunAsync("config");

        Assert.Equal(2, end.ExitCode);
        Assert.Equal("Feeds:Parser = \"codehollow\": this build has no such parser; write newsmonitor, or build with -p:CodeHollowFeedReader=true", end.Error.TrimEnd());
    }

    [Fact]
    public async Task A_page_that_others_can_reach_needs_a_token()
    {
        program.Environment["NEWSMONITOR_Web__Urls"] = "http://0.0.0.0:8080";

        var end = await program.RunAsync("config");

        Assert.Equal(2, end.ExitCode);
        Assert.Contains("needs Web:Token", end.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secrets_are_masked_and_each_value_says_where_it_came_from()
    {
        program.Environment["NEWSMONITOR_Web__Token"] = "a-token-nobody-may-see";
        var file = folder.Write("my.json", """{ "Digest": { "TimeZone": "Asia/Seoul" } }""");

        var end = await program.RunAsync("config", "--config", file);

        Assert.Equal(0, end.ExitCode);
        Assert.Matches(@"Web:Token +\ = \*\*\*  \[environment\]", end.Output);
        Assert.Matches(@"Digest:TimeZone += Asia/Seoul  \[my\.json\]", end.Output);
        Assert.Matches(@"Digest:Schedule += 0 0 7 \* \* \?  \[default\]", end.Output);
        Assert.DoesNotContain("nobody-may-see", end.Output + end.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("seed")]
    [InlineData("poll")]
    [InlineData("digest")]
    [InlineData("matches")]
    [InlineData("feeds")]
    [InlineData("feeds add")]
    [InlineData("feeds check")]
    [InlineData("detect")]
    [InlineData("extract")]
    [InlineData("parse-feed")]
    [InlineData("backup")]
    [InlineData("check")]
    [InlineData("config")]
    [InlineData("health")]
    public async Task Every_verb_explains_itself_with_an_example(string verb)
    {
        var end = await program.RunAsync([.. verb.Split(' '), "--help"]);

        Assert.Equal(0, end.ExitCode);
        Assert.Contains("Example:", end.Output, StringComparison.Ordinal);
        Assert.Contains($"newsmonitor {verb.Split(' ')[0]}", end.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seeding_names_what_cannot_be_read_takes_the_rest_and_changes_nothing_the_second_time()
    {
        folder.Write("in/a.md", $"# Shells by rail\n\n{News.ShellsSentence}\n");
        folder.Write("in/deeper/b.txt", "The ferry runs again on Thursday.\n");
        folder.Write("in/c.html", News.Page("Fog", "The lighthouse keeper retires."));
        folder.Write("in/broken.md", "---\npublished: someday\n---\nText.\n");

        var first = await program.RunAsync("seed", folder.File("in"), folder.File("nowhere"));
        var second = await program.RunAsync("seed", folder.File("in"));

        Assert.Equal((1, 1), (first.ExitCode, second.ExitCode));
        Assert.Contains("broken.md: line 2: someday is no date", first.Error, StringComparison.Ordinal);
        Assert.Contains("nowhere: does not exist", first.Error, StringComparison.Ordinal);
        Assert.StartsWith("3 new, 0 revised, 0 known, 1 with findings, 2 unreadable", first.Output, StringComparison.Ordinal);
        Assert.StartsWith("0 new, 0 revised, 3 known", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_Lines_answer_line_for_line_and_a_bad_line_stops_nothing()
    {
        var input = $$"""
            {"id":"1","text":"{{News.ShellsSentence}}","lang":"en"}
            not json
            {"id":"3","text":""}

            """;

        var end = await program.RunAsync(input, ["detect", "--jsonl"]);

        Assert.Equal(0, end.ExitCode);
        var answers = end.Output.TrimEnd().Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        Assert.Equal(3, answers.Length);
        Assert.Equal("materiel", answers[0].GetProperty("findings")[0].GetProperty("kind").GetString());
        Assert.True(answers[1].TryGetProperty("error", out _));
        Assert.Equal(0, answers[2].GetProperty("findings").GetArrayLength());
    }

    [Fact]
    public async Task A_database_of_a_newer_program_or_no_database_at_all_is_refused_in_one_sentence()
    {
        folder.Write("data/newsmonitor.db", new string('x', 5000));

        var end = await program.RunAsync("matches");

        Assert.Equal(1, end.ExitCode);
        Assert.Contains("not an SQLite database", Assert.Single(end.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }
}
