using System.CommandLine;
using System.Globalization;
using NewsMonitor.Configuration;
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

        var now = TimeProvider.System.GetUtcNow();
        IReadOnlyList<Inspected> inspected =
        [
            new("configuration", null, $"{reading.Effective.Length} keys, all valid"),
            Topics(settings),
            .. StoreInspection.Of(settings.Storage.Path, now),
            Disk("disk of the database", Path.GetDirectoryName(settings.Storage.Path)!, "make room or move Storage:Path"),
            .. settings.Digest.Delivery.Folder is { } folder ? [Disk("disk of the digests", folder, "make room or move Digest:Folder"), Writable(folder)] : Array.Empty<Inspected>(),
            Clock(now, settings.Digest.TimeZone),
        ];
        foreach (var one in inspected)
            await Console.Out.WriteLineAsync(one.Trouble is null ? $"ok     {one.What}: {one.Says}" : $"wrong  {one.What}: {one.Trouble}");
        return inspected.All(one => one.Trouble is null) ? CommandLine.Done : CommandLine.Failed;
    }

    private static Inspected Topics(Settings settings)
    {
        try
        {
            var topics = TopicFolder.Load(settings.Topics.Path);
            return new("topics", null, $"{string.Join(", ", topics.Ids)}, in {string.Join(' ', topics.Languages)}, version {topics.Version}");
        }
        catch (TopicsUnusableException trouble)
        {
            return new("topics", trouble.Message.ReplaceLineEndings("; "), "");
        }
    }

    private static Inspected Disk(string what, string folder, string mend)
    {
        var free = new DriveInfo(folder).AvailableFreeSpace;
        var says = string.Create(CultureInfo.InvariantCulture, $"{free >> 20} MiB free");
        return new(what, free < LeastFreeBytes ? $"{says} at {folder}; {mend}" : null, says);
    }

    private static Inspected Writable(string folder)
    {
        try
        {
            var probe = Path.Combine(folder, $".check-{Environment.ProcessId}.tmp");
            using (new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose))
                return new("digest folder", null, $"{folder}, writable");
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return new("digest folder", $"{folder} cannot be written to; make it writable for this user or move Digest:Folder", "");
        }
    }

    private static Inspected Clock(DateTimeOffset now, TimeZoneInfo zone)
    {
        var says = $"{now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}, {TimeZoneInfo.ConvertTime(now, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} in {zone.Id}";
        var built = File.GetLastWriteTimeUtc(typeof(CheckCommand).Assembly.Location);
        return new("clock", now < built.AddDays(-1) ? $"{says}: this is before this program was built; set the clock" : null, says);
    }
}
