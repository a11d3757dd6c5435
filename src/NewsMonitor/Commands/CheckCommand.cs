using System.CommandLine;
using System.Globalization;
using NewsMonitor.Configuration;
using NewsMonitor.Detection;
using NewsMonitor.Pipeline;
using NewsMonitor.Storage;

namespace NewsMonitor.Commands;

/// <summary><c>check</c>: the integrity of database, configuration, topics, disk and clock, each with the mend.</summary>
internal static class CheckCommand
{
    private const long LeastFreeBytes = 256L << 20;

    public static Command Create()
    {
        var command = new Command("check", "Checks configuration, database, topics, disk and clock, and says how to mend what is wrong.\n\nExample:\n  newsmonitor check");
        command.SetAction(ExecuteAsync);
        return command;
    }

    private static async Task<int> ExecuteAsync(ParseResult call, CancellationToken cancel)
    {
        var reading = SettingsReader.Read(call.GetValue(CommandLine.ConfigFile));
        if (reading.Settings is not { } settings)
        {
            foreach (var problem in reading.Problems)
                await Console.Out.WriteLineAsync($"wrong  configuration: {problem}");
            return CommandLine.WrongCall;
        }

        var checks = new List<(string What, string? Trouble, string Says)> { ("configuration", null, $"{reading.Effective.Length} keys, all valid") };
        checks.Add(Topics(settings));
        checks.AddRange(Store(settings));
        checks.Add(Disk(settings.Storage.Path));
        checks.Add(Clock(TimeProvider.System.GetUtcNow()));
        foreach (var (what, trouble, says) in checks)
            await Console.Out.WriteLineAsync(trouble is null ? $"ok     {what}: {says}" : $"wrong  {what}: {trouble}");
        return checks.All(check => check.Trouble is null) ? CommandLine.Done : CommandLine.Failed;
    }

    private static (string What, string? Trouble, string Says) Topics(Settings settings)
    {
        try
        {
            var topics = TopicFolder.Load(settings.Topics.Path);
            return ("topics", null, $"{string.Join(", ", topics.Ids)}, in {string.Join(' ', topics.Languages)}, version {topics.Version}");
        }
        catch (TopicsUnusableException trouble)
        {
            return ("topics", trouble.Message.ReplaceLineEndings("; "), "");
        }
    }

    private static List<(string What, string? Trouble, string Says)> Store(Settings settings)
    {
        var checks = new List<(string What, string? Trouble, string Says)>();
        try
        {
            using var database = new Database(settings.Storage.Path);
            checks.Add(("database", database.IntegrityTrouble(), $"{database.Path}, schema {Migrations.Newest}, intact"));
            checks.Add(("database writes", database.WriteTrouble(), "writable"));
            var version = database.EngineVersion();
            checks.Add(("sqlite", null, version >= new Version(3, 51, 3) ? version.ToString() : $"{version}; one connection writes, so that commits cannot be lost as they can before 3.51.3"));
        }
        catch (DatabaseUnusableException trouble)
        {
            checks.Add(("database", trouble.Message, ""));
        }

        return checks;
    }

    private static (string What, string? Trouble, string Says) Disk(string path)
    {
        var free = new DriveInfo(Path.GetDirectoryName(path)!).AvailableFreeSpace;
        var says = string.Create(CultureInfo.InvariantCulture, $"{free >> 20} MiB free");
        return ("disk", free < LeastFreeBytes ? $"{says} at {Path.GetDirectoryName(path)}; make room or move Storage:Path" : null, says);
    }

    private static (string What, string? Trouble, string Says) Clock(DateTimeOffset now)
    {
        var says = now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var built = File.GetLastWriteTimeUtc(typeof(CheckCommand).Assembly.Location);
        return ("clock", now < built.AddDays(-1) ? $"{says} is before this program was built; set the clock" : null, says);
    }
}
