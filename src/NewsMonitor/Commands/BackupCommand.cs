using System.CommandLine;
using System.Globalization;
using NewsMonitor.Configuration;
using NewsMonitor.Storage;

namespace NewsMonitor.Commands;

/// <summary><c>backup</c>: a consistent copy of the database, also while the worker runs.</summary>
internal static class BackupCommand
{
    private static readonly Argument<string> Target = new("FILE") { Description = "Where the copy goes: a file in a folder that exists." };
    private static readonly Option<bool> Force = new("--force") { Description = "Replace FILE where it exists." };

    public static Command Create()
    {
        var command = new Command(
            "backup",
            "Copies the database to FILE, also while the worker runs, and checks the copy. To restore it, stop the worker, put it in the place of Storage:Path and take away the -wal and -shm files there.\n\n"
            + "Example:\n  newsmonitor backup /var/backups/newsmonitor.db --force")
        {
            Target,
            Force,
        };
        command.SetAction(ExecuteAsync);
        return command;
    }

    private static async Task<int> ExecuteAsync(ParseResult call, CancellationToken cancel)
    {
        var reading = SettingsReader.Read(call.GetValue(CommandLine.ConfigFile));
        if (reading.Settings is not { } settings)
            return Session.Report(reading);

        var target = Path.GetFullPath(call.GetValue(Target)!);
        if (Objection(target, settings.Storage.Path, call.GetValue(Force)) is { } objection)
        {
            await Console.Error.WriteLineAsync($"FILE {target}: {objection}");
            return CommandLine.WrongCall;
        }

        // A copy has no half-way point at which it could be stopped; what a signal finds is a hidden draft.
        var copied = await Task.Run(() => DatabaseCopy.Write(settings.Storage.Path, target), cancel);
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{target}: {copied.Bytes:N0} bytes, schema {copied.Schema}, intact"));
        return CommandLine.Done;
    }

    private static string? Objection(string target, string source, bool force)
    {
        if (Directory.Exists(target))
            return "this is a folder; name a file in it";
        if (!Directory.Exists(Path.GetDirectoryName(target)))
            return "its folder does not exist; make it first";
        if (target == source || target == source + "-wal" || target == source + "-shm")
            return "this is the database itself; name another file";
        return File.Exists(target) && !force ? "the file exists; name another or add --force" : null;
    }
}
