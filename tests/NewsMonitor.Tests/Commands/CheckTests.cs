using Dapper;
using Microsoft.Data.Sqlite;
using NewsMonitor.Storage;
using NewsMonitor.Tests.Worlds;

namespace NewsMonitor.Tests.Commands;

public sealed class CheckTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly NewsMonitorProgram program;

    public CheckTests() => program = new NewsMonitorProgram(folder);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_is_well_is_told_line_by_line()
    {
        await program.RunAsync("seed");

        var end = await program.RunAsync("check");

        Assert.True(end.ExitCode == 0, end.Output + end.Error);
        foreach (var what in new[] { "configuration", "topics", "database", "schema", "database writes", "file system", "sqlite", "times", "disk of the database", "digest folder", "clock" })
            Assert.Contains(end.Output.Split('\n'), line => line.StartsWith($"ok     {what}: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_made_or_migrated_by_looking()
    {
        Assert.Equal(0, (await program.RunAsync("check")).ExitCode);
        Assert.False(File.Exists(folder.File("data/newsmonitor.db")));

        using (var store = Open("data/newsmonitor.db"))
            store.Execute("CREATE TABLE old (x); PRAGMA user_version = 0");
        var end = await program.RunAsync("check");

        Assert.Contains($"the next start brings it to {Migrations.Newest}", end.Output, StringComparison.Ordinal);
        using var after = Open("data/newsmonitor.db");
        Assert.Equal(0, after.QuerySingle<int>("PRAGMA user_version"));
    }

    [Theory]
    [InlineData("not a database at all, not by far", "move it aside or restore a backup")]
    [InlineData("newer", "run the newer newsmonitor")]
    [InlineData("future", "set the clock right")]
    [InlineData("dangling", "restore a backup")]
    public async Task What_is_wrong_with_the_database_is_told_with_the_mend_and_exit_code_1(string kind, string mend)
    {
        if (kind is "newer" or "future" or "dangling")
        {
            Directory.CreateDirectory(folder.File("data"));
            using (new Database(folder.File("data/newsmonitor.db")))
            {
                // Made with today's schema.
            }

            using var store = Open("data/newsmonitor.db");
            store.Execute(kind switch
            {
                "newer" => "PRAGMA user_version = 999",
                "future" => "INSERT INTO digests (name, date, zone, window_from, window_until, last_match, subject, content, frozen_at) VALUES ('x', 'x', 'UTC', 'x', '2999-01-01T00:00:00.000Z', 0, '', '', '')",
                _ => "PRAGMA foreign_keys = OFF; INSERT INTO outbox (digest_id, channel, recipient) VALUES (77, 'mail', 'a@b.example')",
            });
        }
        else
        {
            folder.Write("data/newsmonitor.db", string.Concat(Enumerable.Repeat(kind, 200)));
        }

        var end = await program.RunAsync("check");

        Assert.Equal(1, end.ExitCode);
        Assert.Contains(end.Output.Split('\n'), line => line.StartsWith("wrong  ", StringComparison.Ordinal) && line.Contains(mend, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wrong_configuration_is_exit_code_2()
    {
        program.Environment["NEWSMONITOR_Digest__Schedule"] = "at dawn";

        var end = await program.RunAsync("check");

        Assert.Equal(2, end.ExitCode);
        Assert.Contains("wrong  configuration: Digest:Schedule", end.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_in_a_topic_file_is_named_with_file_and_line()
    {
        folder.Write("topics/mine.yaml", "topic: [");
        program.Environment["NEWSMONITOR_Topics__Path"] = folder.File("topics");

        var end = await program.RunAsync("check");

        Assert.Equal(1, end.ExitCode);
        Assert.Matches(@"wrong  topics: .*mine\.yaml", end.Output);
    }

    private SqliteConnection Open(string name)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder.File(name))!);
        var connection = new SqliteConnection($"Data Source={folder.File(name)};Pooling=False");
        connection.Open();
        return connection;
    }
}
