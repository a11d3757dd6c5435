using Dapper;
using Microsoft.Data.Sqlite;
using NewsMonitor.Storage;
using NewsMonitor.Tests.Worlds;

namespace NewsMonitor.Tests.Commands;

public sealed class BackupTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly NewsMonitorProgram program;

    public BackupTests()
    {
        program = new NewsMonitorProgram(folder);
        folder.Write("in/shells.md", $"# Shells by rail\n\n{News.ShellsSentence}\n");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_restored_backup_has_what_the_database_had()
    {
        await program.RunAsync("seed", folder.File("in"));
        var before = await program.RunAsync("matches", "--format", "jsonl");

        var backup = await program.RunAsync("backup", folder.File("copy.db"));
        program.Environment["NEWSMONITOR_Storage__Path"] = folder.File("copy.db");
        var after = await program.RunAsync("matches", "shells", "--format", "jsonl");
        var check = await program.RunAsync("check");

        Assert.Equal((0, ""), (backup.ExitCode, backup.Error));
        Assert.Matches($@"^{folder.File("copy.db")}: [\d,]+ bytes, schema {Migrations.Newest}, intact\n$", backup.Output);
        Assert.NotEmpty(before.Output);
        Assert.Equal(before.Output, after.Output);
        Assert.True(check.ExitCode == 0, check.Output);
    }

    [Fact]
    public async Task A_file_that_exists_is_replaced_only_when_told_to()
    {
        await program.RunAsync("seed", folder.File("in"));
        var target = folder.Write("copy.db", "precious");

        var refused = await program.RunAsync("backup", target);
        Assert.Equal("precious", await File.ReadAllTextAsync(target, TestContext.Current.CancellationToken));
        var forced = await program.RunAsync("backup", target, "--force");

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("--force", Assert.Single(refused.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Equal(0, forced.ExitCode);
        Assert.Equal(["copy.db"], Directory.GetFiles(folder.Path, "*", SearchOption.TopDirectoryOnly).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("nowhere/copy.db")]
    [InlineData("in")]
    [InlineData("data/newsmonitor.db")]
    [InlineData("data/newsmonitor.db-wal")]
    public async Task A_place_where_no_copy_can_go_is_a_wrong_call(string target)
    {
        await program.RunAsync("seed", folder.File("in"));

        var end = await program.RunAsync("backup", folder.File(target), "--force");

        Assert.Equal((2, ""), (end.ExitCode, end.Output));
        Assert.Single(end.Error.TrimEnd().Split('\n'));
        Assert.Equal(0, (await program.RunAsync("matches")).ExitCode);
    }

    [Fact]
    public async Task Without_a_database_there_is_nothing_to_copy_and_none_is_made()
    {
        var end = await program.RunAsync("backup", folder.File("copy.db"));

        Assert.Equal((1, ""), (end.ExitCode, end.Output));
        Assert.False(File.Exists(folder.File("data/newsmonitor.db")));
        Assert.False(File.Exists(folder.File("copy.db")));
    }

    [Fact]
    public void A_damaged_database_gives_no_copy_and_leaves_the_one_that_was_there()
    {
        var path = folder.File("damaged.db");
        using (var database = new Database(path))
            database.Write(connection => connection.Execute("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300) INSERT INTO facts (name, value) SELECT 'fact-' || i, hex(randomblob(2000)) FROM n"));
        using (var file = new FileStream(path, FileMode.Open))
        {
            Assert.True(file.Length > 500_000, $"{file.Length} bytes");
            file.Position = 100_000;
            file.Write(Enumerable.Repeat((byte)0x5a, 300_000).ToArray());
        }

        folder.Write("copy.db", "the last good copy");

        Assert.Throws<DatabaseUnusableException>(() => DatabaseCopy.Write(path, folder.File("copy.db")));

        Assert.Equal("the last good copy", File.ReadAllText(folder.File("copy.db")));
        Assert.Equal(["copy.db", "damaged.db"], Directory.GetFiles(folder.Path).Select(file => Path.GetFileName(file)).Where(name => !name.EndsWith("-shm", StringComparison.Ordinal) && !name.EndsWith("-wal", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_copy_made_while_others_write_is_of_one_instant()
    {
        using var database = new Database(folder.File("busy.db"));
        using var enough = new CancellationTokenSource();
        var writing = Task.Run(() =>
        {
            for (var i = 0; !enough.IsCancellationRequested; i++)
            {
                database.Write(connection =>
                {
                    connection.Execute("INSERT INTO facts (name, value) VALUES (@name, hex(randomblob(500)))", new { name = $"one-{i}" });
                    connection.Execute("INSERT INTO facts (name, value) VALUES (@name, hex(randomblob(500)))", new { name = $"other-{i}" });
                });
            }
        }, TestContext.Current.CancellationToken);

        for (var i = 0; i < 5; i++)
        {
            var before = Count(database.Path, "one-%");
            DatabaseCopy.Write(database.Path, folder.File($"copy-{i}.db"));

            Assert.Equal(Count(folder.File($"copy-{i}.db"), "one-%"), Count(folder.File($"copy-{i}.db"), "other-%"));
            Assert.True(Count(folder.File($"copy-{i}.db"), "one-%") >= before);
        }

        await enough.CancelAsync();
        await writing;
        Assert.True(Count(database.Path, "one-%") > 0);
    }

    private static int Count(string path, string like)
    {
        using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        return connection.QuerySingle<int>("SELECT count(*) FROM facts WHERE name LIKE @like", new { like });
    }
}
